import { connectStore } from '../../src/attachments/object-store';
import { acceptMilestone } from '../../src/grants/accept-milestone';
import { returnUnspent } from '../../src/grants/return-unspent';
import { withdrawApplication } from '../../src/grants/withdraw-application';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { tenantRef, toGlobalId } from '../../src/kernel/global-id';
import { pdf } from '../attachments/files';
import { endOf, MemoryStore, upload } from '../attachments/stage';
import { ask as askOf } from '../donations/ask';
import { cny, fund, newPool, runner } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries } from '../support/queries';
import { newWorld, type World } from '../support/world';
import { grantActs } from './board';

let database: FreshDatabase;
let world: World;
let acts: ReturnType<typeof grantActs>;
let run: ReturnType<typeof runner>;
let pool: Awaited<ReturnType<typeof newPool>>;

beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  acts = grantActs(database.dataSource, world.home);
  run = runner(database.dataSource);
  connectStore(database.dataSource, new MemoryStore());
  pool = await newPool(database.dataSource, world.home);
  await fund(database.dataSource, pool, 10_000n);
});
afterAll(() => database.drop());

const RECORD = `query ($id: ID!) { node(id: $id) { ... on Organisation { grantRecord {
  applications undecided declined withdrawn grants completed cancelled
  milestonesKept milestonesLate milestonesOverdue
  money { awarded { amount } paid { amount currency } returned { amount } } } } } }`;

interface Asked {
  readonly node: { readonly grantRecord: Record<string, unknown> };
}

const recordOf = async (id = world.home.team.globalId, actor: Actor = STRANGER) => {
  const { data, codes } = await askOf<Asked>(database.dataSource, actor, RECORD, { id });
  expect(codes).toEqual([]);
  return data.node.grantRecord;
};

const NOTHING = {
  ...{ applications: 0, undecided: 0, declined: 0, withdrawn: 0 },
  ...{ grants: 0, completed: 0, cancelled: 0 },
  ...{ milestonesKept: 0, milestonesLate: 0, milestonesOverdue: 0, money: [] },
};

/** As if the milestone of a tranche had been due long ago. */
const wasDue = (trancheId: string) =>
  database.dataSource.query(`update tranche set due_on = '2024-01-01' where id = $1`, [
    tenantRef('Tranche', trancheId, []).id,
  ]);

test('a record tells what was asked, decided, kept, late, overdue, and what came back', async () => {
  expect(await recordOf()).toEqual(NOTHING);
  const { chair, leader, secretary } = world.home;
  const kept = await acts.award(pool, [500]);
  await acts.request(kept.trancheIds[0]);
  await acts.pay(kept.trancheIds[0]);
  await acts.accept(kept.trancheIds[0]);
  await run(secretary.actor, (work) =>
    returnUnspent(work, { idempotencyKey: 'return-1', grantId: kept.grantId, amount: cny('1.20') }),
  );
  const late = await acts.award(pool, [300]);
  await wasDue(late.trancheIds[0]!);
  await acts.request(late.trancheIds[0]);
  await acts.pay(late.trancheIds[0]);
  expect(await recordOf()).toMatchObject({ milestonesKept: 1, milestonesOverdue: 1 });
  await acts.accept(late.trancheIds[0]);
  const back = await acts.apply(pool, [100]);
  await run(leader.actor, (work) => withdrawApplication(work, { applicationId: back.globalId }));
  const declined = await acts.apply(pool, [100]);
  for (const member of [chair, world.home.boardMembers[0]])
    await acts.review(declined, member, 'decline');
  await acts.apply(pool, [100]);
  expect(await recordOf()).toEqual({
    ...{ applications: 5, undecided: 1, declined: 1, withdrawn: 1 },
    ...{ grants: 2, completed: 2, cancelled: 0 },
    ...{ milestonesKept: 1, milestonesLate: 1, milestonesOverdue: 0 },
    money: [
      {
        awarded: { amount: '8.00' },
        paid: { amount: '8.00', currency: 'CNY' },
        returned: { amount: '1.20' },
      },
    ],
  });
  expect(await recordOf(world.other.team.globalId)).toEqual(NOTHING);
});

test('the records of many organisations are read together', async () => {
  const many = `query ($a: ID!, $b: ID!) {
    a: node(id: $a) { ... on Organisation { grantRecord { grants money { paid { minor } } } } }
    b: node(id: $b) { ... on Organisation { grantRecord { grants money { paid { minor } } } } } }`;
  const [a, b] = [world.home.team.globalId, world.other.team.globalId];
  const read = (variables: { a: string; b: string }) =>
    countQueries(database.dataSource, () => askOf(database.dataSource, STRANGER, many, variables));
  const one = await read({ a, b: a });
  const both = await read({ a, b });
  expect(both.result.codes).toEqual([]);
  expect(both.statements.length).toBeLessThanOrEqual(one.statements.length);
});

test('a milestone is shown by files of who accepts it, to whoever may look inside', async () => {
  const { home } = world;
  const granted = await acts.award(pool, [200]);
  const [trancheId = ''] = granted.trancheIds;
  await acts.request(trancheId);
  await acts.pay(trancheId);
  const file = async (actor: Actor, text: string) => {
    const { communityId, id } = await upload(database.dataSource, actor, home, pdf(text));
    return toGlobalId('Attachment', communityId, id);
  };
  const accept = (fileIds: string[]) =>
    endOf(
      run(home.secretary.actor, (work) =>
        acceptMilestone(work, { trancheId, evidence: 'Seen', fileIds }),
      ),
    );
  const own = await file(home.secretary.actor, 'a list of who came');
  const anothers = await file(home.chair.actor, 'of another');
  expect(await accept(Array.from({ length: 7 }, () => own))).toBe('FILES_COUNT fileIds');
  expect(await accept([own, anothers])).toBe('ID_UNKNOWN fileIds 1');
  expect(await accept([own, own])).toBe('ATTACHMENT_TAKEN fileIds 1');
  expect(await accept([own])).toBe('done');
  const FILES = `query ($id: ID!) { node(id: $id) { ... on Tranche {
    milestone { evidence files { id type } } } } }`;
  const seen = await askOf(database.dataSource, home.treasurer.actor, FILES, { id: trancheId });
  expect(seen).toMatchObject({
    codes: [],
    data: { node: { milestone: { files: [{ id: own, type: 'application/pdf' }] } } },
  });
  const hidden = await askOf(database.dataSource, STRANGER, FILES, { id: trancheId });
  expect(hidden.codes).not.toEqual([]);
  expect(JSON.stringify(hidden.data)).not.toContain(own);
  const NODE = `query ($id: ID!) { node(id: $id) { id } }`;
  const asked = await askOf(database.dataSource, STRANGER, NODE, { id: own });
  expect(asked.data).toEqual({ node: null });
});
