import { FOUNDATIONS_CHECKS } from '../../src/foundations/foundations.checks';
import { GRANTS_CHECKS } from '../../src/grants/grants.checks';
import { runChecks } from '../../src/ledger/verify';
import { CHECKS } from '../../src/server/checks';
import { fund, newPool } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld } from '../support/world';
import { grantActs } from './board';
import { giveFor } from './gifts';

const OURS = [...FOUNDATIONS_CHECKS, ...GRANTS_CHECKS];

/** Each tampering, as whoever has the database could do it, and the checks that find it. */
const TAMPERINGS: readonly (readonly [checks: readonly string[], sql: string])[] = [
  [
    ['pools-exist', 'promises-belong'],
    `update ledger_account set holder_id = id
     where kind = 'grantCommitted' and debits <> 0`,
  ],
  [['pools-exist'], `update pool set currency = 'EUR' where name = 'Busy'`],
  [['pools-closed'], `update pool set closed_on = '2026-01-01' where name = 'Busy'`],
  [['pools-decide'], `update pool_threshold set from_minor = 1 where from_minor = 0`],
  [
    ['pools-have-one-table'],
    `update pool_threshold set valid_from = valid_from + interval '1 day'`,
  ],
  [
    ['procedures-stay'],
    `insert into pool_decider select community_id, gen_random_uuid(), id, opened_on + n,
       (array['procedure', 'board'])[n], null, null, now()
     from pool, generate_series(1, 2) n where name = 'Busy'`,
  ],
  [
    ['boards-keep-to-theirs'],
    `insert into pool_decider select community_id, gen_random_uuid(), id, '1971-01-01',
       'procedure', null, null, now() from pool`,
  ],
  [['dues'], `update ledger_account set credits = credits + 1 where kind = 'dueTo'`],
  [['dues'], `delete from ledger_account where kind = 'dueTo'`],
  [['dues'], `delete from ledger_account where kind = 'dueFrom'`],
  [['applications-add-up'], `update budget_line set minor = minor + 1`],
  [['applications-add-up'], `update tranche set minor = minor - 1 where n = 2`],
  [['awards'], `update application set state = 'declined' where state = 'awarded'`],
  [
    ['awards'],
    `update application set state = 'awarded', decided_at = submitted_at
     where state = 'submitted'`,
  ],
  [['approvals'], `update review set verdict = 'decline'`],
  [['grants-paid'], `update ledger_account set debits = debits + 1 where kind = 'grantExpense'`],
  [
    ['grants-paid'],
    `update ledger_account set credits = credits + 1
     where kind = 'grantCommitted'`,
  ],
  [
    ['grants-paid', 'completed'],
    `update disbursement set state = 'declined', reason = 'x',
     entry_id = null where state = 'paid'`,
  ],
  [
    ['project-gifts-freed'],
    `update pool_grant set state = 'cancelled', ended_at = awarded_at, cancelled_because = 'x'`,
  ],
  [['promises-belong'], `update ledger_account set about = id::text where kind = 'grantExpense'`],
  [
    ['completed'],
    `update pool_grant set state = 'completed', ended_at = awarded_at
     where state = 'active'`,
  ],
];

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  const { dataSource } = database;
  const world = await newWorld(dataSource);
  const acts = grantActs(dataSource, world.home);
  const pool = await newPool(dataSource, world.home, { name: 'Busy' });
  await fund(dataSource, pool, 10_000n, [await newPool(dataSource, world.other), 7n]);
  await acts.apply(pool, [100, 100]);
  const { trancheIds, id } = await acts.award(pool, [500, 300]);
  await acts.request(trancheIds[0]);
  await acts.pay(trancheIds[0]);
  await acts.accept(trancheIds[0]);
  await giveFor(dataSource, { pool, grantId: id }, 40n);
});
afterAll(() => database.drop());

test('books that were only touched by commands pass', async () => {
  expect(await runChecks(database.dataSource, CHECKS)).toEqual([]);
});

test.each(TAMPERINGS)('%j goes red on: %s', async (checks, sql) => {
  const runner = database.dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(sql);
    const red: string[] = [];
    for (const { name, sql: check } of OURS)
      if ((await runner.query(check)).length > 0) red.push(name);
    expect(red).toEqual(expect.arrayContaining([...checks]));
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
});

test('every check has been seen red', () => {
  const seen = new Set(TAMPERINGS.flatMap(([checks]) => checks));
  expect(OURS.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
});
