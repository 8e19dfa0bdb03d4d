import { randomUUID } from 'node:crypto';
import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { cancelGrant } from '../../src/grants/cancel-grant';
import { STRANGER } from '../../src/kernel/actor';
import { runChecks } from '../../src/ledger/verify';
import { CHECKS } from '../../src/server/checks';
import { createSchema } from '../../src/server/schema';
import { figuresOf, fund, newPool, runner } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type World } from '../support/world';
import { grantActs } from './board';
import { giveFor, takeBackFrom } from './gifts';

let database: FreshDatabase;
let world: World;
let run: ReturnType<typeof runner>;
let acts: ReturnType<typeof grantActs>;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  run = runner(database.dataSource);
  acts = grantActs(database.dataSource, world.home);
});
afterAll(() => database.drop());

/** A grant of 800 in two tranches, whose pool holds that and nothing more. */
async function project() {
  const pool = await newPool(database.dataSource, world.home);
  await fund(database.dataSource, pool, 800n);
  const { id, trancheIds, grantId: globalId } = await acts.award(pool, [500, 300]);
  return { pool, grantId: id, trancheIds, globalId };
}
type Project = Awaited<ReturnType<typeof project>>;

const give = (to: Project, minor: bigint) => giveFor(database.dataSource, to, minor);
const figures = ({ pool }: Project) => figuresOf(database.dataSource, pool);

async function rulesOf({ grantId }: Project): Promise<string[]> {
  const entries: { rule: string; minor: string }[] = await database.dataSource.query(
    `select rule, facts->'amount'->>'minor' as minor from ledger_entry
     where facts->>'grantId' = $1 and rule <> 'grantAwarded' order by id`,
    [grantId],
  );
  return entries.map(({ rule, minor }) => `${rule} ${minor}`);
}

async function payBoth({ trancheIds }: Project) {
  for (const trancheId of trancheIds) {
    await acts.request(trancheId);
    await acts.pay(trancheId);
    await acts.accept(trancheId);
  }
}

test('gifts for a project are promised, and pay for it before its pool does', async () => {
  const grant = await project();
  await give(grant, 620n);
  expect(await figures(grant)).toEqual([1420n, 0n, 1420n, 0n]);
  await payBoth(grant);
  expect(await rulesOf(grant)).toEqual([
    'projectGiftsUsed 500',
    'projectGiftsUsed 120',
    'trancheDisbursed 180',
  ]);
  expect(await figures(grant)).toEqual([1420n, 620n, 0n, 800n]);
});

test('the entry of a tranche is the first of two, and the same payment is one payment', async () => {
  const grant = await project();
  await give(grant, 1n);
  await acts.request(grant.trancheIds[0]);
  const key = randomUUID();
  const pay = () => acts.pay(grant.trancheIds[0], world.home.treasurer, key);
  await Promise.all(Array.from({ length: 10 }, pay));
  const [{ rule }] = await database.dataSource.query(
    `select entry.rule from disbursement paid
     join ledger_entry entry on entry.community_id = paid.community_id and entry.id = paid.entry_id
     where paid.grant_id = $1`,
    [grant.grantId],
  );
  expect(rule).toBe('projectGiftsUsed');
  expect(await rulesOf(grant)).toEqual(['projectGiftsUsed 1', 'trancheDisbursed 499']);
});

test('what a completed or cancelled grant did not need serves its pool', async () => {
  const completed = await project();
  await give(completed, 1000n);
  await payBoth(completed);
  expect(await figures(completed)).toEqual([1800n, 1000n, 0n, 800n]);
  const cancelled = await project();
  await give(cancelled, 9n);
  const input = { grantId: cancelled.globalId, reason: 'The team dissolved' };
  const cancel = () => run(world.home.chair.actor, (work) => cancelGrant(work, input));
  await Promise.all(Array.from({ length: 4 }, cancel));
  expect(await figures(cancelled)).toEqual([809n, 809n, 0n, 0n]);
  expect(await rulesOf(cancelled)).toEqual(['grantCancelled 800', 'projectGiftsFreed 9']);
});

test('a giver who takes back while a tranche is paid or the grant ends spoils neither', async () => {
  for (let round = 0; round < 6; round += 1) {
    const grant = await project();
    await give(grant, 500n);
    await acts.request(grant.trancheIds[0]);
    const takeBacks = () =>
      Array.from({ length: 5 }, () => takeBackFrom(database.dataSource, grant, 20n));
    const ends = () =>
      run(world.home.chair.actor, (work) =>
        cancelGrant(work, { grantId: grant.globalId, reason: 'The team dissolved' }),
      );
    const act = round % 2 ? () => acts.pay(grant.trancheIds[0]) : ends;
    const [done, ...taken] = await Promise.allSettled([act(), ...takeBacks()]);
    expect(done.status).toBe('fulfilled');
    const back = 20n * BigInt(taken.filter(({ status }) => status === 'fulfilled').length);
    const spent = round % 2 ? 500n : 0n;
    expect((await figures(grant))[0]).toBe(1300n - back);
    expect((await figures(grant))[3]).toBe(spent);
  }
});

test('a grant tells what was given for it', async () => {
  const grant = await project();
  const ask = async () => {
    const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
    const { data, errors } = await graphql({
      schema: createSchema(),
      source: `query ($id: ID!) { node(id: $id) { ... on Grant { givenForProject { amount } } } }`,
      variableValues: { id: grant.globalId },
      contextValue: new Context(database.dataSource, STRANGER, 'en', session),
    });
    expect(errors).toBeUndefined();
    return (data as { node: { givenForProject: { amount: string } } }).node.givenForProject.amount;
  };
  expect(await ask()).toBe('0.00');
  await give(grant, 620n);
  await payBoth(grant);
  expect(await ask()).toBe('6.20');
});

test('the books hold', async () => {
  expect(await runChecks(database.dataSource, CHECKS)).toEqual([]);
});
