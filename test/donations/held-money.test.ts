import { approveRefund } from '../../src/donations/check-refund';
import { resolvePaymentTask } from '../../src/donations/resolve-payment-task';
import type { Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { cny, runner } from '../foundations/money';
import { chargeOf, openDesk, settleDown, tasksOf, type Desk, type Gift } from './desk';
import { findings, standing } from './gifts';

/** Money that is held goes by several ways, and the task ends when it has all gone. */

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
afterEach(async () => expect(await findings(desk.source)).toEqual([]));

/** A payment of another amount than was asked for. */
async function heldGift(decimal = '88.00'): Promise<Gift> {
  const gift = await desk.started({ amount: cny(decimal) });
  await desk.source.query('update donation set amount_minor = 9900 where id = $1', [gift.id]);
  await desk.counter.standIn.pay(gift.session, {});
  await settleDown(desk);
  return gift;
}

const treasurer = () => desk.world.home.treasurer.actor;

async function sendBack(actor: Actor, gift: Gift): Promise<void> {
  const [task] = await tasksOf(desk.source, gift);
  const input = { taskId: task!.globalId, decision: 'refund' as const, note: 'It is not ours.' };
  await runner(desk.source)(actor, (work) => resolvePaymentTask(work, input));
  await settleDown(desk);
}

const taskOf = async (gift: Gift) => (await tasksOf(desk.source, gift))[0];
const refundsOf = ({ id }: Gift) =>
  desk.source.query<{ id: string; state: string; minor: string }[]>(
    'select id, state, minor from gift_refund where donation_id = $1 order by id',
    [id],
  );

async function approve(actor: Actor, gift: Gift): Promise<void> {
  const [asked] = (await refundsOf(gift)).filter(({ state }) => state === 'requested');
  const refundId = toGlobalId('Refund', gift.communityId, asked!.id);
  await runner(desk.source)(actor, (work) => approveRefund(work, { refundId }));
  await settleDown(desk);
}

test('a part went at the dashboard: what is left is sent, and no more', async () => {
  const gift = await heldGift();
  await desk.counter.standIn.dashboardRefund(await chargeOf(desk.source, gift), 4000);
  await settleDown(desk);
  expect(await taskOf(gift)).toMatchObject({ state: 'open' });
  await sendBack(treasurer(), gift);
  expect(await refundsOf(gift)).toMatchObject([
    { state: 'succeeded', minor: '4000' },
    { state: 'succeeded', minor: '4800' },
  ]);
  expect(await taskOf(gift)).toMatchObject({ resolution: 'refunded' });
  expect(await standing(desk.source, 'suspense')).toEqual({});
});

test('several parts that add up are all of it', async () => {
  const gift = await heldGift();
  const charge = await chargeOf(desk.source, gift);
  for (const minor of [4000, 4800]) {
    expect(await taskOf(gift)).toMatchObject({ state: 'open' });
    await desk.counter.standIn.dashboardRefund(charge, minor);
    await settleDown(desk);
  }
  expect(await taskOf(gift)).toMatchObject({ resolution: 'refunded' });
});

test('a dispute that is lost takes it; one that is open does not yet', async () => {
  const gift = await heldGift();
  const { id } = await desk.counter.standIn.openDispute(await chargeOf(desk.source, gift));
  await settleDown(desk);
  expect(await taskOf(gift)).toMatchObject({ state: 'open' });
  await desk.counter.standIn.closeDispute(id, 'lost');
  await settleDown(desk);
  expect(await taskOf(gift)).toMatchObject({ resolution: 'refunded' });
  expect(await standing(desk.source, 'suspense')).toEqual({});
});

test('a part that goes while the whole is asked for leaves the task open', async () => {
  const gift = await heldGift();
  await sendBack(desk.world.home.secretary.actor, gift);
  await desk.counter.standIn.dashboardRefund(await chargeOf(desk.source, gift), 4000);
  await settleDown(desk);
  expect(await taskOf(gift)).toMatchObject({ state: 'open' });
  expect(await standing(desk.source, 'suspense')).toEqual({ CNY: '4800' });
  await desk.counter.standIn.dashboardRefund(await chargeOf(desk.source, gift), 4800);
  await settleDown(desk);
});

test('what another person declined may be asked for again', async () => {
  const gift = await heldGift();
  await sendBack(desk.world.home.secretary.actor, gift);
  await desk.source.query(
    `update gift_refund set state = 'declined', declined_because = 'Ring them up first.'
     where donation_id = $1`,
    [gift.id],
  );
  await sendBack(treasurer(), gift);
  expect(await taskOf(gift)).toMatchObject({ resolution: 'refunded' });
});

test('a secretary does not send it alone', async () => {
  const gift = await heldGift();
  await sendBack(desk.world.home.secretary.actor, gift);
  expect(await refundsOf(gift)).toMatchObject([{ state: 'requested' }]);
  expect(await taskOf(gift)).toMatchObject({ state: 'open' });
  await approve(treasurer(), gift);
  expect(await refundsOf(gift)).toMatchObject([{ state: 'succeeded' }]);
});

test('much of it no treasurer sends alone, nor lets go who asked', async () => {
  const gift = await heldGift('90000.00');
  await sendBack(treasurer(), gift);
  expect(await refundsOf(gift)).toMatchObject([{ state: 'requested', minor: '9000000' }]);
  await expect(approve(treasurer(), gift)).rejects.toMatchObject({ code: 'SAME_PERSON' });
  await approve(desk.world.home.chair.actor, gift);
  expect(await taskOf(gift)).toMatchObject({ resolution: 'refunded' });
});
