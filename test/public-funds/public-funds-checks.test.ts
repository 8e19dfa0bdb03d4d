import { runChecks } from '../../src/ledger/verify';
import { archiveFundProject } from '../../src/public-funds/archive-fund-project';
import { PUBLIC_FUND_CHECKS } from '../../src/public-funds/public-funds.checks';
import {
  askHouseholds,
  at,
  days,
  newFund,
  newOffice,
  projectId,
  publish,
  start,
  type Office,
} from './office';
import { advance, execute, resolve, table, weigh, write } from './walk';

let office: Office;
beforeAll(async () => {
  office = await newOffice();
  const fund = await newFund(office);
  const procedure = await publish(office, 'small_repairs');
  const project = await start(office, fund, procedure, { cost: '300.00' });
  await start(office, fund, procedure, { cost: '200.00' });
  await write(office, project, 'publicity');
  await askHouseholds(office, project, [6, 1]);
  await advance(office, project, days(1));
  await weigh(office, project, 3, days(1));
  await table(office, project, ['300.00'], days(1));
  await write(office, project, 'public_notice', days(1));
  await resolve(office, project, days(2));
  await advance(office, project, days(9));
  await execute(office, project, days(9));
  // As if its steps had been passed: what a file must agree with is looked at here, and no more.
  await office.database.dataSource.query(
    `update fund_step set since = now(), passed_at = case when n < 5 then now() end,
       passed_by = case when n < 5 then $2::uuid end where project_id = $1`,
    [project.id, office.fundChair.personId],
  );
  await office.database.dataSource.query('update fund_project set step = 5 where id = $1', [
    project.id,
  ]);
  const later = days(10);
  await write(office, project, 'final_accounts', later, office.fundSecretary);
  await at(
    office,
    office.fundSecretary,
    (work) => archiveFundProject(work, { projectId: projectId(project) }),
    later,
  );
});
afterAll(async () => {
  await office.database.drop();
});

/** What somebody did to the tables, and the check that finds it. */
const HARM: Readonly<Record<string, string>> = {
  'public-fund-pools': `update pool_decider set decided_by = 'board'`,
  'public-fund-allotted': `update public_fund set households = 1000000,
    allotted_minor = (1000000 * per_hundred_minor + 99) / 100`,
  'public-fund-policy': `update allotment_policy set per_hundred_minor = 1`,
  'public-fund-spent': `update fund_project set motion_id = null`,
  'fund-project-steps': `update fund_project set step = 2 where state = 'running'`,
  'fund-project-version': `update fund_procedure set spec = jsonb_set(spec, '{steps,0,code}', '"x"')`,
  'fund-project-archive': `update fund_archive set content = content || ' '`,
};

test('there is a harm for every check', () => {
  expect(PUBLIC_FUND_CHECKS.map(({ name }) => name)).toEqual(Object.keys(HARM));
});

test.each(Object.entries(HARM))('%s finds what is wrong', async (name, harm) => {
  const { dataSource } = office.database;
  expect(await runChecks(dataSource, PUBLIC_FUND_CHECKS)).toEqual([]);
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(harm);
    const check = PUBLIC_FUND_CHECKS.find((each) => each.name === name)!;
    expect(((await runner.query(check.sql)) as unknown[]).length).toBeGreaterThan(0);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
});
