import { campaignById } from '../../src/donations/campaign.reader';
import { converge } from '../../src/donations/converge';
import { openCampaign } from '../../src/donations/open-campaign';
import { payDonation } from '../../src/donations/pay-donation';
import { closePool } from '../../src/foundations/close-pool';
import { STRANGER } from '../../src/kernel/actor';
import { dayOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { runner } from '../foundations/money';
import { balanceOf, chargeOf, openDesk, settleDown, tasksOf, type Desk, type Pool } from './desk';
import { findings, give, standing } from './gifts';
import { lettersAbout, pledgeRow, running } from './pledges';

/** A pool is closed while something of its givers is still under way. */

const DAY_MS = 24 * 3600_000;

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  expect(await findings(desk.source)).toEqual([]);
  await desk.close();
});

const chair = () => desk.world.home.chair.actor;
const close = ({ globalId: poolId }: Pool) =>
  runner(desk.source)(chair(), (work) => closePool(work, { poolId }));

test('a refund that fails after it leaves the money with the foundation, with a task', async () => {
  const { source, counter } = desk;
  const pool = await desk.newPool();
  const gift = await desk.paid({ to: { poolId: pool.globalId } });
  await counter.work();
  counter.standIn.refunds({ pendingFirst: true });
  const { id } = await counter.standIn.dashboardRefund(await chargeOf(source, gift));
  await counter.deliver();
  await close(pool);
  await counter.standIn.failRefund(id);
  await settleDown(desk);
  expect(await balanceOf(source, pool, pool.foundationId, 'giftLoss')).toBe(-8800);
  expect(await desk.again(gift)).toMatchObject({ state: 'paid', refundedMinor: '0' });
  expect(await tasksOf(source, gift)).toMatchObject([{ kind: 'refund_failed', state: 'open' }]);
  await converge(source, counter.processor, gift, new Date());
  expect(await standing(source, 'processorPending')).toEqual({});
});

describe('a monthly gift ends', () => {
  test('by card, also at the processor, and its giver is told', async () => {
    const { source, counter } = desk;
    const pool = await desk.newPool();
    const pledge = await running(desk, { to: { poolId: pool.globalId } });
    await counter.work();
    await counter.standIn.dashboardRefund(await chargeOf(source, pledge.first));
    await settleDown(desk);
    await close(pool);
    await counter.standIn.advanceSubscription(pledge.subscriptionId ?? '', 'paid');
    await counter.deliver();
    expect(await pledgeRow(source, pledge.first)).toMatchObject({ state: 'cancelled' });
    expect((await lettersAbout(source, pledge)).at(-1)).toBe('pledgeCancelled');
    await counter.work(new Date(Date.now() + DAY_MS));
    const { subscriptions } = counter.processor.stripe;
    expect(await subscriptions.retrieve(pledge.subscriptionId ?? '')).toMatchObject({
      status: 'canceled',
    });
    expect(await pledgeRow(source, pledge.first)).toMatchObject({ nextLookOn: null });
  });

  test('by reminder, with a letter that says so and none that asks for more', async () => {
    const { source, counter } = desk;
    const pool = await desk.newPool();
    const pledge = await running(desk, { to: { poolId: pool.globalId }, payWith: 'alipay' });
    await counter.work();
    await counter.standIn.dashboardRefund(await chargeOf(source, pledge.first));
    await settleDown(desk);
    await close(pool);
    await counter.work(new Date(Date.now() + 40 * DAY_MS));
    expect(await pledgeRow(source, pledge.first)).toMatchObject({
      ...{ state: 'cancelled', nextLookOn: null },
    });
    const letters = await lettersAbout(source, pledge);
    expect(letters.at(-1)).toBe('pledgeCancelled');
    expect(letters).not.toContain('pledgeReminder');
  });
});

describe('a gift that is not paid yet', () => {
  test('is the same gift by its key, with no page, and is paid no more', async () => {
    const pool = await desk.newPool();
    const to = { poolId: pool.globalId };
    const again = () => give(desk.source, { to, idempotencyKey: 'given-before-it-closed' });
    const { donation, checkoutUrl } = await again();
    expect(checkoutUrl).not.toBeNull();
    await close(pool);
    const second = await again();
    expect([second.donation.id, second.checkoutUrl]).toEqual([donation.id, null]);
    const pay = runner(desk.source)(STRANGER, (work) =>
      payDonation(work, { followToken: donation.token }),
    );
    await expect(pay).rejects.toMatchObject({ code: 'POOL_CLOSED', facts: { pool: pool.name } });
    await expect(give(desk.source, { to })).rejects.toMatchObject({ code: 'POOL_CLOSED' });
  });

  test('asks the processor the same after its campaign was renamed', async () => {
    const { source, counter } = desk;
    const { communityId, id } = await runner(source)(chair(), (work) =>
      openCampaign(work, {
        ...{ poolId: desk.pool.globalId, title: 'Coats', story: 'It is cold.' },
        startsOn: dayOf(new Date(), 'Asia/Shanghai'),
      }),
    );
    const to = { campaignId: toGlobalId('Campaign', communityId, id) };
    const again = () => give(source, { to, idempotencyKey: 'given-before-its-new-name' });
    // Its answer is lost, though the processor has made a page of it.
    counter.standIn.fault({ next: 2, kind: '500', after: true });
    await expect(again()).rejects.toMatchObject({ code: 'PROCESSOR_UNREACHABLE' });
    await source.query(`update campaign set title = 'Warm coats' where id = $1`, [id]);
    const { checkoutUrl } = await again();
    expect(checkoutUrl).not.toBeNull();
    const [named] = await campaignById.read(source.manager, communityId, [id]);
    expect(named?.title).toBe('Warm coats');
    const { data } = await counter.processor.stripe.checkout.sessions.list({ limit: 10 });
    expect(data).toHaveLength(1);
  });
});
