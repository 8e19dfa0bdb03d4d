import { COURTYARD_CHECKS } from '../../src/courtyards/courtyards.checks';
import { runChecks } from '../../src/ledger/verify';
import {
  adopt,
  announce,
  confirm,
  everyone,
  nameTeam,
  newYard,
  spend,
  tell,
  type Yard,
} from './yard';

let yard: Yard;
beforeAll(async () => {
  yard = await newYard();
  await nameTeam(yard);
  const { courtyard: placeId } = yard;
  for (const title of ['One', 'Two'])
    await adopt(yard, { placeId, title, text: 'We greet each other.' });
  await tell(yard, await announce(yard), everyone(yard).slice(0, 4));
  await announce(yard);
  await confirm(yard, await spend(yard, 100));
  await spend(yard, 200);
});
afterAll(() => yard.database.drop());

/** What somebody did to the tables, and the check that finds it. */
const HARM: Readonly<Record<string, readonly string[]>> = {
  'courtyard-body': [
    `insert into courtyard_body select community_id, gen_random_uuid(), place_id, organisation_id,
       council_id, valid_from, valid_from + 1, named_by, named_at from courtyard_body`,
    `update courtyard_body set place_id = community_id`,
    `update courtyard_body set place_id = (select id from place where kind = 'grid' or
       kind = 'street' limit 1)`,
  ],
  'covenant-versions': [
    'update covenant set number = number + 1 where number = 2',
    'update covenant set place_id = (select parent_id from place where id = community_id)',
  ],
  'activity-people': [
    `update activity set participants = 5 where state = 'held'`,
    `update activity_participant set band = 'old'`,
    'delete from activity_participant',
  ],
  'activity-body': ['update activity set place_id = community_id'],
  'spending-booked': [
    `update grant_spending set minor = minor + 1 where state = 'confirmed'`,
    `update ledger_account set debits = debits + 1 where kind = 'grantAccountedFor'`,
  ],
  'spending-entry': [
    `update grant_spending set entry_id = grant_id where state = 'confirmed'`,
    `update grant_spending set organisation_id = (select id from organisation
       where kind = 'foundation' limit 1)`,
  ],
};

test('there is a harm for every check', () => {
  expect(COURTYARD_CHECKS.map(({ name }) => name)).toEqual(Object.keys(HARM));
});

const harms = Object.entries(HARM).flatMap(([name, all]) => all.map((sql) => [name, sql] as const));

test.each(harms)('%s finds: %s', async (name, sql) => {
  const { dataSource } = yard.database;
  expect(await runChecks(dataSource, COURTYARD_CHECKS)).toEqual([]);
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(sql);
    const check = COURTYARD_CHECKS.find((each) => each.name === name)!;
    expect(((await runner.query(check.sql)) as unknown[]).length).toBeGreaterThan(0);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
});
