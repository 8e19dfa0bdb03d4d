import { COUNCIL_CHECKS } from '../../src/councils/councils.checks';
import { dissolveCouncil } from '../../src/councils/dissolve-council';
import { runChecks } from '../../src/ledger/verify';
import { councilId, found, group, newChamber, run, type Chamber } from './chamber';

let chamber: Chamber;
beforeAll(async () => {
  chamber = await newChamber();
  await group(chamber, 5);
  await group(chamber, 5);
  const over = await found(chamber, 'group_council');
  await run(chamber, (work) =>
    dissolveCouncil(work, { councilId: councilId(over), reason: 'Nobody came.' }),
  );
});
afterAll(async () => {
  await chamber.database.drop();
});

const ONE = '(select id from council_seat order by id limit 1)';

/** What somebody did to the tables, and the check that finds it. */
const HARM: Readonly<Record<string, string>> = {
  'council-rule': `update council_rule set valid_from = valid_from - interval '1 day'`,
  'council-terms': `insert into council_term
    select community_id, gen_random_uuid(), council_id, valid_from + 1, valid_until, seats,
      seated_by, seated_at from council_term limit 1`,
  'council-full': 'update council_term set seats = seats + 1',
  'council-seat-term': `update council_seat set valid_until = valid_until - 1 where id = ${ONE}`,
  'council-one-holder': `insert into council_seat
    select community_id, gen_random_uuid(), council_id, term_id, number, resident_id, group_id,
      valid_from, valid_until, 'died', null, now() from council_seat where id = ${ONE}`,
  'council-group': `update council_seat set group_id = council.id from council
    where council.kind = 'group_council' and council.dissolved_at is not null
      and council_seat.id = ${ONE};
    update council set kind = 'residents_meeting' where dissolved_at is not null`,
  'council-dissolved': `update council set dissolved_at = now(), dissolve_reason = 'None'`,
};

test('there is a harm for every check', () => {
  expect(COUNCIL_CHECKS.map(({ name }) => name)).toEqual(Object.keys(HARM));
});

test.each(Object.entries(HARM))('%s finds what is wrong', async (name, harm) => {
  const { dataSource } = chamber.database;
  expect(await runChecks(dataSource, COUNCIL_CHECKS)).toEqual([]);
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    for (const statement of harm.split(';')) await runner.query(statement);
    const check = COUNCIL_CHECKS.find((each) => each.name === name)!;
    expect(((await runner.query(check.sql)) as unknown[]).length).toBeGreaterThan(0);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
});
