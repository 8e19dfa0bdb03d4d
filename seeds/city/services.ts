import { draft } from '../../src/bookkeeping/record';
import { CREDITS } from '../../src/bookkeeping/rules/credits';
import { amount } from '../../src/kernel/amount';
import { ownRequest } from '../../src/kernel/request';
import { confirmation } from '../../src/volunteering/service-state';
import type { Act, City } from './city';
import { daysOf, moment, type CityMonth } from './city-year';
import type { Home, Neighbour } from './home';

const KIND = 'repair';
const MINUTES = [60, 90, 120, 180];
const HOUR_MS = 3_600_000;

/** Who has how many credits; where nobody has enough for anything, nothing is exchanged. */
export class Purses {
  private readonly credits = new Map<Neighbour, number>();
  private readonly able: Neighbour[] = [];

  constructor(private readonly least: number) {}

  of(neighbour: Neighbour): number {
    return this.credits.get(neighbour) ?? 0;
  }

  change(neighbour: Neighbour, by: number): void {
    const before = this.of(neighbour);
    this.credits.set(neighbour, before + by);
    if (before < this.least && before + by >= this.least) this.able.push(neighbour);
  }

  /** Someone who can pay for something, by a throw of the dice. */
  pick({ dice }: City): Neighbour | null {
    while (this.able.length > 0) {
      const at = dice.roll(this.able.length);
      const neighbour = this.able[at];
      if (neighbour && this.of(neighbour) >= this.least) return neighbour;
      const last = this.able.pop();
      if (last && at < this.able.length) this.able[at] = last;
    }
    return null;
  }
}

/** Draws for each resident the months in which they serve. */
export function serviceMonths(city: City, home: Home): Neighbour[][] {
  const months = city.months.map((): Neighbour[] => []);
  const each = home.first ? city.size.first.servicesOfEach : 1;
  for (const neighbour of home.residents)
    for (let n = 0; n < each; n += 1) months[city.dice.roll(months.length)]?.push(neighbour);
  return months;
}

/** A month's services: each is recorded by the leader and confirmed by the cadre. */
export function servicesOf(
  city: City,
  home: Home,
  month: CityMonth,
  serving: readonly Neighbour[],
  purses: Purses,
): Act[] {
  const { dice } = city;
  const days = daysOf(month);
  return serving.map((neighbour) => {
    const performedAt = moment(month, dice.between(1, days), dice.between(8, 16), dice.roll(60));
    const minutes = dice.pick(MINUTES);
    const recordedAt = performedAt + minutes * 60_000;
    const at = recordedAt + dice.between(1, HOUR_MS);
    const service = { performedAt, minutes, recordedAt, at };
    return { at, happens: () => serve(city, home, month, neighbour, service, purses) };
  });
}

function serve(
  city: City,
  home: Home,
  { name: month }: CityMonth,
  neighbour: Neighbour,
  when: { performedAt: number; minutes: number; recordedAt: number; at: number },
  purses: Purses,
): void {
  const { performedAt, minutes, recordedAt, at } = when;
  const { scheme, books } = home;
  const serviceId = city.ids.at(recordedAt);
  const whole = minutes / 6;
  const credits = amount(scheme.asset, whole);
  const residentId = neighbour.id;
  city.tables.service.write(
    ...[home.id, serviceId, residentId, home.teamId, scheme.id, KIND, performedAt, minutes, whole],
    ...[null, null, home.leader, recordedAt, null, null, null],
  );
  const occurredAt = new Date(performedAt);
  const capped = scheme.monthlyCap !== null;
  // Where there is a cap, a resident serves once, so that each room is opened by its service.
  if (scheme.monthlyCap !== null) {
    const room = ownRequest(`room/${scheme.id}/${residentId}/${month}`);
    const facts = {
      ...{ schemeId: scheme.id, residentId, month },
      room: amount(scheme.asset, scheme.monthlyCap),
    };
    const drafted = draft(CREDITS.earningRoomOpened, facts, { request: room, occurredAt });
    books.post(drafted, at, home.cadre);
  }
  const facts = {
    ...{ serviceId, schemeId: scheme.id, residentId, organisationId: home.teamId },
    ...{ serviceKind: KIND, minutes, month, credits, capped },
  };
  const request = confirmation(serviceId);
  books.post(draft(CREDITS.serviceCredited, facts, { request, occurredAt }), at, home.cadre);
  purses.change(neighbour, whole);
}
