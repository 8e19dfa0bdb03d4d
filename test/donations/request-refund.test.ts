import { randomUUID } from 'node:crypto';
import { requestRefund, type RequestRefund } from '../../src/donations/request-refund';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { cny } from '../foundations/money';
import { lettersOf, openDesk, papersOf, spend, tasksOf, type Desk, type Gift } from './desk';
import { findings, standing } from './gifts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const treasurer = () => desk.world.home.treasurer.actor;
const secretary = () => desk.world.home.secretary.actor;

function ask(actor: Actor, gift: Gift, decimal: string, more: Partial<RequestRefund> = {}) {
  const key = { idempotencyKey: `refund-${randomUUID()}` };
  const asked = { ...key, donationId: gift.globalId, amount: cny(decimal), reason: 'A mistake.' };
  return inUnitOfWork(desk.source, actor, (work) => requestRefund(work, { ...asked, ...more }));
}

describe('who gives back alone', () => {
  test('is the treasurer, up to 500 yuan to the last fen', async () => {
    const gift = await desk.paid({ amount: cny('2000.00') });
    expect(await ask(treasurer(), gift, '500.00')).toMatchObject({
      ...{ state: 'approved', checkerId: null, makerId: desk.world.home.treasurer.id },
      ...{ origin: 'asked', minor: '50000' },
    });
    expect(await ask(treasurer(), gift, '500.01')).toMatchObject({
      ...{ state: 'requested', checkedAt: null },
    });
  });

  test('is never the secretary', async () => {
    const gift = await desk.paid();
    expect(await ask(secretary(), gift, '0.01')).toMatchObject({ state: 'requested' });
  });

  test.each<[string, () => Actor, string]>([
    ['a stranger', () => STRANGER, 'UNAUTHENTICATED'],
    ['the chair', () => desk.world.home.chair.actor, 'FORBIDDEN'],
    ["another foundation's treasurer", () => desk.world.other.treasurer.actor, 'FORBIDDEN'],
    ['an auditor', () => desk.world.auditor.actor, 'FORBIDDEN'],
  ])('is not %s, who may not even ask', async (_who, actor, code) => {
    const gift = await desk.paid();
    await expect(ask(actor(), gift, '1.00')).rejects.toMatchObject({ code });
  });
});

describe('what is refused', () => {
  test('more than is left, where the last fen may go', async () => {
    const gift = await desk.paid({ amount: cny('88.00') });
    await ask(secretary(), gift, '80.00');
    await expect(ask(treasurer(), gift, '8.01')).rejects.toMatchObject({
      ...{ code: 'REFUND_EXCEEDS', facts: { left: '8.00' }, path: ['amount', 'amount'] },
    });
    expect(await ask(treasurer(), gift, '8.00')).toMatchObject({ minor: '800' });
    await expect(ask(treasurer(), gift, '0.01')).rejects.toMatchObject({
      facts: { left: '0.00' },
    });
  });

  test('what the pool has promised to others', async () => {
    const pool = await desk.newPool();
    const gift = await desk.paid({ to: { poolId: pool.globalId } });
    await spend(desk.source, pool, 8000n);
    await expect(ask(treasurer(), gift, '8.01')).rejects.toMatchObject({
      ...{ code: 'POOL_SHORT', path: ['amount'], facts: { available: '8.00', required: '8.01' } },
    });
    expect(await ask(treasurer(), gift, '8.00')).toMatchObject({ state: 'approved' });
  });

  test('what the pool has left for one only, where two are given back, even at once', async () => {
    const pool = await desk.newPool();
    const to = { poolId: pool.globalId };
    const gifts = [await desk.paid({ to }), await desk.paid({ to })];
    await spend(desk.source, pool, 8800n);
    const asked = await Promise.allSettled(gifts.map((gift) => ask(treasurer(), gift, '88.00')));
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = gifts.find((_gift, at) => asked[at]?.status === 'rejected')!;
    await expect(ask(treasurer(), refused, '0.01')).rejects.toMatchObject({
      ...{ code: 'POOL_SHORT', facts: { available: '0.00', required: '0.01' } },
    });
    await desk.counter.work();
    await expect(ask(treasurer(), refused, '0.01')).rejects.toMatchObject({ code: 'POOL_SHORT' });
  });

  test('a gift that is not paid', async () => {
    const gift = await desk.started();
    await expect(ask(treasurer(), gift, '1.00')).rejects.toMatchObject({
      ...{ code: 'GIFT_NOT_PAID', path: ['donationId'] },
    });
  });

  test.each<[string, Partial<RequestRefund>]>([
    ['ID_UNKNOWN', { donationId: 'nothing' }],
    ['TEXT_LENGTH', { reason: ' ' }],
    ['WRONG_CURRENCY', { amount: { amount: '1.00', currency: 'USD' } }],
    ['AMOUNT_UNREADABLE', { amount: cny('one') }],
    ['AMOUNT_TOO_FINE', { amount: cny('0.001') }],
    ['AMOUNT_NOT_POSITIVE', { amount: cny('0.00') }],
    ['KEY_UNUSABLE', { idempotencyKey: 'short' }],
  ])('%s', async (code, more) => {
    const gift = await desk.paid();
    await expect(ask(treasurer(), gift, '1.00', more)).rejects.toMatchObject({ code });
  });
});

