import type Stripe from 'stripe';
import { openDesk, papersOf, spend, tasksOf, type Desk, type Gift, type Pool } from './desk';
import { findings } from './gifts';

/** What a giver's bank takes back, before and after the money was used. */

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

async function balance({ communityId }: Pool, holderId: string, kind: string): Promise<number> {
  const [row] = await desk.source.query<{ minor: string }[]>(
    `select sum((debits - credits) * normal_side) minor from ledger_account
     where community_id = $1 and holder_id = $2 and kind = $3`,
    [communityId, holderId, kind],
  );
  return Number(row?.minor ?? 0);
}

async function opened(how: { amount?: number; inquiry?: boolean } = {}) {
  const pool = await desk.newPool();
  const gift = await desk.paid({ to: { poolId: pool.globalId } });
  await desk.counter.work();
  return {
    pool,
    gift,
    open: async () => await desk.counter.standIn.openDispute(await chargeOf(gift), how),
  };
}

async function chargeOf({ session }: Gift): Promise<string> {
  const { stripe } = desk.counter.processor;
  const { payment_intent } = await stripe.checkout.sessions.retrieve(session, {
    expand: ['payment_intent'],
  });
  return (payment_intent as Stripe.PaymentIntent).latest_charge as string;
}

async function settleDown(): Promise<void> {
  await desk.counter.deliver();
  await desk.counter.work();
}

test('a dispute holds the money, and what is won is back as if nothing had been', async () => {
  const { pool, gift, open } = await opened();
  const { id } = await open();
  await settleDown();
  expect(await desk.again(gift)).toMatchObject({ state: 'paid', disputedMinor: '8800' });
  expect(await balance(pool, pool.foundationId, 'disputeHold')).toBe(8800);
  expect(await balance(pool, pool.id, 'poolAvailable')).toBe(8800);
  await desk.counter.standIn.closeDispute(id, 'won');
  await settleDown();
  expect(await desk.again(gift)).toMatchObject({ state: 'paid', disputedMinor: '0' });
  expect(await balance(pool, pool.foundationId, 'disputeHold')).toBe(0);
  expect(await papersOf(desk.source, gift)).toHaveLength(1);
});

test('won after the money was spent, it leaves the pool as it was', async () => {
  const { pool, gift, open } = await opened();
  const { id } = await open();
  await settleDown();
  await spend(desk.source, pool, 8800n);
  await desk.counter.standIn.closeDispute(id, 'won');
  await settleDown();
  expect(await balance(pool, pool.id, 'poolAvailable')).toBe(0);
  expect(await balance(pool, pool.foundationId, 'giftLoss')).toBe(0);
  expect(await tasksOf(desk.source, gift)).toEqual([]);
});

test('lost after a part was spent, the foundation bears that part and is told', async () => {
  const { pool, gift, open } = await opened();
  await spend(desk.source, pool, 5000n);
  const { id } = await open();
  await desk.counter.standIn.closeDispute(id, 'lost');
  await settleDown();
  expect(await desk.again(gift)).toMatchObject({ state: 'paid', disputedMinor: '8800' });
  expect(await balance(pool, pool.id, 'poolAvailable')).toBe(0);
  expect(await balance(pool, pool.foundationId, 'disputeHold')).toBe(0);
  // It is an expense of whoever has no other way: what was spent, and not a cent more.
  expect(await balance(pool, pool.foundationId, 'giftLoss')).toBe(5000);
  expect(await tasksOf(desk.source, gift)).toMatchObject([
    { kind: 'spent_before_taken_back', state: 'open', note: '5000 CNY' },
  ]);
  expect(await papersOf(desk.source, gift)).toMatchObject([
    { kind: 'gift' },
    { kind: 'correction', amount: { amount: '88.00' }, remaining: { amount: '0.00' } },
  ]);
});

test('an inquiry moves no money, and what it becomes does', async () => {
  const { pool, gift, open } = await opened({ inquiry: true });
  const { id } = await open();
  await settleDown();
  expect(await desk.again(gift)).toMatchObject({ disputedMinor: '0' });
  expect(await balance(pool, pool.foundationId, 'disputeHold')).toBe(0);
  await desk.counter.standIn.escalateDispute(id);
  await settleDown();
  expect(await balance(pool, pool.foundationId, 'disputeHold')).toBe(8800);
  await desk.counter.standIn.closeDispute(id, 'won');
  await settleDown();
  expect(await balance(pool, pool.foundationId, 'disputeHold')).toBe(0);
});

test('won without an event, it is found by its transaction', async () => {
  const { gift, pool, open } = await opened();
  const { id } = await open();
  await settleDown();
  await desk.counter.standIn.closeDispute(id, 'won');
  await desk.counter.standIn.settled();
  desk.counter.events.splice(0);
  await desk.counter.work();
  expect(await desk.again(gift)).toMatchObject({ disputedMinor: '0' });
  expect(await balance(pool, pool.foundationId, 'disputeHold')).toBe(0);
});

test('lost without an event, it is found by looking again', async () => {
  const { pool, open } = await opened();
  const { id } = await open();
  await settleDown();
  await desk.counter.standIn.closeDispute(id, 'lost');
  await desk.counter.standIn.settled();
  desk.counter.events.splice(0);
  await desk.counter.work();
  expect(await balance(pool, pool.foundationId, 'disputeHold')).toBe(8800);
  await desk.counter.work(new Date(Date.now() + 7 * 3600_000));
  expect(await balance(pool, pool.foundationId, 'disputeHold')).toBe(0);
  expect(await balance(pool, pool.id, 'poolAvailable')).toBe(0);
});
