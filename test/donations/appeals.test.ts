import { closePool } from '../../src/foundations/close-pool';
import { openCampaign } from '../../src/donations/open-campaign';
import { campaignById } from '../../src/donations/campaign.reader';
import { converge } from '../../src/donations/converge';
import { followGift } from '../../src/disclosure/gift-followed.reader';
import { dayOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { cny, runner } from '../foundations/money';
import {
  balanceOf,
  chargeOf,
  openDesk,
  papersOf,
  settleDown,
  spend,
  tasksOf,
  type Desk,
  type Gift,
} from './desk';
import { findings, standing } from './gifts';

/** A dispute that was lost is won on appeal: all that was taken is as if nothing had been. */

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
// What is spent here is promised to a grant that nobody has applied for.
afterEach(async () =>
  expect((await findings(desk.source)).filter(({ check }) => check !== 'promises-belong')).toEqual(
    [],
  ),
);

async function lost(gift: Gift): Promise<string> {
  const { id } = await desk.counter.standIn.openDispute(await chargeOf(desk.source, gift));
  await settleDown(desk);
  await desk.counter.standIn.closeDispute(id, 'lost');
  await settleDown(desk);
  return id;
}

async function wonAfterAll(gift: Gift, id: string): Promise<void> {
  await desk.counter.standIn.closeDispute(id, 'won');
  await settleDown(desk);
  await converge(desk.source, desk.counter.processor, gift, new Date());
}

const partsOf = ({ communityId, id }: Gift) => followGift(desk.source.manager, communityId, id);

const statusOf = async ({ id }: Gift) => {
  const [row] = await desk.source.query<{ status: string }[]>(
    'select status from gift_dispute where donation_id = $1',
    [id],
  );
  return row?.status;
};

test('the gift is whole in its fund, its campaign, its papers, and where it is followed', async () => {
  const pool = await desk.newPool();
  const { communityId, id } = await runner(desk.source)(desk.world.home.chair.actor, (work) =>
    openCampaign(work, {
      ...{ poolId: pool.globalId, title: 'Coats', story: 'It is cold.' },
      startsOn: dayOf(new Date(), 'Asia/Shanghai'),
    }),
  );
  const gift = await desk.paid({ to: { campaignId: toGlobalId('Campaign', communityId, id) } });
  await desk.counter.work();
  const before = await partsOf(gift);
  const disputeId = await lost(gift);
  expect(await balanceOf(desk.source, pool, pool.id, 'poolAvailable')).toBe(0);
  await wonAfterAll(gift, disputeId);
  expect(await desk.again(gift)).toMatchObject({ state: 'paid', disputedMinor: '0' });
  expect(await balanceOf(desk.source, pool, pool.id, 'poolAvailable')).toBe(8800);
  expect(await balanceOf(desk.source, pool, pool.foundationId, 'disputeHold')).toBe(0);
  expect(await standing(desk.source, 'processorPending')).toEqual({});
  const [campaign] = await campaignById.read(desk.source.manager, communityId, [id]);
  expect(campaign).toMatchObject({ raisedMinor: '8800', gifts: 1 });
  expect(await papersOf(desk.source, gift)).toMatchObject([
    { kind: 'gift' },
    { kind: 'correction', remaining: { amount: '0.00' } },
    { kind: 'correction', remaining: { amount: '88.00' } },
  ]);
  expect(await partsOf(gift)).toEqual(before);
  expect(await statusOf(gift)).toBe('won');
});

test('what the foundation bore of it is no expense any more', async () => {
  const pool = await desk.newPool();
  const gift = await desk.paid({ to: { poolId: pool.globalId } });
  await desk.counter.work();
  await spend(desk.source, pool, 5000n);
  const before = await balanceOf(desk.source, pool, pool.foundationId, 'giftLoss');
  const disputeId = await lost(gift);
  expect(await balanceOf(desk.source, pool, pool.foundationId, 'giftLoss')).toBe(before + 5000);
  await wonAfterAll(gift, disputeId);
  expect(await balanceOf(desk.source, pool, pool.foundationId, 'giftLoss')).toBe(before);
  expect(await balanceOf(desk.source, pool, pool.id, 'poolAvailable')).toBe(3800);
});

test('where its pool was closed meanwhile, the foundation keeps it', async () => {
  const pool = await desk.newPool();
  const gift = await desk.paid({ to: { poolId: pool.globalId } });
  await desk.counter.work();
  const disputeId = await lost(gift);
  await runner(desk.source)(desk.world.home.chair.actor, (work) =>
    closePool(work, { poolId: pool.globalId }),
  );
  const before = await balanceOf(desk.source, pool, pool.foundationId, 'giftLoss');
  await wonAfterAll(gift, disputeId);
  expect(await balanceOf(desk.source, pool, pool.foundationId, 'giftLoss')).toBe(before - 8800);
  expect(await balanceOf(desk.source, pool, pool.foundationId, 'disputeHold')).toBe(0);
  expect(await desk.again(gift)).toMatchObject({ state: 'paid', disputedMinor: '0' });
  expect((await papersOf(desk.source, gift)).at(-1)).toMatchObject({
    remaining: { amount: '88.00' },
  });
});

test('what was only held is held again, and somebody has to decide', async () => {
  const gift = await desk.started({ amount: cny('88.00') });
  await desk.source.query('update donation set amount_minor = 5000 where id = $1', [gift.id]);
  await desk.counter.standIn.pay(gift.session, {});
  await settleDown(desk);
  const disputeId = await lost(gift);
  expect(await tasksOf(desk.source, gift)).toMatchObject([{ resolution: 'refunded' }]);
  expect(await standing(desk.source, 'suspense')).toEqual({});
  await wonAfterAll(gift, disputeId);
  expect(await tasksOf(desk.source, gift)).toMatchObject([
    { kind: 'amount_differs', state: 'open' },
  ]);
  expect(await standing(desk.source, 'suspense')).toEqual({ CNY: '8800' });
});
