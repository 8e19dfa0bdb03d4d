import { requestRefund } from '../../src/donations/request-refund';
import { askedBy, inboxOf } from '../../src/inbox/inbox.reader';
import { MAKER_BRANCHES, ASKED_BRANCHES } from '../../src/inbox/maker-branches';
import { STRANGER } from '../../src/kernel/actor';
import { tenantRef } from '../../src/kernel/global-id';
import { ask } from '../donations/ask';
import { openDesk, type Desk } from '../donations/desk';
import { fund, newPool, runner } from '../foundations/money';
import { grantActs, LATER, yuan } from '../grants/board';
import { planOf } from './waiting';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const DUE = new Date(`${LATER}T04:00:00Z`);
const kinds = async (who = desk.world.home.secretary, now = new Date()) => {
  const page = await inboxOf(desk.source.manager, who.actor, { first: 50, after: null }, now);
  return page.edges.map(({ node: { kind, nodeId } }) => `${kind} ${nodeId}`);
};
const asked = async (who = desk.world.home.secretary) => {
  const ask = { first: 50, after: null };
  const page = await askedBy(desk.source.manager, who.actor, ask, new Date());
  return page.edges.map(({ node: { kind, nodeId } }) => `${kind} ${nodeId}`);
};

test('a tranche waits for its maker, then its milestone from its day on, then the next', async () => {
  const { home, other } = desk.world;
  const acts = grantActs(desk.source, home);
  const pool = await newPool(desk.source, home);
  await fund(desk.source, pool, 10_000n);
  const { trancheIds } = await acts.award(pool, [500, 300]);
  const [first = '', second = ''] = trancheIds.map((id) => tenantRef('Tranche', id, []).id);
  expect(await kinds()).toEqual([`trancheToRequest ${first}`]);
  for (const who of [home.treasurer, other.secretary, home.leader])
    expect(await kinds(who)).toEqual([]);
  await acts.request(trancheIds[0]);
  expect(await kinds()).toEqual([]);
  expect(await kinds(home.treasurer)).toEqual([`tranche ${first}`]);
  expect(await asked()).toEqual([`tranche ${first}`]);
  expect(await asked(home.treasurer)).toEqual([]);
  await acts.pay(trancheIds[0]);
  expect(await asked()).toEqual([]);
  expect(await kinds()).toEqual([]);
  expect(await kinds(home.secretary, DUE)).toEqual([`milestone ${first}`]);
  await acts.accept(trancheIds[0]);
  expect(await kinds(home.secretary, DUE)).toEqual([`trancheToRequest ${second}`]);
});

test('who asked for a refund finds it among what others have to check', async () => {
  const { home } = desk.world;
  const gift = await desk.paid();
  const input = { idempotencyKey: 'refund-asked', donationId: gift.globalId, reason: 'By mistake' };
  const { id } = await runner(desk.source)(home.secretary.actor, (work) =>
    requestRefund(work, { ...input, amount: yuan(100) }),
  );
  expect(await asked()).toEqual([`refund ${id}`]);
  for (const who of [home.treasurer, home.chair]) expect(await asked(who)).toEqual([]);
});

test('the API tells what somebody asked for', async () => {
  const ASKED = `{ me { asked(first: 5) { edges { node { __typename
    ... on RefundToCheck { refund { reason } } } } } } }`;
  const { data } = await ask(desk.source, desk.world.home.secretary.actor, ASKED);
  expect(data).toEqual({
    me: {
      asked: {
        edges: [{ node: { __typename: 'RefundToCheck', refund: { reason: 'By mistake' } } }],
      },
    },
  });
  expect((await ask(desk.source, STRANGER, ASKED)).data).toEqual({ me: null });
});

test.each([...MAKER_BRANCHES, ...ASKED_BRANCHES])('no table is read whole: %#', async ({ sql }) => {
  expect(await planOf(desk.source, sql)).not.toContain('Seq Scan');
});
