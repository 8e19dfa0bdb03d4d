import { randomUUID } from 'node:crypto';
import { toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { answerObjection } from '../../src/motions/answer-objection';
import { executeResolution } from '../../src/motions/execute-resolution';
import { MOTION_CHECKS } from '../../src/motions/motions.checks';
import { noteHearing } from '../../src/motions/note-hearing';
import { objectToResolution } from '../../src/motions/object-to-resolution';
import { fund, newPool } from '../foundations/money';
import { grantActs } from '../grants/board';
import {
  after,
  conclude,
  coSigned,
  DAY,
  decideByCouncil,
  doing,
  newAssembly,
  putToVote,
  resolutionId,
  resolutionOf,
  screen,
  START,
  table,
  vote,
  votedOn,
  type Assembly,
} from './assembly';

/** Each check of motions finds the harm that it is there for. */

let assembly: Assembly;
beforeAll(async () => {
  assembly = await newAssembly(5);
  await coSigned(assembly, 10);
  await coSigned(assembly, 2, { title: 'Few names' });
  await objectedAndHeard();
  await granted();
  await putToVote(assembly, await screen(assembly, await table(assembly, { title: 'Voted on' })));
});
afterAll(() => assembly.database.drop());

/** A resolution that was heard before it was voted on, objected to, answered and executed. */
async function objectedAndHeard() {
  const motion = await screen(assembly, await table(assembly), 'admit', { hearingFirst: true });
  await doing(
    assembly,
    assembly.party[0],
    (work) => noteHearing(work, motion, { heardAt: START }),
    {},
  );
  await putToVote(assembly, motion);
  await vote(assembly, motion, [5, 0, 0]);
  const resolution = await resolutionOf(assembly, await conclude(assembly, motion));
  const said = { resolutionId: resolutionId(resolution), text: 'There is a bench already.' };
  const objecting = assembly.residents[0]!.actor;
  const { communityId, id } = await doing(assembly, objecting, objectToResolution, said);
  await doing(assembly, assembly.party[0], answerObjection, {
    ...{ objectionId: toGlobalId('Objection', communityId, id), upheld: false },
    answer: 'It was moved.',
  });
  await execute(said.resolutionId);
}

/** A grant that a resolution awarded. */
async function granted() {
  const { database, world } = assembly;
  const pool = await newPool(database.dataSource, world.home);
  await fund(database.dataSource, pool, 100_000n);
  await decideByCouncil(assembly, pool.globalId);
  const acts = grantActs(database.dataSource, world.home);
  const { globalId } = await acts.apply(pool, [30_000], {}, START);
  const act = { awardGrant: { applicationId: globalId } };
  const motion = await votedOn(assembly, [5, 0, 0], { title: 'A grant', act });
  const { refusal } = await execute(resolutionId(await resolutionOf(assembly, motion)));
  expect(refusal).toBeNull();
}

const execute = (id: string) =>
  doing(
    assembly,
    assembly.world.home.cadre.actor,
    executeResolution,
    { idempotencyKey: randomUUID(), resolutionId: id },
    after(8 * DAY),
  );

const OBJECTED = '(select resolution_id from resolution_objection)';
const NOTHING = toGlobalId('Application', randomUUID(), randomUUID());
/** Of both resolutions, the one that nobody objected to. */
const GRANT = `id not in ${OBJECTED}`;

/** Whoever owns the tables can do away with what keeps a motion as it was written. */
const REWRITE = 'alter table motion disable trigger motion_stays_as_written';

/** What somebody did to the tables, and the check that finds it: each by itself is harm enough. */
const HARM: Readonly<Record<string, readonly string[]>> = {
  'motion-names': [
    `delete from motion_co_signature where resident_id = (select min(resident_id::text)::uuid
      from motion_co_signature join motion on motion.id = motion_id where state = 'tabled')`,
    `${REWRITE};update motion set co_signers_needed = 2 where state = 'gathering'`,
  ],
  'motion-ballot': [
    `update motion set state = 'voting', screened_at = now() where state = 'tabled'`,
    `update motion set state = 'passed' where state = 'voting'`,
    `update ballot set quorum_num = null, quorum_den = null, quorum_strict = null,
      passes_num = null, passes_den = null, passes_strict = null, passes_of = null,
      favoured = null`,
  ],
  'motion-rejected': [
    `update motion set state = 'rejected' where state = 'passed'`,
    `update motion set state = 'rejected' where state = 'voting'`,
  ],
  'motion-resolved': [
    'delete from resolution_objection;delete from resolution',
    `update motion set state = 'rejected' where state = 'passed'`,
  ],
  'motion-heard': [
    'update motion set heard_at = null where hearing_first',
    `update motion set heard_at = now() + interval '1 year' where hearing_first`,
  ],
  'resolution-passed': [
    'update ballot set votes = array[2, 3, 0], took_part = 5 where closed_at is not null',
    'update ballot set votes = array[3, 0, 0], took_part = 3 where closed_at is not null',
  ],
  'resolution-motion': [
    'delete from motion_ballot',
    `update motion set state = 'rejected' where state = 'passed'`,
  ],
  'resolution-numbers': ['update resolution set number = 3 where number = 2'],
  'resolution-executed': [
    'update resolution set notice_until = notice_until + 30',
    'update resolution set notice_until = adopted_at::date, lapses_on = adopted_at::date + 1',
    'update resolution_objection set upheld = true',
    'update resolution_objection set answer = null, upheld = null, answered_at = null',
    `update resolution_objection set answered_at = now() + interval '1 year'`,
  ],
  'resolution-award': [
    `update resolution set ended_at = ended_at + interval '1 second' where ${GRANT}`,
    `${REWRITE};
     update motion set input = '{"applicationId": "${NOTHING}"}' where kind = 'award_grant'`,
  ],
  'award-resolved': [
    `${REWRITE};
     update motion set input = '{"applicationId": "${NOTHING}"}' where kind = 'award_grant'`,
    `update resolution set state = 'lapsed', key = null, fingerprint = null where ${GRANT}`,
  ],
};

test.each([
  `title = 'Another'`,
  `text = 'Another'`,
  `kind = 'free_text'`,
  `input = '{"applicationId": "another"}'`,
  `council_id = gen_random_uuid()`,
])('what is voted on is not rewritten: %s', async (change) => {
  const rewrite = assembly.database.dataSource.query(
    `update motion set ${change} where kind = 'award_grant'`,
  );
  await expect(rewrite).rejects.toMatchObject({ code: 'LM001' });
});

test('there is a harm for every check', () => {
  expect(MOTION_CHECKS.map(({ name }) => name)).toEqual(Object.keys(HARM));
});

const HARMS = Object.entries(HARM).flatMap(([name, harms]) =>
  harms.map((harm) => [name, harm] as const),
);

test.each(HARMS)('%s finds what is wrong: %s', async (name, harm) => {
  const { dataSource } = assembly.database;
  expect(await runChecks(dataSource, MOTION_CHECKS)).toEqual([]);
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    for (const statement of harm.split(';')) await runner.query(statement);
    const check = MOTION_CHECKS.find((each) => each.name === name)!;
    expect(((await runner.query(check.sql)) as unknown[]).length).toBeGreaterThan(0);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
});
