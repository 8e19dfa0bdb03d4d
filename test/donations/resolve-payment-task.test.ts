import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { approveRefund } from '../../src/donations/check-refund';
import { openCampaign } from '../../src/donations/open-campaign';
import { campaignById } from '../../src/donations/campaign.reader';
import {
  resolvePaymentTask,
  type Decision,
  type ResolvePaymentTask,
} from '../../src/donations/resolve-payment-task';
import { nextDay } from '../../src/donations/month-after';
import { payDonation } from '../../src/donations/pay-donation';
import { closePool } from '../../src/foundations/close-pool';
import { STRANGER, SYSTEM, type Actor } from '../../src/kernel/actor';
import { dayOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import type { PaymentTaskRow } from '../../src/payments/payment-task.entity';
import { appointMember } from '../../src/society/appoint-member';
import { registerOrganisation } from '../../src/society/register-organisation';
import { cny, runner } from '../foundations/money';
import { actorOf, SINCE } from '../support/world';
import { lettersOf, openDesk, papersOf, tasksOf, type Desk, type Gift, type Task } from './desk';
import { pledgeRow } from './pledges';
import { findings, sessionOf, standing } from './gifts';

const TODAY = dayOf(new Date(), 'Asia/Shanghai');

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const treasurer = () => desk.world.home.treasurer.actor;

function resolve(
  actor: Actor,
  { globalId: taskId }: { globalId: string },
  decision: Decision,
  more: Partial<ResolvePaymentTask> = {},
) {
  const input = { taskId, decision, note: 'They rang us up.', ...more };
  return runner(desk.source)(actor, (work) => resolvePaymentTask(work, input));
}

/** Pays a gift and answers the task that came of it. */
async function paidWithTask(gift: Gift, method: 'card' | 'alipay' = 'card'): Promise<Task> {
  await desk.counter.standIn.pay(gift.session, { method });
  await desk.counter.deliver();
  const [task] = await tasksOf(desk.source, gift);
  return task!;
}

/** A gift of which another amount is known here than its giver pays. */
async function otherAmount(minor: number, input: Parameters<Desk['started']>[0] = {}) {
  const gift = await desk.started({ amount: cny('88.00'), ...input });
  await desk.source.query('update donation set amount_minor = $2 where id = $1', [gift.id, minor]);
  const method = input.payWith === 'alipay' ? 'alipay' : 'card';
  return { gift, task: await paidWithTask(gift, method) };
}

/** A gift whose page ran out and was paid all the same, after the next one. */
async function paidTwice() {
  const gift = await desk.started({ email: 'wang@example.org' });
  await desk.counter.standIn.expire(gift.session);
  await desk.counter.deliver();
  const { checkoutUrl } = await runner(desk.source)(STRANGER, (work) =>
    payDonation(work, { followToken: gift.token }),
  );
  await desk.counter.standIn.pay(sessionOf(checkoutUrl), {});
  await desk.counter.standIn.pay(gift.session, { late: true });
  await desk.counter.deliver();
  const [task] = await tasksOf(desk.source, gift);
  return { gift, task: task! };
}

describe('another amount than was asked for', () => {
  test('is held for the campaign until somebody accepts it as the gift', async () => {
    const campaign = await runner(desk.source)(desk.world.home.chair.actor, (work) =>
      openCampaign(work, {
        ...{ poolId: desk.pool.globalId, title: 'Coats', story: 'It is cold.', startsOn: TODAY },
      }),
    );
    const { communityId, id } = campaign;
    const campaignId = toGlobalId('Campaign', communityId, id);
    const { gift, task } = await otherAmount(5000, {
      ...{ to: { campaignId }, email: 'wang@example.org' },
    });
    expect(task).toMatchObject({ kind: 'amount_differs', minor: '8800', state: 'open' });
    expect(await desk.again(gift)).toMatchObject({ state: 'processing', paidAt: null });
    expect(await papersOf(desk.source, gift)).toEqual([]);
    const raised = async () => (await campaignById.read(desk.source.manager, communityId, [id]))[0];
    expect(await raised()).toMatchObject({ raisedMinor: '0', gifts: 0 });
    expect(await standing(desk.source, 'suspense')).toEqual({ CNY: '8800' });

    expect(await resolve(treasurer(), task, 'accept')).toMatchObject({
      ...{ state: 'resolved', resolution: 'accepted', note: 'They rang us up.' },
      resolvedBy: desk.world.home.treasurer.id,
    });
    expect(await standing(desk.source, 'suspense')).toEqual({});
    expect(await desk.again(gift)).toMatchObject({ state: 'paid', amountMinor: '8800' });
    expect(await raised()).toMatchObject({ raisedMinor: '8800', gifts: 1 });
    expect(await papersOf(desk.source, gift)).toMatchObject([{ amount: { amount: '88.00' } }]);
    expect(await lettersOf(desk.source, gift)).toMatchObject([
      { template: 'donationReceived', facts: { amount: { amount: '88.00' } } },
    ]);
    // What the processor says again changes nothing.
    await desk.counter.work();
    expect(await desk.again(gift)).toMatchObject({ state: 'paid', amountMinor: '8800' });
    expect(await raised()).toMatchObject({ raisedMinor: '8800', gifts: 1 });
    await expect(resolve(treasurer(), task, 'accept')).rejects.toMatchObject({
      code: 'TASK_RESOLVED',
    });
  });

  test('or sends it back; the task ends when it has gone', async () => {
    const { gift, task } = await otherAmount(5000);
    expect(await resolve(desk.world.home.secretary.actor, task, 'refund')).toMatchObject({
      state: 'open',
    });
    await expect(resolve(treasurer(), task, 'accept')).rejects.toMatchObject({
      code: 'NOTHING_HELD',
    });
    // A secretary asks for it and another person lets it go, as with any refund.
    await desk.counter.work();
    expect(await tasksOf(desk.source, gift)).toMatchObject([{ state: 'open' }]);
    const [asked] = await desk.source.query<{ id: string; state: string }[]>(
      'select id, state from gift_refund where donation_id = $1',
      [gift.id],
    );
    expect(asked!.state).toBe('requested');
    const refundId = toGlobalId('Refund', gift.communityId, asked!.id);
    await inUnitOfWork(desk.source, treasurer(), (work) => approveRefund(work, { refundId }));
    await desk.counter.work();
    expect(await tasksOf(desk.source, gift)).toMatchObject([
      { state: 'resolved', resolution: 'refunded', note: 'They rang us up.' },
    ]);
    expect(await standing(desk.source, 'suspense')).toEqual({});
    expect(await papersOf(desk.source, gift)).toEqual([]);
    expect(await findings(desk.source)).toEqual([]);
  });

  test('and asks for it again where it came back', async () => {
    const { standIn } = desk.counter;
    standIn.refunds({ pendingFirst: true });
    const { gift, task } = await otherAmount(5000);
    await resolve(treasurer(), task, 'refund');
    await desk.counter.work();
    const [row] = await desk.source.query<{ refund: string }[]>(
      'select refund_id refund from gift_refund where donation_id = $1',
      [gift.id],
    );
    await standIn.failRefund(row!.refund);
    await desk.counter.deliver();
    standIn.refunds({ pendingFirst: false });
    const open = (await tasksOf(desk.source, gift)).find(({ kind }) => kind === 'amount_differs');
    expect(open).toMatchObject({ state: 'open' });
    expect(await standing(desk.source, 'suspense')).toEqual({ CNY: '8800' });
    await resolve(treasurer(), open!, 'refund');
    await desk.counter.work();
    expect(await standing(desk.source, 'suspense')).toEqual({});
    expect(await tasksOf(desk.source, gift)).toMatchObject([
      { kind: 'amount_differs', resolution: 'refunded' },
      { kind: 'refund_failed', state: 'open' },
    ]);
  });
});

test('a monthly gift begins with a first one that was held and is accepted', async () => {
  const { gift, task } = await otherAmount(5000, {
    ...{ schedule: 'monthly', payWith: 'alipay', email: 'wang@example.org' },
  });
  expect(await pledgeRow(desk.source, gift)).toMatchObject({ state: 'starting' });
  await resolve(treasurer(), task, 'accept');
  const pledge = await pledgeRow(desk.source, gift);
  expect(pledge).toMatchObject({ state: 'active', nextLookOn: nextDay(TODAY, pledge.anchorDay) });
});

describe('a second payment', () => {
  test('goes back by itself, is not accepted, and is not explained away', async () => {
    const { gift, task } = await paidTwice();
    expect(task).toMatchObject({ kind: 'paid_twice', minor: '8800' });
    const code = (decision: Decision) =>
      resolve(treasurer(), task, decision).catch((error: { code: string }) => error.code);
    expect(await code('accept')).toBe('GIFT_PAID');
    expect(await code('explain')).toBe('MONEY_HELD');
    await desk.counter.work();
    expect(await tasksOf(desk.source, gift)).toMatchObject([{ resolution: 'refunded' }]);
    expect(await desk.again(gift)).toMatchObject({ state: 'paid', refundedMinor: '0' });
    expect(await papersOf(desk.source, gift)).toHaveLength(1);
  });

  test('goes back once, also where somebody says so', async () => {
    const { gift, task } = await paidTwice();
    await resolve(treasurer(), task, 'refund');
    await desk.counter.work();
    const refunds = await desk.source.query<object[]>(
      'select state, minor from gift_refund where donation_id = $1',
      [gift.id],
    );
    expect(refunds).toEqual([{ state: 'succeeded', minor: '8800' }]);
  });
});

test('another currency is not accepted', async () => {
  const gift = await desk.started();
  await desk.source.query(`update donation set currency = 'USD' where id = $1`, [gift.id]);
  const task = await paidWithTask(gift);
  expect(task).toMatchObject({ kind: 'currency_differs', currency: 'CNY' });
  await expect(resolve(treasurer(), task, 'accept')).rejects.toMatchObject({
    ...{ code: 'WRONG_CURRENCY', facts: { expected: 'USD' } },
  });
});

test('what came for a pool that was closed meanwhile is not accepted, and goes back', async () => {
  const pool = await desk.newPool();
  const gift = await desk.started({ to: { poolId: pool.globalId } });
  await runner(desk.source)(desk.world.home.chair.actor, (work) =>
    closePool(work, { poolId: pool.globalId }),
  );
  const task = await paidWithTask(gift);
  expect(task).toMatchObject({ kind: 'fund_closed' });
  await expect(resolve(treasurer(), task, 'accept')).rejects.toMatchObject({
    ...{ code: 'POOL_CLOSED', facts: { pool: pool.name } },
  });
  await resolve(treasurer(), task, 'refund');
  await desk.counter.work();
  expect(await tasksOf(desk.source, gift)).toMatchObject([{ resolution: 'refunded' }]);
});

describe('what matches nothing', () => {
  /** Somebody charges a card at the processor's dashboard. */
  async function strangeCharge(minor: number) {
    await desk.counter.standIn.strangeCharge(minor);
    await desk.counter.work();
    const [row] = await desk.source.query<PaymentTaskRow[]>(
      `select id, community_id "communityId", kind, minor from payment_task
       where kind = 'unknown_transaction' and state = 'open'`,
    );
    return { ...row!, globalId: toGlobalId('PaymentTask', row!.communityId, row!.id) };
  }

  /** An officer of the city itself. */
  async function cityOfficer(): Promise<Actor> {
    const { city, outsider } = desk.world;
    await runner(desk.source)(SYSTEM, async (work) => {
      const office = {
        kind: 'street_office',
        name: 'City Office',
        placeId: city.globalId,
      } as const;
      const { id } = await registerOrganisation(work, office);
      const organisationId = toGlobalId('Organisation', null, id);
      const role = { organisationId, role: 'officer', validFrom: SINCE } as const;
      await appointMember(work, { ...role, personId: outsider.globalId });
    });
    return await actorOf(desk.source, outsider.id);
  }

  test('is held by the city, whose officer explains what it was', async () => {
    const task = await strangeCharge(1200);
    await expect(resolve(treasurer(), task, 'explain')).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const officer = await cityOfficer();
    await expect(resolve(officer, task, 'accept')).rejects.toMatchObject({ code: 'NOTHING_HELD' });
    await expect(resolve(officer, task, 'refund')).rejects.toMatchObject({ code: 'NOTHING_HELD' });
    const before = await standing(desk.source, 'suspense');
    expect(await resolve(officer, task, 'explain')).toMatchObject({ resolution: 'explained' });
    const after = await standing(desk.source, 'suspense');
    expect(BigInt(before.CNY ?? 0) - BigInt(after.CNY ?? 0)).toBe(BigInt(task.minor ?? 0));
    expect(await findings(desk.source)).toEqual([]);
  });
});

test('who may not, and what is not there', async () => {
  const { task } = await otherAmount(100);
  for (const [actor, code] of [
    [STRANGER, 'UNAUTHENTICATED'],
    [desk.world.home.chair.actor, 'FORBIDDEN'],
    [desk.world.other.treasurer.actor, 'FORBIDDEN'],
    [desk.world.officer.actor, 'FORBIDDEN'],
  ] as const)
    await expect(resolve(actor, task, 'accept')).rejects.toMatchObject({ code });
  await expect(resolve(treasurer(), task, 'accept', { note: '' })).rejects.toMatchObject({
    ...{ code: 'TEXT_LENGTH', path: ['note'] },
  });
  await expect(resolve(treasurer(), { globalId: 'nothing' }, 'accept')).rejects.toMatchObject({
    code: 'ID_UNKNOWN',
  });
});
