import type { Actor } from '../../src/kernel/actor';
import { startOf, type Day } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { dropFundProject } from '../../src/public-funds/drop-fund-project';
import { evaluateFundProject } from '../../src/public-funds/evaluate-fund-project';
import type { FundProcedureRow } from '../../src/public-funds/fund-procedure.entity';
import type { FundProjectRow } from '../../src/public-funds/fund-project.entity';
import type { PublicFundRow } from '../../src/public-funds/public-fund.entity';
import { recordFundVisit } from '../../src/public-funds/record-fund-visit';
import { sendFundProjectBack } from '../../src/public-funds/send-fund-project-back';
import { settleFundVisit } from '../../src/public-funds/settle-fund-visit';
import { CHECKS } from '../../src/server/checks';
import { refused } from '../motions/assembly';
import {
  askHouseholds,
  at,
  dayAt,
  days,
  newFund,
  newOffice,
  projectId,
  publish,
  start,
  YEAR,
  type Office,
} from './office';
import { advance, execute, missing, resolve, spend, table, weigh, write } from './walk';

/** Just before, at and just behind each edge of a project. */

let office: Office;
let fund: PublicFundRow;
let small: FundProcedureRow;
beforeAll(async () => {
  office = await newOffice();
  fund = await newFund(office);
  small = await publish(office, 'small_repairs');
});
afterAll(async () => {
  expect(await runChecks(office.database.dataSource, CHECKS)).toEqual([]);
  await office.database.drop();
});

const code = async (act: Promise<unknown>) => (await refused(act)).code;

test('a project asks for a part of its cost, and for no more than the whole fund', async () => {
  const nine = await publish(office, 'nine_steps');
  expect(await code(start(office, fund, nine, { cost: '5000.01' }))).toBe('BEYOND_ALLOTMENT');
  await start(office, fund, nine, { cost: '5000.00' });
  await start(office, fund, nine, { cost: '6000.00', selfRaised: '1000.00' });
  const all = start(office, fund, nine, { cost: '100.00', selfRaised: '100.00' });
  expect(await refused(all)).toMatchObject({ code: 'SELF_RAISED_ALL', path: ['selfRaised'] });
  await start(office, fund, nine, { cost: '100.00', selfRaised: '99.99' });
});

test('it begins while the year of the fund lasts', async () => {
  const newYear = startOf(`${YEAR + 1}-01-01`, 'Asia/Shanghai');
  const late = start(office, fund, small, { now: newYear });
  expect(await code(late)).toBe('FUND_YEAR_OVER');
  await start(office, fund, small, { now: new Date(newYear.getTime() - 1) });
});

test('only those act whom the procedure names for the step', async () => {
  const { home, officer, other } = office.world;
  const project = await start(office, fund, small);
  for (const actor of [home.leader.actor, officer.actor, other.cadre.actor, office.fundChair])
    await expect(advance(office, project, days(1), actor)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  await expect(start(office, fund, small, { actor: officer.actor })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});

/** A project whose money was awarded on the ninth day. */
async function awarded(): Promise<FundProjectRow> {
  const project = await start(office, fund, small, { cost: '100.00' });
  await write(office, project, 'publicity');
  await askHouseholds(office, project, [6, 1]);
  await advance(office, project, days(1));
  await weigh(office, project, 3, days(1));
  await table(office, project, ['100.00'], days(1));
  await write(office, project, 'public_notice', days(1));
  await resolve(office, project, days(2));
  await advance(office, project, days(9));
  await execute(office, project, days(9));
  return project;
}

const visit = (project: FundProjectRow, visitedOn: Day, actor: Actor, moment = days(11)) =>
  at(
    office,
    actor,
    (work) =>
      recordFundVisit(work, {
        ...{ projectId: projectId(project), visitedOn, found: 'A crack.', toPutRight: true },
      }),
    moment,
  );

test('behind an award there is no way back to what led to it', async () => {
  const project = await awarded();
  const { actor } = office.world.home.cadre;
  const back = at(office, actor, (work) =>
    sendFundProjectBack(work, {
      ...{ projectId: projectId(project), toStep: 'resolution', reason: 'Another wants it.' },
    }),
  );
  expect(await refused(back)).toMatchObject({ code: 'MONEY_AWARDED', path: ['toStep'] });
  const drop = at(office, actor, (work) =>
    dropFundProject(work, { projectId: projectId(project), reason: 'Nobody wants it.' }),
  );
  expect(await code(drop)).toBe('MONEY_AWARDED');
});

test('a visit is from the day of the award to today, and another puts right what it found', async () => {
  const project = await awarded();
  const [supervisor] = office.fundSupervisors;
  expect(await code(visit(project, dayAt(8), supervisor))).toBe('VISIT_DAY');
  expect(await code(visit(project, dayAt(12), supervisor))).toBe('VISIT_DAY');
  await visit(project, dayAt(9), supervisor);
  const both = {
    ...office.fundSecretary,
    standings: [...office.fundSecretary.standings, ...supervisor.standings],
  };
  const found = await visit(project, dayAt(11), both);
  const settle = (actor: Actor) =>
    at(office, actor, (work) =>
      settleFundVisit(work, {
        visitId: toGlobalId('FundVisit', found.communityId, found.id),
        putRight: 'It was filled.',
      }),
    );
  expect(await code(settle(both))).toBe('SAME_PERSON');
  await expect(settle(supervisor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await settle(office.world.home.cadre.actor);
  await spend(office, project, days(12));
  await write(office, project, 'completion_report', days(12));
  await advance(office, project, days(12));
  expect(await missing(office, project)).toEqual(['supervision_report', 'findings_settled']);
  const elsewhere = at(office, supervisor, (work) =>
    evaluateFundProject(work, { projectId: projectId(project), scores: [] }),
  );
  expect(await code(elsewhere)).toBe('STEP_ELSEWHERE');
});
