import { runChecks } from '../../src/ledger/verify';
import { addDays, startOf } from '../../src/kernel/calendar';
import { archiveFundProject } from '../../src/public-funds/archive-fund-project';
import { dropFundProject } from '../../src/public-funds/drop-fund-project';
import { evaluateFundProject } from '../../src/public-funds/evaluate-fund-project';
import type { FundProjectRow } from '../../src/public-funds/fund-project.entity';
import { publishFundProcedure } from '../../src/public-funds/publish-fund-procedure';
import { NINE_STEPS } from '../../src/public-funds/procedures/nine-steps';
import type { PublicFundRow } from '../../src/public-funds/public-fund.entity';
import { recordFundVisit } from '../../src/public-funds/record-fund-visit';
import { sendFundProjectBack } from '../../src/public-funds/send-fund-project-back';
import { settleFundVisit } from '../../src/public-funds/settle-fund-visit';
import { toGlobalId } from '../../src/kernel/global-id';
import type { Actor } from '../../src/kernel/actor';
import { CHECKS } from '../../src/server/checks';
import { refused } from '../motions/assembly';
import {
  askHouseholds,
  at,
  DAY_ONE,
  dayAt,
  days,
  newFund,
  newOffice,
  now,
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

/** Projects of a public fund go through their steps (C3). */

let office: Office;
let fund: PublicFundRow;
beforeAll(async () => {
  office = await newOffice();
  fund = await newFund(office);
});
afterAll(async () => {
  expect(await runChecks(office.database.dataSource, CHECKS)).toEqual([]);
  await office.database.drop();
});

const sendBack = (project: FundProjectRow, toStep: string, moment: Date, actor?: Actor) =>
  at(
    office,
    actor ?? office.world.home.cadre.actor,
    (work) =>
      sendFundProjectBack(work, {
        ...{ projectId: projectId(project), toStep, reason: 'It has to be asked again.' },
      }),
    moment,
  );

const visit = (project: FundProjectRow, actor: Actor, moment: Date, toPutRight = false) =>
  at(
    office,
    actor,
    (work) =>
      recordFundVisit(work, {
        ...{ projectId: projectId(project), found: 'Two lamps are dark.', toPutRight },
        visitedOn: addDays(
          DAY_ONE,
          Math.round((moment.getTime() - days(0).getTime()) / 86_400_000),
        ),
      }),
    moment,
  );

const SCORES = NINE_STEPS.dimensions.map(({ code }) => ({ dimension: code, points: 4 }));
const evaluate = (project: FundProjectRow, actor: Actor, moment: Date, scores = SCORES) =>
  at(
    office,
    actor,
    (work) => evaluateFundProject(work, { projectId: projectId(project), scores }),
    moment,
  );

const archive = (project: FundProjectRow, moment: Date) =>
  at(
    office,
    office.world.home.cadre.actor,
    (work) => archiveFundProject(work, { projectId: projectId(project) }),
    moment,
  );

/** To the resolution: publicity, opinions, sorting. */
async function toResolution(title: string, cost = '1000.00'): Promise<FundProjectRow> {
  const procedure = await publish(office, 'nine_steps');
  const project = await start(office, fund, procedure, { title, cost });
  await write(office, project, 'publicity');
  await advance(office, project, days(3));
  await askHouseholds(office, project, [8, 2], days(3));
  await write(office, project, 'opinions', days(4));
  await advance(office, project, days(4));
  await weigh(office, project, 4, days(4));
  await write(office, project, 'discussion_minutes', days(4));
  await advance(office, project, days(4));
  return project;
}

test('nine steps, each refused while something is missing, to the day', async () => {
  const procedure = await publish(office, 'nine_steps');
  const project = await start(office, fund, procedure, { selfRaised: '200.00' });
  expect(await missing(office, project)).toEqual(['publicity', 'notice_days']);
  await write(office, project, 'publicity');
  const third = startOf(dayAt(3), 'Asia/Shanghai');
  const eve = new Date(third.getTime() - 1);
  expect(await refused(advance(office, project, eve))).toMatchObject({
    code: 'STEP_INCOMPLETE',
    facts: { missing: [{ need: 'notice_days', have: 2, needed: 3, from: dayAt(3) }] },
  });
  expect((await advance(office, project, third)).step).toBe(2);

  expect(await missing(office, project)).toEqual(['opinions', 'opinions_gathered']);
  await askHouseholds(office, project, [8, 2], days(3));
  await write(office, project, 'opinions', days(4));
  await advance(office, project, days(4));

  expect(await missing(office, project)).toEqual(['discussion_minutes', 'weighed']);
  await weigh(office, project, 5, days(4));
  await write(office, project, 'discussion_minutes', days(4));
  await advance(office, project, days(4));

  await table(office, project, ['500.00', '300.00'], days(4));
  await write(office, project, 'public_notice', days(4));
  expect(await missing(office, project)).toEqual(['resolution_passed', 'notice_over']);
  await resolve(office, project, days(5));
  expect(await missing(office, project, days(11))).toEqual(['notice_over']);
  expect((await refused(advance(office, project, days(11)))).code).toBe('STEP_INCOMPLETE');
  await advance(office, project, days(12));

  await write(office, project, 'hearing_minutes', days(13));
  expect(await missing(office, project)).toEqual(['hearing_held']);
  await hear(office, project, days(13));
  await advance(office, project, days(13));

  await write(office, project, 'contract', days(14));
  await write(office, project, 'completion_report', days(14));
  expect(await missing(office, project)).toEqual(['money_awarded', 'money_spent']);
  expect((await execute(office, project, days(14))).refusal).toBeNull();
  expect(await missing(office, project)).toEqual(['money_spent']);
  await spend(office, project, days(15));
  await advance(office, project, days(16));

  const [supervisor, second] = office.fundSupervisors;
  await write(office, project, 'supervision_report', days(17), supervisor);
  await visit(project, supervisor, days(17));
  expect(await missing(office, project)).toEqual(['visits_made']);
  const found = await visit(project, second, days(18), true);
  expect(await missing(office, project)).toEqual(['findings_settled']);
  const visitId = toGlobalId('FundVisit', found.communityId, found.id);
  const settle = (actor: Actor) =>
    at(
      office,
      actor,
      (work) => settleFundVisit(work, { visitId, putRight: 'New bulbs.' }),
      days(18),
    );
  await settle(office.fundSecretary);
  expect((await refused(settle(office.fundSecretary))).code).toBe('NOTHING_TO_PUT_RIGHT');
  await advance(office, project, days(18), supervisor);

  await write(office, project, 'evaluation_report', days(19));
  await write(office, project, 'improvement_plan', days(19));
  await evaluate(project, office.residents[0]!.actor, days(19));
  await evaluate(project, office.residents[1]!.actor, days(19));
  expect(await missing(office, project)).toEqual(['evaluated']);
  const twice = evaluate(project, office.residents[1]!.actor, days(19));
  expect((await refused(twice)).code).toBe('EVALUATED_BEFORE');
  await evaluate(project, supervisor, days(19));
  await advance(office, project, days(19));

  expect((await refused(advance(office, project, days(20)))).code).toBe('LAST_STEP');
  expect((await refused(archive(project, days(20)))).code).toBe('STEP_INCOMPLETE');
  await write(office, project, 'final_accounts', days(20));
  expect((await archive(project, days(20))).state).toBe('archived');
  for (const act of [
    () => write(office, project, 'publicity', days(21)),
    () => advance(office, project, days(21)),
    () => visit(project, supervisor, days(21)),
    () => archive(project, days(21)),
  ])
    expect((await refused(act())).code).toBe('PROJECT_ENDED');
});

test('the shorter procedure is another way to the same award', async () => {
  const procedure = await publish(office, 'small_repairs');
  const dear = start(office, fund, procedure, { cost: '3000.01' });
  expect(await refused(dear)).toMatchObject({ code: 'COST_TOO_LARGE', path: ['cost'] });
  const project = await start(office, fund, procedure, { cost: '3000.00' });
  await write(office, project, 'publicity');
  await askHouseholds(office, project, [6, 1]);
  await advance(office, project, days(1));
  await weigh(office, project, 3, days(1));
  await table(office, project, ['3000.00'], days(1));
  await write(office, project, 'public_notice', days(1));
  await resolve(office, project, days(2));
  await advance(office, project, days(9));
  await execute(office, project, days(9));
  await spend(office, project, days(10));
  await write(office, project, 'completion_report', days(10));
  await advance(office, project, days(10));
  const [supervisor] = office.fundSupervisors;
  await visit(project, supervisor, days(11));
  await write(office, project, 'supervision_report', days(11), supervisor);
  await advance(office, project, days(11), supervisor);
  await write(office, project, 'final_accounts', days(12));
  expect((await archive(project, days(12))).step).toBe(5);
});

test('a newer version does not reach what runs, and what begins begins by it', async () => {
  const first = await publish(office, 'small_repairs', 'repairs');
  const running = await start(office, fund, first, { cost: '100.00' });
  const procedure = {
    says: { zh: '四步', en: 'Four steps' },
    dimensions: [{ code: 'use', says: { zh: '用处', en: 'Use' } }],
    steps: [
      { ...NINE_STEPS.steps[2]!, sendsBackTo: [] },
      { ...NINE_STEPS.steps[3]!, sendsBackTo: ['sorting'] },
      { ...NINE_STEPS.steps[5]!, sendsBackTo: [] },
    ],
  };
  const second = await at(office, office.world.officer.actor, (work) =>
    publishFundProcedure(work, {
      ...{ placeId: office.world.street.globalId, code: 'repairs', procedure },
    }),
  );
  expect(second).toMatchObject({ version: 2, spec: { largestMinor: null } });
  expect(await refused(start(office, fund, first))).toMatchObject({
    ...{ code: 'PROCEDURE_REPLACED', facts: { newest: 2 } },
  });
  const later = await start(office, fund, second);
  expect(await missing(office, running)).toEqual(['publicity', 'opinions_gathered']);
  expect(await missing(office, later)).toEqual(['discussion_minutes', 'weighed']);
  await write(office, running, 'publicity');
  await askHouseholds(office, running, [5, 1]);
  expect((await advance(office, running, days(1))).step).toBe(2);
});

test('what is sent back is done again, and what it had come to is kept', async () => {
  const project = await toResolution('A ramp');
  await table(office, project, ['1000.00'], days(4));
  const nowhere = sendBack(project, 'publicity', days(4));
  expect(await refused(nowhere)).toMatchObject({ code: 'NO_WAY_BACK', path: ['toStep'] });
  const before = await now(office, project);
  const back = await sendBack(project, 'opinions', days(5));
  expect(back).toMatchObject({ step: 2, urgency: null, ballotId: null, motionId: null });
  expect(await missing(office, project)).toEqual(['opinions', 'opinions_gathered']);
  const { manager } = office.database.dataSource;
  const [event] = await manager.query(
    `select step, to_step, urgency, ballot_id, motion_id from fund_step_event
     where project_id = $1 and kind = 'sent_back'`,
    [project.id],
  );
  expect(event).toEqual({
    ...{ step: 4, to_step: 2, urgency: 4, ballot_id: before.ballotId, motion_id: before.motionId },
  });
  const ended = await manager.query(
    `select motion.state as motion, application.state as application
     from motion, application where motion.id = $1 and application.id = $2`,
    [before.motionId, before.applicationId],
  );
  expect(ended).toEqual([{ motion: 'withdrawn', application: 'withdrawn' }]);
  await write(office, project, 'opinions', days(6));
  await askHouseholds(office, project, [9, 0], days(6));
  expect((await advance(office, project, days(7))).step).toBe(3);
  expect(await missing(office, project)).toEqual(['discussion_minutes', 'weighed']);
});

test('while the council votes nobody takes a project away from it', async () => {
  const project = await toResolution('A bench');
  await table(office, project, ['1000.00'], days(4));
  const again = table(office, project, ['1000.00'], days(4));
  expect((await refused(again)).code).toBe('TABLED_BEFORE');
  const motion = await motionOf(office, project);
  await office.database.dataSource.query(`update motion set state = 'voting' where id = $1`, [
    motion.id,
  ]);
  expect((await refused(sendBack(project, 'sorting', days(5)))).code).toBe('COUNCIL_VOTES');
  await office.database.dataSource.query(`update motion set state = 'admitted' where id = $1`, [
    motion.id,
  ]);
  await resolve(office, project, days(5), [1, 4, 0]);
  expect(await missing(office, project, days(30))).toContain('resolution_passed');
  await table(office, project, ['600.00', '400.00'], days(6));
  const drop = () =>
    at(office, office.world.home.cadre.actor, (work) =>
      dropFundProject(work, { projectId: projectId(project), reason: 'Nobody wants it.' }),
    );
  expect(await drop()).toMatchObject({ state: 'dropped', droppedBecause: 'Nobody wants it.' });
  expect((await refused(drop())).code).toBe('PROJECT_ENDED');
});
