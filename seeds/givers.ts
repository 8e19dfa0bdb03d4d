import { toGlobalId } from '../src/kernel/global-id';
import { closeShift } from '../src/supermarkets/close-shift';
import { openGoodsDrive } from '../src/supermarkets/open-goods-drive';
import { openShift } from '../src/supermarkets/open-shift';
import type { ReceiveGoodsGift } from '../src/supermarkets/goods-gift-input';
import { receiveGoodsGift } from '../src/supermarkets/receive-goods-gift';
import { setGoodsValue } from '../src/supermarkets/set-goods-value';
import { settleShift } from '../src/supermarkets/settle-shift';
import type { Cast } from './cast';
import { organisationId, tenantId, type Shop } from './economy';
import type { Stage } from './stage';
import type { Year } from './time';

/** Every fourth month there is a drive, with a few gifts of several kinds. */
export async function giveMonth(
  stage: Stage,
  cast: Cast,
  shop: Shop,
  year: Year,
  month: number,
): Promise<void> {
  const { community, storeId, products } = shop;
  const communityId = toGlobalId('Place', null, community.place.id);
  const product = (n: number) => products[n]?.id ?? '';
  if (month === 0) {
    const value = { communityId, productId: product(0), credits: 2 };
    await stage.as(cast.officer, setGoodsValue, value, year.at(0, 1, 9));
  }
  if (month % 4 !== 1 || !year.hasCome(month, 9)) return;
  const drive = await stage.as(
    community.storekeeper,
    openGoodsDrive,
    {
      ...{ communityId, title: `${month % 8 === 1 ? '暖冬' : '邻里'}募集活动` },
      ...{ place: '社区广场', startsOn: `${year.name(month)}-06` },
      ...{ endsOn: `${year.name(month)}-08`, organiserId: organisationId(community.operator) },
    },
    year.at(month, 5),
  );
  const driveId = tenantId('GoodsDrive', drive);
  const neighbour = community.teams[month % community.teams.length]?.members[1];
  const enterprise = cast.enterprises[month % cast.enterprises.length];
  const gifts: Partial<ReceiveGoodsGift>[] = [
    {
      ...(enterprise && { organisationId: organisationId(enterprise.organisation) }),
      lines: [
        { productId: product(0), quantity: 6, expiresOn: year.first(month + 12) },
        { productId: product(3), quantity: 8 },
        { productId: product(4), quantity: 5 },
      ],
    },
    {
      ...(neighbour && { residentId: neighbour.residentId, thanks: 'credits' as const }),
      lines: [{ productId: product(0), quantity: 2, expiresOn: year.first(month + 9) }],
    },
    { giverName: '周先生', named: false, lines: [{ productId: product(5), quantity: 1 }] },
  ];
  for (const [i, gift] of gifts.entries()) {
    const idempotencyKey = `seed/gift/${storeId.slice(-12)}/${month}/${i}`;
    const input = { ...{ idempotencyKey, storeId, driveId, lines: [] }, ...gift };
    await stage.as(community.clerk, receiveGoodsGift, input, year.at(month, 7, 10 + i));
  }
}

/** From this month on the clerks work in shifts. */
const SHIFTS_FROM = 11;

/**
 * What happens at a till within a shift of its clerk. Now and then a slip is missing, and once in a
 * while the storekeeper has not looked into it yet.
 */
export async function inShift(
  stage: Stage,
  { community, storeId }: Shop,
  year: Year,
  { month, day, turn }: { readonly month: number; readonly day: number; readonly turn: number },
  work: () => Promise<void>,
): Promise<void> {
  if (month < SHIFTS_FROM || day > 28 || !year.hasCome(month, day)) {
    await work();
    return;
  }
  const { clerk, storekeeper } = community;
  const opened = await stage.as(clerk, openShift, { storeId }, year.at(month, day, 8, 30));
  await work();
  const shiftId = tenantId('Shift', opened);
  const slips = turn % 2 === 0 ? 3 : null;
  const closed = await stage.as(clerk, closeShift, { shiftId, slips }, year.at(month, day, 18));
  if (!closed.differs || turn % 4 === 0) return;
  const note = '另有两张作废小票，已找到。';
  await stage.as(storekeeper, settleShift, { shiftId, note }, year.at(month, day, 19));
}
