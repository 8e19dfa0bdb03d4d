import { closePool } from '../../src/foundations/close-pool';
import type { Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { answerObjection } from '../../src/motions/answer-objection';
import { objectToResolution } from '../../src/motions/object-to-resolution';
import { resolved } from '../../src/motions/resolution-for';
import { executeResolutionFor } from '../../src/motions/execute-resolution-for';
import { archiveFundProject } from '../../src/public-funds/archive-fund-project';
import { dropFundProject } from '../../src/public-funds/drop-fund-project';
import { evaluateFundProject } from '../../src/public-funds/evaluate-fund-project';
import type { FundProcedureRow } from '../../src/public-funds/fund-procedure.entity';
import type { FundProjectRow } from '../../src/public-funds/fund-project.entity';
import { openOpinionBallot } from '../../src/public-funds/open-opinion-ballot';
import { NINE_STEPS } from '../../src/public-funds/procedures/nine-steps';
import type { PublicFundRow } from '../../src/public-funds/public-fund.entity';
import { recordFundVisit } from '../../src/public-funds/record-fund-visit';
import { sendFundProjectBack } from '../../src/public-funds/send-fund-project-back';
import { request } from '../../src/kernel/request';
import { CHECKS } from '../../src/server/checks';
import { refused, resolutionId, resolutionOf } from '../motions/assembly';
import {
  askHouseholds,
  at,
  dayAt,
  days,
  key,
  newFund,
  newOffice,
  projectId,
  publish,
  start,
  type Office,
} from './office';
import {
  advance,
  execute,
  hear,
  missing,
  motionOf,
  resolve,
  spend,
  table,
  weigh,
  write,
} from './walk';

/** What is begun again, and who may not look at their own work. */

let office: Office;
let fund: PublicFundRow;
let nine: FundProcedureRow;
let cadre: Actor;
beforeAll(async () => {
  office = await newOffice();
  fund = await newFund(office);
  nine = await publish(office, 'nine_steps');
  cadre = office.world.home.cadre.actor;
});
afterAll(async () => {
  expect(await runChecks(office.database.dataSource, CHECKS)).toEqual([]);
  await office.database.drop();
});

const code = async (act: Promise<unknown>) => (await refused(act)).code;
const idOf = (project: FundProjectRow) => ({ projectId: projectId(project) });

const sendBack = (project: FundProjectRow, toStep: string, n: number, actor = cadre) =>
  at(
    office,
    actor,
    (work) => sendFundProjectBack(work, { ...idOf(project), toStep, reason: 'Once more.' }),
    days(n),
  );

/** To the opinions. */
async function toOpinions(title: string): Promise<FundProjectRow> {
  const project = await start(office, fund, nine, { title, cost: '200.00' });
  await write(office, project, 'publicity');
  await advance(office, project, days(3));
  return project;
}

/** Opinions, sorting, and the motion before the council. */
async function toCouncil(project: FundProjectRow): Promise<void> {
  await askHouseholds(office, project, [8, 2], days(3));
  await write(office, project, 'opinions', days(4));
  await advance(office, project, days(4));
  await sort(project);
}

async function sort(project: FundProjectRow): Promise<void> {
  await weigh(office, project, 4, days(4));
  await write(office, project, 'discussion_minutes', days(4));
  await advance(office, project, days(4));
  await table(office, project, ['200.00'], days(4));
  await write(office, project, 'public_notice', days(4));
}

const visit = (project: FundProjectRow, actor: Actor, n: number) =>
  at(
    office,
    actor,
    (work) =>
      recordFundVisit(work, {
        ...{ ...idOf(project), visitedOn: dayAt(n), found: 'A crack.', toPutRight: false },
      }),
    days(n),
  );

const scores = NINE_STEPS.dimensions.map(({ code: dimension }) => ({ dimension, points: 4 }));
const evaluate = (project: FundProjectRow, actor: Actor, n: number) =>
  at(
    office,
    actor,
    (work) => evaluateFundProject(work, { ...idOf(project), scores, remark: `Day ${n}.` }),
    days(n),
  );

/** Somebody who holds an office in what carries the projects out, besides their own. */
const executing = (actor: Actor): Actor => ({
  ...actor,
  standings: [
    ...actor.standings,
    { ...cadre.standings[0]!, organisationId: office.world.home.committee.id },
  ],
});

test('while households are asked nobody takes a project away from them', async () => {
  const project = await toOpinions('A fence');
  const asked = { question: 'A fence?', choices: ['For', 'Against'], closesAt: days(4) };
  await at(
    office,
    cadre,
    (work) => openOpinionBallot(work, { ...idOf(project), ...asked }),
    days(3),
  );
  expect(await code(sendBack(project, 'publicity', 3))).toBe('HOUSEHOLDS_VOTE');
  const drop = at(office, cadre, (work) =>
    dropFundProject(work, { ...idOf(project), reason: 'Nobody wants it.' }),
  );
  expect(await code(drop)).toBe('HOUSEHOLDS_VOTE');
});

test('opinions are gathered when somebody gave one, and asked for again when nobody did', async () => {
  const project = await toOpinions('A tree');
  await write(office, project, 'opinions', days(3));
  await askHouseholds(office, project, [0, 0], days(3));
  expect(await missing(office, project, days(4))).toEqual(['opinions_gathered']);
  await askHouseholds(office, project, [0, 6], days(4));
  expect(await missing(office, project, days(5))).toEqual([]);
  expect(await code(askHouseholds(office, project, [6, 0], days(5)))).toBe('OPINIONS_ASKED');
});

test('what a project came to is its own, and its file has an end', async () => {
  const { dataSource } = office.database;
  const project = await toOpinions('A path');
  await toCouncil(project);
  const other = await toOpinions('A hedge');
  for (const each of ['ballot', 'application', 'motion'])
    await expect(
      dataSource.query(
        `update fund_project set ${each}_id =
           (select ${each}_id from fund_project where id = $1) where id = $2`,
        [project.id, other.id],
      ),
    ).rejects.toThrow(`fund_project_${each}_key`);
  await dataSource.query(
    `insert into fund_document select community_id, gen_random_uuid(), project_id, step, kind,
       title, text, recorded_by, recorded_at from fund_document, generate_series(2, 200)
     where project_id = $1`,
    [other.id],
  );
  expect(await refused(write(office, other, 'opinions', days(4)))).toMatchObject({
    ...{ code: 'PROJECT_FULL', facts: { most: 200 } },
  });
});

test('what was resolved before it was sent back opens nothing any more', async () => {
  const project = await toOpinions('A ramp');
  await toCouncil(project);
  await resolve(office, project, days(5));
  const before = await resolutionOf(office, await motionOf(office, project));
  await sendBack(project, 'sorting', 13);
  const old = async (work: Parameters<typeof resolved>[0]) =>
    await executeResolutionFor(work, await resolved(work, before), request('old', asKey()));
  expect(await refused(at(office, cadre, old, days(14)))).toMatchObject({
    ...{ code: 'RESOLUTION_STATE', facts: { state: 'lapsed' } },
  });
});
const asKey = () => ({ idempotencyKey: key() });

test('a notice is not over while an objection waits for its answer', async () => {
  const project = await toOpinions('A gate');
  await toCouncil(project);
  await resolve(office, project, days(5));
  const resolution = await resolutionOf(office, await motionOf(office, project));
  const { communityId, id } = await at(
    office,
    office.residents[0]!.actor,
    (work) => objectToResolution(work, { resolutionId: resolutionId(resolution), text: 'Why?' }),
    days(6),
  );
  expect(await missing(office, project, days(13))).toEqual(['notice_over']);
  const objectionId = toGlobalId('Objection', communityId, id);
  await at(
    office,
    office.party[0],
    (work) => answerObjection(work, { objectionId, upheld: false, answer: 'Because.' }),
    days(13),
  );
  expect(await missing(office, project, days(13))).toEqual([]);
});

test('what nobody executed in time may be put before the council again', async () => {
  const project = await toOpinions('A wall');
  await toCouncil(project);
  await resolve(office, project, days(5));
  const { id } = await resolutionOf(office, await motionOf(office, project));
  expect(await code(table(office, project, ['200.00'], days(13)))).toBe('TABLED_BEFORE');
  await office.database.dataSource.query('update resolution set lapses_on = $2 where id = $1', [
    id,
    dayAt(20),
  ]);
  expect(await missing(office, project, days(20))).toEqual(['resolution_passed', 'notice_over']);
  await table(office, project, ['200.00'], days(20));
});

test('what is sent back is heard, visited and scored again', async () => {
  const project = await toOpinions('A lamp');
  await toCouncil(project);
  await resolve(office, project, days(5));
  await advance(office, project, days(12));
  await hear(office, project, days(13));
  await write(office, project, 'hearing_minutes', days(13));
  await advance(office, project, days(13));
  await sendBack(project, 'hearing', 14);
  expect(await missing(office, project, days(15))).toEqual(['hearing_minutes', 'hearing_held']);
  await hear(office, project, days(25));
  await write(office, project, 'hearing_minutes', days(25));
  await advance(office, project, days(25));

  await execute(office, project, days(26));
  await spend(office, project, days(26));
  const finish = async (n: number) => {
    await write(office, project, 'contract', days(n));
    await write(office, project, 'completion_report', days(n));
    await advance(office, project, days(n));
  };
  await finish(26);
  const [one, other] = office.fundSupervisors;
  expect(await code(visit(project, executing(one), 27))).toBe('SECOND_PERSON_NEEDED');
  await visit(project, one, 27);
  await visit(project, one, 27);
  await write(office, project, 'supervision_report', days(27), one);
  expect(await missing(office, project, days(27))).toEqual(['visits_made']);
  await visit(project, other, 27);
  await advance(office, project, days(27), one);

  const [a, b] = office.residents;
  expect(await code(evaluate(project, executing(a!.actor), 28))).toBe('SECOND_PERSON_NEEDED');
  for (const each of [a!.actor, b!.actor, one]) await evaluate(project, each, 28);
  await sendBack(project, 'implementation', 29);
  expect(await missing(office, project, days(29))).toEqual(['contract', 'completion_report']);
  await finish(29);
  expect(await missing(office, project, days(29))).toEqual(['supervision_report', 'visits_made']);
  await write(office, project, 'supervision_report', days(30), one);
  await visit(project, one, 30);
  await visit(project, other, 30);
  await advance(office, project, days(30), one);
  await write(office, project, 'evaluation_report', days(31));
  await write(office, project, 'improvement_plan', days(31));
  expect(await missing(office, project, days(31))).toEqual(['evaluated']);
  for (const each of [a!.actor, b!.actor, other]) await evaluate(project, each, 31);
  expect(await code(evaluate(project, a!.actor, 31))).toBe('EVALUATED_BEFORE');
  await advance(office, project, days(31));
  await write(office, project, 'final_accounts', days(32));
  await at(office, cadre, (work) => archiveFundProject(work, idOf(project)), days(32));

  const [{ content }] = await office.database.dataSource.query(
    'select content from fund_archive where project_id = $1',
    [project.id],
  );
  const file = JSON.parse(content as string) as Record<string, { length: number }>;
  expect(file.hearings).toMatchObject({ length: 2 });
  expect(file.visits).toMatchObject({ length: 5 });
  expect(file.money).toMatchObject({ budget: [{ label: 'Part 0', amount: '200.00' }] });
  expect(file.scores).toContainEqual({
    ...{ dimension: scores[0]!.dimension, evaluator: 'resident', people: 2, sum: 8 },
  });
  expect(file.remarks).toEqual([
    { evaluator: 'resident', remark: 'Day 31.' },
    { evaluator: 'resident', remark: 'Day 31.' },
    { evaluator: 'supervisor', remark: 'Day 31.' },
  ]);
});

test('a fund stays open for what it is owed', async () => {
  const poolId = toGlobalId('Pool', fund.communityId, fund.id);
  const close = at(office, office.fundChair, (work) => closePool(work, { poolId }));
  expect(await refused(close)).toMatchObject({ code: 'POOL_EARMARKED', path: ['poolId'] });
});
