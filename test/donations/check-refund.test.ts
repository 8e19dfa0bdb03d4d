import { randomUUID } from 'node:crypto';
import { approveRefund, declineRefund } from '../../src/donations/check-refund';
import { requestRefund } from '../../src/donations/request-refund';
import type { Refund } from '../../src/donations/refund.reader';
import type { Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { cny } from '../foundations/money';
import { openDesk, spend, type Desk, type Gift } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const home = () => desk.world.home;

/** The secretary asks to give back a gift. */
async function asked(gift: Gift, decimal = '88.00', actor = home().secretary.actor) {
  const key = { idempotencyKey: `refund-${randomUUID()}` };
  const wish = { ...key, donationId: gift.globalId, amount: cny(decimal), reason: 'A mistake.' };
  return await inUnitOfWork(desk.source, actor, (work) => requestRefund(work, wish));
}

const named = ({ communityId, id }: Refund) => toGlobalId('Refund', communityId, id);
const approve = (actor: Actor, refund: Refund) =>
  inUnitOfWork(desk.source, actor, (work) => approveRefund(work, { refundId: named(refund) }));
const decline = (actor: Actor, refund: Refund, reason = 'It is right.') =>
  inUnitOfWork(desk.source, actor, (work) =>
    declineRefund(work, { refundId: named(refund), reason }),
  );

test.each<['treasurer' | 'chair']>([['treasurer'], ['chair']])(
  'the %s lets a refund go that the secretary asked for',
  async (role) => {
    const gift = await desk.paid();
    const refund = await asked(gift);
    const { actor, id: checkerId } = home()[role];
    expect(await approve(actor, refund)).toMatchObject({ state: 'approved', checkerId });
    await desk.counter.work();
    expect(await desk.again(gift)).toMatchObject({ refundedMinor: '8800' });
    // Asked again after it was sent, it is the same.
    expect(await approve(actor, refund)).toMatchObject({ state: 'succeeded', checkerId });
  },
);

test('above the limit a treasurer needs another person, and is not that person', async () => {
  const gift = await desk.paid({ amount: cny('600.00') });
  const refund = await asked(gift, '600.00', home().treasurer.actor);
  for (const decide of [approve, decline])
    await expect(decide(home().treasurer.actor, refund)).rejects.toMatchObject({
      ...{ code: 'SAME_PERSON', path: ['refundId'] },
    });
  expect(await approve(home().chair.actor, refund)).toMatchObject({ state: 'approved' });
});

test.each<[string, () => Actor, string]>([
  ['the secretary', () => home().secretary.actor, 'FORBIDDEN'],
  ['a board member', () => home().boardMembers[0].actor, 'FORBIDDEN'],
  ["another foundation's treasurer", () => desk.world.other.treasurer.actor, 'FORBIDDEN'],
])('%s decides nothing', async (_who, actor, code) => {
  const refund = await asked(await desk.paid());
  await expect(approve(actor(), refund)).rejects.toMatchObject({ code });
  await expect(decline(actor(), refund)).rejects.toMatchObject({ code });
});

test('a refund is declined with a reason, once, and what it would have taken is free', async () => {
  const gift = await desk.paid();
  const refund = await asked(gift);
  await expect(decline(home().chair.actor, refund, ' ')).rejects.toMatchObject({
    code: 'TEXT_LENGTH',
  });
  expect(await decline(home().chair.actor, refund)).toMatchObject({
    ...{ state: 'declined', declinedBecause: 'It is right.' },
  });
  expect(await decline(home().chair.actor, refund, 'Other words.')).toMatchObject({
    declinedBecause: 'It is right.',
  });
  await expect(approve(home().treasurer.actor, refund)).rejects.toMatchObject({
    ...{ code: 'REFUND_DECIDED', facts: { state: 'declined' } },
  });
  expect(await asked(gift)).toMatchObject({ state: 'requested', minor: '8800' });
});

test('what was let go is not declined any more', async () => {
  const refund = await asked(await desk.paid());
  await approve(home().chair.actor, refund);
  await expect(decline(home().chair.actor, refund)).rejects.toMatchObject({
    code: 'REFUND_DECIDED',
  });
});

test('it is not let go when the pool has promised the money meanwhile', async () => {
  const pool = await desk.newPool();
  const refund = await asked(await desk.paid({ to: { poolId: pool.globalId } }));
  await spend(desk.source, pool, 1n);
  await expect(approve(home().chair.actor, refund)).rejects.toMatchObject({
    ...{ code: 'POOL_SHORT', path: ['refundId'] },
  });
});

test('one that nobody knows is unknown', async () => {
  const refund = { ...(await asked(await desk.paid())), id: randomUUID() };
  await expect(approve(home().chair.actor, refund)).rejects.toMatchObject({ code: 'ID_UNKNOWN' });
});
