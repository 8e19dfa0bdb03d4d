import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { cancelGrant } from '../../src/grants/cancel-grant';
import { declareInterest } from '../../src/grants/declare-interest';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { createSchema } from '../../src/server/schema';
import { cny, fund, newPool, runner } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries, JOINED } from '../support/queries';
import { newWorld, type World } from '../support/world';
import { application, grantActs, type SomeApplication } from './board';

const schema = createSchema();
let database: FreshDatabase;
let world: World;
let acts: ReturnType<typeof grantActs>;
const open: SomeApplication[] = [];
let paid: Awaited<ReturnType<typeof acts.award>>;

/** Eight awarded applications in four pools, one of them half paid, and five undecided ones. */
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  acts = grantActs(database.dataSource, world.home);
  const { chair, boardMembers } = world.home;
  for (let n = 0; n < 4; n += 1) {
    const pool = await newPool(database.dataSource, world.home, { name: `Pool ${n}` });
    await fund(database.dataSource, pool, 100_000n);
    for (let m = 0; m < 2; m += 1) {
      paid = await acts.award(pool, [500, 300]);
    }
    await acts.request(paid.trancheIds[0]);
    await acts.pay(paid.trancheIds[0]);
    await acts.accept(paid.trancheIds[0]);
    await acts.request(paid.trancheIds[1]);
    open.push(await acts.apply(pool, [100], { title: `Undecided ${n}` }));
  }
  await acts.review(open[0]!, chair);
  await runner(database.dataSource)(boardMembers[1].actor, (work) =>
    declareInterest(work, { applicationId: open[0]!.globalId, reason: 'My neighbour leads it' }),
  );
});
afterAll(() => database.drop());

async function ask(actor: Actor, source: string, variableValues: Record<string, unknown> = {}) {
  const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
  const contextValue = new Context(database.dataSource, actor, 'en', session);
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
  return { data: data as Data, codes: (errors ?? []).map(({ message }) => message) };
}

/** Whatever was asked for; a test names what it expects of it. */
interface Data {
  readonly [field: string]: Data & Data[];
}

const INBOX = `query ($first: Int!, $after: String) { me { inbox(first: $first, after: $after) {
  edges { node { __typename
    ... on ApplicationToReview {
      application { id title requested { amount currency }
        applicant { name grants(first: 5) { edges { node { title state } } } }
        review { approvals { member { name isMe } reason } recused { member { name } because }
          needed possible pending { name isMe } } }
      pool { name received { amount } committed { amount } spent { amount } available { amount } }
    }
    ... on TrancheToCheck { tranche { amount { amount currency }
      milestone { title acceptedAt } maker { name } } } } }
  pageInfo { hasNextPage endCursor } } } }`;

test('the boardroom: what waits for a member of the board, in few statements', async () => {
  const { actor } = world.home.boardMembers[0];
  const one = await countQueries(database.dataSource, () => ask(actor, INBOX, { first: 1 }));
  const all = await countQueries(database.dataSource, () => ask(actor, INBOX, { first: 20 }));
  expect(all.result.codes).toEqual([]);
  expect(all.statements.length).toBeLessThanOrEqual(one.statements.length + JOINED);
  expect(all.statements.length).toBeLessThanOrEqual(14);
  const edges = all.result.data.me!.inbox!.edges!;
  expect(edges.map(({ node }) => node)).toHaveLength(4);
  expect(edges[0]!.node).toEqual({
    __typename: 'ApplicationToReview',
    application: {
      id: open[0]!.globalId,
      title: 'Undecided 0',
      requested: { amount: '1.00', currency: 'CNY' },
      applicant: {
        name: 'Yongle Menders',
        grants: {
          edges: Array.from({ length: 5 }, () => ({
            node: { title: 'Repairs for the old', state: 'ACTIVE' },
          })),
        },
      },
      review: {
        needed: 2,
        possible: 2,
        approvals: [{ member: { name: 'Chair Sun', isMe: false }, reason: 'approve: because' }],
        recused: [{ member: { name: 'Board Wu' }, because: 'DECLARED_INTEREST' }],
        pending: [{ name: 'Board Zhou', isMe: true }],
      },
    },
    pool: {
      name: 'Pool 0',
      received: { amount: '1000.00' },
      committed: { amount: '11.00' },
      spent: { amount: '5.00' },
      available: { amount: '984.00' },
    },
  });
});

const titles = ({ data }: { data: Data }) =>
  data.me!.inbox!.edges!.map(({ node }) => String(node!.application?.title ?? node!.__typename));

