import { Refusal } from '../src/kernel/refusal';
import { confirmService } from '../src/volunteering/confirm-service';
import { recordService } from '../src/volunteering/record-service';
import { recordExchange } from '../src/supermarkets/record-exchange';
import { voidExchange } from '../src/supermarkets/void-exchange';
import type { Cast, Neighbour, Size, Team } from './cast';
import { Dice } from './dice';
import { organisationId, tenantId, type Shop } from './economy';
import { giveMonth, inShift } from './givers';
import { stockMonth } from './goods';
import { settleMonth } from './operators';
import type { Stage } from './stage';
import type { Year } from './time';

/** What everybody in a community has in their wallet, as far as the seeds know. */
type Purses = Map<string, { neighbour: Neighbour; credits: number }>;

/** A year of a community: goods come in, neighbours serve, earn and take, the operator is paid. */
export async function liveYear(
  stage: Stage,
  cast: Cast,
  shop: Shop,
  year: Year,
  size: Size,
): Promise<void> {
  const dice = new Dice(shop.community.households.length);
  const purses: Purses = new Map();
  for (let month = 0; month <= 12; month += 1) {
    if (!year.hasCome(month, 2)) break;
    await stockMonth(stage, cast, shop, year, month);
    await giveMonth(stage, cast, shop, year, month);
    for (let turn = 0; turn < size.servicesAMonth; turn += 1)
      await serve(stage, shop, year, { month, turn }, dice, purses);
    for (let turn = 0; turn < size.exchangesAMonth; turn += 1)
      await inShift(stage, shop, year, { month, turn, day: 17 + turn }, () =>
        take(stage, shop, year, { month, turn }, dice, purses),
      );
    await settleMonth(stage, cast, shop, year, month);
  }
}

interface Turn {
  readonly month: number;
  readonly turn: number;
}

/** A member of a team serves; the leader records it, another member or the cadre confirms it. */
async function serve(
  stage: Stage,
  { community }: Shop,
  year: Year,
  { month, turn }: Turn,
  dice: Dice,
  purses: Purses,
): Promise<void> {
  const day = 3 + turn;
  if (!year.hasCome(month, day + 1)) return;
  const team: Team = dice.pick(community.teams);
  const neighbour = dice.pick(team.members.slice(1));
  const [leader] = team.members;
  if (!leader) return;
  const hours = dice.between(1, 3);
  const performedAt = year.at(month, day, 8 + dice.roll(8));
  const service = await stage.as(
    leader.personId,
    recordService,
    {
      organisationId: organisationId(team.organisation),
      residentId: neighbour.residentId,
      serviceKind: team.kind,
      performedAt,
      minutes: hours * 60,
    },
    year.at(month, day, 20),
  );
  // The last services of the year still wait for somebody to confirm them.
  if (month === 12 && turn % 4 === 0) return;
  const input = { serviceId: tenantId('Service', service) };
  await stage.as(community.cadre, confirmService, input, year.at(month, day + 1, 9));
  const credits = hours * (team.kind === 'repair' ? 12 : 10);
  const purse = purses.get(neighbour.personId);
  if (purse) purse.credits += credits;
  else purses.set(neighbour.personId, { neighbour, credits });
}

/** A neighbour with credits takes goods; now and then the clerk makes a mistake. */
async function take(
  stage: Stage,
  shop: Shop,
  year: Year,
  { month, turn }: Turn,
  dice: Dice,
  purses: Purses,
): Promise<void> {
  const day = 17 + turn;
  const able = [...purses.values()].filter(({ credits }) => credits >= 20);
  if (able.length === 0 || !year.hasCome(month, day) || day > 28) return;
  const purse = dice.pick(able);
  const basket = shop.products.filter(
    ({ price }, i) => (i < 5 ? !dice.oneIn(2) : dice.oneIn(12)) && price <= purse.credits / 3,
  );
  const credits = basket.reduce((sum, { price }) => sum + price, 0);
  if (basket.length === 0 || credits > purse.credits) return;
  const occurredAt = year.at(month, day, 10 + dice.roll(7), turn);
  const key = `${shop.storeId.slice(-12)}/${month}/${turn}`;
  const asked = {
    idempotencyKey: `seed/exchange/${key}`,
    storeId: shop.storeId,
    residentId: purse.neighbour.residentId,
    occurredAt,
    lines: basket.map(({ id }) => ({ productId: id, quantity: 1 })),
  };
  const exchange = await unlessRefused(
    stage.as(shop.community.clerk, recordExchange, asked, occurredAt),
  );
  if (!exchange) return;
  if (dice.oneIn(20)) {
    const exchangeId = tenantId('Exchange', exchange);
    const input = { idempotencyKey: `seed/void/${key}`, exchangeId, reason: '商品拿错' };
    await stage.as(shop.community.storekeeper, voidExchange, input, occurredAt);
  } else purse.credits -= credits;
}

/** A till says no as well: the shelf is empty, or the household has had its share of the month. */
async function unlessRefused<Result>(act: Promise<Result>): Promise<Result | null> {
  try {
    return await act;
  } catch (error) {
    const no = error instanceof Refusal && ['OUT_OF_STOCK', 'ALLOWANCE_EXCEEDED'];
    if (no && no.includes(error.code)) return null;
    throw error;
  }
}
