import { runChecks, type Check } from '../../src/ledger/verify';
import { freshDatabase, type FreshDatabase } from '../support/database';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const check = (name: string, sql: string): Check => ({ name, says: `${name} holds.`, sql });

const CHECKS = [
  check('slow', 'select 1 as off, pg_sleep(0.2)::text'),
  check('right', 'select 1 as off where false'),
  check('many', 'select n as off from generate_series(1, 25) as n'),
  check('again', 'select 1 as off where 1 < 0'),
];

test('each check is heard of once, with what it found and how long it took', async () => {
  const heard: [string, number, boolean][] = [];
  const findings = await runChecks(database.dataSource, CHECKS, ({ name }, finding, tookMs) =>
    heard.push([name, finding?.rows.length ?? 0, tookMs >= 150]),
  );
  // Two at a time: what is quick is told first, and the findings keep the checks' order.
  expect(heard.map(([name]) => name).at(-1)).toBe('slow');
  expect([...heard].sort()).toEqual([
    ['again', 0, false],
    ['many', 10, false],
    ['right', 0, false],
    ['slow', 1, true],
  ]);
  expect(findings.map((finding) => finding.check)).toEqual(['slow', 'many']);
});

test('what a check sets for itself stays with it, also where it fails', async () => {
  const broken = check('broken', 'select 1 / 0 as off');
  await expect(runChecks(database.dataSource, [broken])).rejects.toThrow('division by zero');
  const settings = await Promise.all(
    Array.from({ length: 16 }, () => database.dataSource.query('show work_mem')),
  );
  expect(new Set(settings.map(([{ work_mem }]) => work_mem))).toEqual(new Set(['4MB']));
});