test('an inbox is paged, and holds only what waits for the person', async () => {
  const { chair, boardMembers, treasurer, secretary, leader } = world.home;
  const first = await ask(boardMembers[0].actor, INBOX, { first: 3 });
  expect(titles(first)).toEqual(['Undecided 0', 'Undecided 1', 'Undecided 2']);
  const after = first.data.me!.inbox!.pageInfo!.endCursor;
  const rest = await ask(boardMembers[0].actor, INBOX, { first: 3, after });
  expect(titles(rest)).toEqual(['Undecided 3']);
  // The chair has voted on the first, the other member declared an interest in it.
  for (const { actor } of [chair, boardMembers[1]])
    expect(titles(await ask(actor, INBOX, { first: 20 }))).toEqual([
      'Undecided 1',
      'Undecided 2',
      'Undecided 3',
    ]);
  for (const { actor } of [leader, world.other.chair, world.outsider])
    expect(titles(await ask(actor, INBOX, { first: 20 }))).toEqual([]);
  // In each pool one of the two grants is not paid yet.
  expect(titles(await ask(secretary.actor, INBOX, { first: 20 }))).toEqual(
    Array.from({ length: 4 }, () => 'TrancheToRequest'),
  );
  const { data, codes } = await ask(treasurer.actor, INBOX, { first: 20 });
  expect(codes).toEqual([]);
  expect(data.me!.inbox!.edges).toHaveLength(4);
  expect(data.me!.inbox!.edges![0]!.node).toEqual({
    __typename: 'TrancheToCheck',
    tranche: {
      amount: { amount: '3.00', currency: 'CNY' },
      milestone: { title: 'Milestone 2', acceptedAt: null },
      maker: { name: 'Secretary Zheng' },
    },
  });
  const stranger = await ask(STRANGER, INBOX, { first: 20 });
  expect(stranger.data.me).toBeNull();
});

test('nobody checks their own request, and what was cancelled waits for nobody', async () => {
  const { chair, secretary, treasurer } = world.home;
  const pool = await newPool(database.dataSource, world.home);
  await fund(database.dataSource, pool, 1_000n);
  const grant = await acts.award(pool, [100]);
  const both = {
    ...secretary,
    actor: {
      ...secretary.actor,
      standings: [...secretary.actor.standings, ...treasurer.actor.standings],
    },
  };
  await acts.request(grant.trancheIds[0], both);
  const waiting = async ({ actor }: { actor: Actor }) =>
    titles(await ask(actor, INBOX, { first: 20 })).filter((each) => each === 'TrancheToCheck')
      .length;
  expect(await waiting(treasurer)).toBe(5);
  expect(await waiting(both)).toBe(0);
  await runner(database.dataSource)(chair.actor, (work) =>
    cancelGrant(work, { grantId: grant.grantId, reason: 'Dissolved' }),
  );
  expect(await waiting(treasurer)).toBe(4);
});

test('applications of a body to which a member belongs do not wait for that member', async () => {
  const { chair, leader } = world.home;
  const related: Actor = {
    ...chair.actor,
    standings: [...chair.actor.standings, ...leader.actor.standings],
  };
  expect(titles(await ask(related, INBOX, { first: 20 }))).toEqual([]);
});

const GRANTS = `query ($first: Int!) { community(slug: "yongle") { pools(first: 10) { edges { node {
  name grants(first: $first) { edges { node {
    id title state amount { amount } paid { minor } returned { minor } committed { minor }
    grantee { name } pool { name } awardedAt endedAt
    application { requested { amount } review { needed approvals { member { name role } } } }
    tranches { number state amount { amount } paidAt maker { name } checker { name }
      milestone { title dueOn acceptedAt evidence acceptedBy { name } } entry { rule } }
    entry { rule legs { debit credit } } } } } } } } } }`;

test('grants of pools with applicant, pool, tranches, review: a bounded number of statements', async () => {
  const { actor } = world.home.treasurer;
  const one = await countQueries(database.dataSource, () => ask(actor, GRANTS, { first: 1 }));
  const all = await countQueries(database.dataSource, () => ask(actor, GRANTS, { first: 50 }));
  expect(all.result.codes).toEqual([]);
  expect(all.statements.length).toBeLessThanOrEqual(one.statements.length + JOINED);
  expect(all.statements.length).toBeLessThanOrEqual(24);
  const [newest, older] = all.result.data.community!.pools!.edges![0]!.node!.grants!.edges!;
  expect(newest!.node).toMatchObject({
    state: 'ACTIVE',
    amount: { amount: '8.00' },
    paid: { minor: '500' },
    returned: { minor: '0' },
    committed: { minor: '300' },
    grantee: { name: 'Yongle Menders' },
    application: { review: { needed: 2, approvals: [{}, {}] } },
    tranches: [
      {
        number: 1,
        state: 'PAID',
        amount: { amount: '5.00' },
        maker: { name: 'Secretary Zheng' },
        checker: { name: 'Treasurer Qian' },
        milestone: {
          evidence: 'Photographs, a list',
          acceptedBy: { name: 'Secretary Zheng' },
        },
        entry: { rule: 'trancheDisbursed' },
      },
      { number: 2, state: 'REQUESTED', checker: null, paidAt: null, entry: null },
    ],
    entry: { rule: 'grantAwarded' },
  });
  expect(older!.node).toMatchObject({
    paid: { minor: '0' },
    committed: { minor: '800' },
    tranches: [{ state: 'PLANNED', maker: null }, { state: 'PLANNED' }],
  });
});

