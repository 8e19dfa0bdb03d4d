import { ReportsKeepWhatMovedInAMonth1795300000191 as Sums } from '../../migrations/1795300000191-reports-keep-what-moved-in-a-month';
import { ReportsCountPeopleOnce1795300000192 as People } from '../../migrations/1795300000192-reports-count-people-once';
import { ReportsKnowWhoLivedThere1795300000193 as Population } from '../../migrations/1795300000193-reports-know-who-lived-there';
import { REPORTS_CHECKS } from '../../src/reports/reports.checks';
import {
  basketOf,
  exchange,
  newClass,
  newProduct,
  prioritise,
  receive,
  residentOf,
  type Shop,
} from '../supermarkets/shop';
import { credit, newTown, sealAll, takeBack, wrong } from './stage';

let shop: Shop;
beforeAll(async () => {
  ({ shop } = await newTown());
  await newClass(shop, 'grain', 500, 3);
  const rice = await newProduct(shop, { price: 2, allowanceClass: 'grain' });
  await receive(shop, rice, 30);
  await prioritise(shop, residentOf(shop, 1).id, '2020-01-01');
  for (const household of [0, 1, 2]) {
    await credit(shop, residentOf(shop, household).id, 100);
    await exchange(shop, basketOf(shop, residentOf(shop, household), rice, 3));
  }
  const slip = await credit(shop, residentOf(shop, 4).id, 10, { by: 'courseCredited' });
  await sealAll(shop.dataSource);
  await takeBack(shop, slip);
  await sealAll(shop.dataSource);
}, 60_000);
afterAll(() => shop.database.drop());

const TABLES = ['sum', 'given_day', 'household', 'resident', 'people', 'population'];
const kept = () =>
  Promise.all(
    TABLES.map((table) =>
      shop.dataSource.query(`select kept::text as row from report_${table} kept order by 1`),
    ),
  );

test('what was sealed before there were reports is in them when they come', async () => {
  expect(await wrong(shop)).toEqual([]);
  const before = await kept();
  for (const rows of before) expect(rows).not.toEqual([]);
  const runner = shop.dataSource.createQueryRunner();
  await runner.startTransaction();
  for (const Migration of [Population, People, Sums]) await new Migration().down(runner);
  for (const Migration of [Sums, People, Population]) await new Migration().up(runner);
  await runner.commitTransaction();
  await runner.release();
  expect(await kept()).toEqual(before);
  expect(await wrong(shop)).toEqual([]);
});

test.each([
  ['report-sums', `update report_sum set amount = amount + 1 where figure = 'spent'`],
  ['report-sums', `update report_sum set month = '2020-01-01' where month < '9999-01-01'`],
  ['report-sums', `delete from report_sum where month = '9999-12-01'`],
  ['report-sums', `update report_sum set source = 'PURCHASED' where source = 'DONATED'`],
  ['report-days', 'update report_given_day set pieces = pieces - 1'],
  ['report-days', 'delete from report_given_day'],
  ['report-households', 'update report_household set times = times + 1'],
  ['report-households', `update report_household set month = '2020-01-01'`],
  ['report-residents', `delete from report_resident where way = 'served'`],
  ['report-residents', `update report_resident set times = times - 1 where way = 'any'`],
  ['report-people', `update report_people set people = people + 1 where cell = 'low_income'`],
  ['report-people', `delete from report_people where figure = 'served'`],
])('%s finds what is not so: %s', async (name, tamper) => {
  const runner = shop.dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(tamper);
    const check = REPORTS_CHECKS.find((each) => each.name === name);
    const found: { community_id: string }[] = await runner.query(check!.sql);
    expect(found.map((row) => row.community_id)).toContain(shop.home.id);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
});

test('an entry that is not sealed yet is in no report, and no fault', async () => {
  const before = await kept();
  await credit(shop, residentOf(shop, 3).id, 7);
  expect(await kept()).toEqual(before);
  expect(await wrong(shop)).toEqual([]);
});