test('asking again with the same key is the same, and with another wish is refused', async () => {
  const gift = await desk.paid();
  const key = { idempotencyKey: `refund-${randomUUID()}` };
  const refunds = await Promise.all(
    [1, 2, 3].map(() => ask(treasurer(), gift, '80.00', { ...key })),
  );
  expect(new Set(refunds.map(({ id }) => id)).size).toBe(1);
  await expect(ask(treasurer(), gift, '70.00', key)).rejects.toMatchObject({ code: 'KEY_REUSED' });
});

test('two at once give back no more than there is', async () => {
  const gift = await desk.paid({ amount: cny('88.00') });
  const asked = await Promise.allSettled([1, 2].map(() => ask(treasurer(), gift, '50.00')));
  expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

describe('once it is sent', () => {
  test('it stands in the books, and the giver has a letter and a corrected paper', async () => {
    const pool = await desk.newPool();
    const to = { poolId: pool.globalId };
    const gift = await desk.paid({ to, email: 'wang@example.org', locale: 'en' });
    const { id } = await ask(treasurer(), gift, '30.00');
    expect(await desk.again(gift)).toMatchObject({ refundedMinor: '0' });
    await desk.counter.work();
    await desk.counter.deliver();
    expect(await desk.again(gift)).toMatchObject({ state: 'paid', refundedMinor: '3000' });
    const [first, correction] = await papersOf(desk.source, gift);
    expect(correction).toMatchObject({
      ...{ kind: 'correction', corrects: first?.number, reason: 'A mistake.' },
      amount: { amount: '30.00', currency: 'CNY' },
      remaining: { amount: '58.00', currency: 'CNY' },
    });
    expect(await lettersOf(desk.source, { id })).toMatchObject([
      {
        ...{ template: 'refundMade', recipient: 'wang@example.org' },
        facts: { reason: 'A mistake.', correction: { number: correction?.number } },
      },
    ]);
    expect(await standing(desk.source, 'processorPending')).toEqual({});
    // The grants that these tests spend on are entries without a row.
    const found = await findings(desk.source);
    expect(found.filter(({ check }) => check !== 'promises-belong')).toEqual([]);
  });

  test('it is sent once, however often the worker looks', async () => {
    const gift = await desk.paid();
    await ask(treasurer(), gift, '10.00');
    await Promise.all([1, 2, 3].map(() => desk.counter.work()));
    await desk.counter.work();
    expect(await desk.again(gift)).toMatchObject({ refundedMinor: '1000' });
    expect(await papersOf(desk.source, gift)).toHaveLength(2);
  });

  test('one that fails is taken back, with a task and another correction', async () => {
    desk.counter.standIn.refunds({ pendingFirst: true });
    const gift = await desk.paid();
    const { id } = await ask(treasurer(), gift, '88.00');
    await desk.counter.work();
    const [row] = await desk.source.query<{ refund: string }[]>(
      'select refund_id refund from gift_refund where id = $1',
      [id],
    );
    await desk.counter.standIn.failRefund(row!.refund);
    await desk.counter.deliver();
    desk.counter.standIn.refunds({ pendingFirst: false });
    expect(await desk.again(gift)).toMatchObject({ refundedMinor: '0' });
    expect(await tasksOf(desk.source, gift)).toMatchObject([{ kind: 'refund_failed' }]);
    expect(await papersOf(desk.source, gift)).toHaveLength(3);
    // What came back may be given back again.
    expect(await ask(treasurer(), gift, '88.00')).toMatchObject({ state: 'approved' });
  });
});