const PUBLIC = `query ($id: ID!) { node(id: $id) { ... on Grant {
  title state amount { amount } paid { amount } grantee { name } pool { name }
  application { title state requested { amount } applicant { name } submittedAt decidedAt }
  tranches { number state amount { amount } milestone { title dueOn acceptedAt } } } } }`;

test('anyone sees titles, amounts, states and organisations', async () => {
  expect((await ask(STRANGER, PUBLIC, { id: paid.grantId })).codes).toEqual([]);
});

test.each([
  'application { purpose }',
  'application { budget { label } }',
  'application { review { needed } }',
  'cancelledBecause',
  'tranches { maker { name } }',
  'tranches { milestone { evidence } }',
  'entry { rule }',
])('not everybody sees %s', async (field) => {
  const source = `query ($id: ID!) { node(id: $id) { ... on Grant { ${field} } } }`;
  const seen = async (actor: Actor) => (await ask(actor, source, { id: paid.grantId })).codes;
  expect((await seen(STRANGER))[0]).toBe('UNAUTHENTICATED');
  for (const { actor } of [world.outsider, world.other.leader, world.other.chair])
    expect((await seen(actor))[0]).toBe('FORBIDDEN');
  for (const { actor } of [world.home.treasurer, world.auditor])
    if (!field.includes('maker')) expect(await seen(actor)).toEqual([]);
  if (!field.startsWith('entry') && !field.includes('maker'))
    expect(await seen(world.home.members[0].actor)).toEqual([]);
});

test('an application is submitted, reviewed and refused through the API', async () => {
  const { leader, chair, team } = world.home;
  const pool = await newPool(database.dataSource, world.home, {
    thresholds: [{ from: cny('0'), approvals: 4 }],
  });
  const APPLY = `mutation ($input: ApplyForGrantInput!) { applyForGrant(input: $input) {
    application { id title state budget { number label amount { amount } } }
    userErrors { __typename code message path
      ... on SumsDiffer { requested budget tranches } } } }`;
  const input = application(team, pool, [500, 300]);
  const refused = await ask(leader.actor, APPLY, {
    input: { ...input, requested: cny('9.00') },
  });
  expect(refused.data.applyForGrant).toEqual({
    application: null,
    userErrors: [
      {
        __typename: 'SumsDiffer',
        code: 'SUMS_DIFFER',
        message: '9.00 is requested, but the budget adds up to 8.00 and the tranches to 8.00.',
        path: ['budget'],
        requested: '9.00',
        budget: '8.00',
        tranches: '8.00',
      },
    ],
  });
  const { data } = await ask(leader.actor, APPLY, { input });
  const applied = data.applyForGrant!.application as unknown as { id: string };
  expect(applied).toMatchObject({
    state: 'SUBMITTED',
    budget: [{ number: 1, label: 'Tools', amount: { amount: '8.00' } }],
  });
  const review = await ask(
    chair.actor,
    `mutation ($input: ReviewApplicationInput!) { reviewApplication(input: $input) {
      application { state } userErrors { code ... on BoardTooSmall { needed possible } } } }`,
    {
      input: {
        idempotencyKey: 'a-key-of-mine',
        applicationId: applied.id,
        verdict: 'APPROVE',
        reason: 'Good',
      },
    },
  );
  expect(review.data.reviewApplication).toEqual({
    application: null,
    userErrors: [{ code: 'BOARD_TOO_SMALL', needed: 4, possible: 3 }],
  });
});

test('applications and grants of an organisation are paged, newest first', async () => {
  const source = `query ($id: ID!, $after: String) { node(id: $id) { ... on Organisation {
    applications(first: 3, after: $after) { edges { node { title } } pageInfo { endCursor } }
    grants(first: 5) { edges { node { title } } pageInfo { hasNextPage } } } } }`;
  const id = world.home.team.globalId;
  const { data } = await ask(STRANGER, source, { id });
  const page = data.node!.applications!;
  expect(page.edges!.map(({ node }) => node!.title)).toContain('Undecided 3');
  expect(data.node!.grants!.pageInfo!.hasNextPage).toBe(true);
  const seen: unknown[] = [];
  let after: unknown = null;
  for (;;) {
    const { applications } = (await ask(STRANGER, source, { id, after })).data.node!;
    seen.push(...applications!.edges!.map(({ node }) => node!.title));
    after = applications!.pageInfo!.endCursor;
    if (after === null) break;
  }
  expect(seen.filter((title) => String(title).startsWith('Undecided'))).toEqual([
    'Undecided 3',
    'Undecided 2',
    'Undecided 1',
    'Undecided 0',
  ]);
  expect(seen).toHaveLength(14);
});
