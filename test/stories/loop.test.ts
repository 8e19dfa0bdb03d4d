import { tellStory } from '../../seeds/story';
import { connectStore } from '../../src/attachments/object-store';
import { runChecks } from '../../src/ledger/verify';
import { rolling } from '../../src/reports/rolling';
import { seal } from '../../src/ledger/seal';
import { CHECKS } from '../../src/server/checks';
import { serve, type Served } from '../../src/server/serve';
import type { FreshDatabase } from '../support/database';
import { demoDatabase, demoStore } from '../support/demo';

let database: FreshDatabase;
let served: Served;
const faults: string[] = [];

beforeAll(async () => {
  database = await demoDatabase();
  connectStore(database.dataSource, demoStore());
  const payments = { by: 'local', currencies: ['CNY'] } as const;
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null, payments };
  served = await serve(settings, database.dataSource, (line) => faults.push(line));
}, 120_000);
afterAll(async () => {
  await served.close();
  await database.drop();
});

async function count(sql: string): Promise<number> {
  const rows: { n: number }[] = await database.dataSource.query(`select (${sql})::int as n`);
  return rows[0]?.n ?? -1;
}

test('the demo has so many households and residents, and a year of life in every stage', async () => {
  expect(await count('select count(*) from household')).toBe(200);
  expect(await count('select count(*) from resident')).toBe(590);
  expect(await count(`select count(*) from attachment where about_kind = 'WriteOff'`)).toBe(1);
  expect(await count(`select count(*) from surplus_declaration where owing`)).toBeGreaterThan(0);
  const states: { state: string }[] = await database.dataSource.query(
    'select distinct state from application order by 1',
  );
  expect(states.map(({ state }) => state)).toEqual([
    'awarded',
    'declined',
    'submitted',
    'withdrawn',
  ]);
  expect(
    await count(`select count(*) from ledger_entry where rule = 'goodsExchanged'`),
  ).toBeGreaterThan(50);
});

test('the demo has givers of goods with their drives, shifts of a till, and some that wait', async () => {
  const some = {
    drives: 'select count(*) from goods_drive where gifts > 0',
    credited: `select count(*) from goods_gift where thanks = 'credits'`,
    unnamed: 'select count(*) from goods_gift where not named',
    settled: 'select count(*) from shift where settled_at is not null',
    waiting: 'select count(*) from shift where differs and settled_at is null',
  };
  for (const [noun, sql] of Object.entries(some))
    expect([noun, (await count(sql)) > 0]).toEqual([noun, true]);
});

test('the demo has goods written off, on their way, lost and below their minimum', async () => {
  const some = {
    posted: `select count(*) from write_off where state = 'posted'`,
    'a second person': `select count(*) from write_off where state = 'waiting'`,
    arrived: `select count(*) from stock_transfer where state = 'settled' and difference is null`,
    lost: `select count(*) from stock_transfer where difference = 'lost'`,
    'on its way': 'select count(*) from stock_arrival where open',
    minimums: 'select count(distinct store_id) from minimum_stock where pieces > 0',
  };
  for (const [noun, sql] of Object.entries(some))
    expect([noun, (await count(sql)) > 0]).toEqual([noun, true]);
});

test('the loop runs over HTTP, again and again, and the books hold', async () => {
  const said: string[] = [];
  await tellStory(served.url, (line) => said.push(line));
  const told = said.join('\n');
  for (const rule of [
    'giftReceived',
    'transactionSettled',
    'giftRefunded',
    'disputeLost',
    'surplusRemitted',
    'grantAwarded',
    'trancheDisbursed',
    'serviceCredited',
    'goodsReceived',
    'goodsExchanged',
    'reversal',
    'operatorSettled',
  ])
    expect(told).toContain(`    ${rule}: `);
  // 1,200.01 by three to one: the odd fen goes to the largest remainder.
  expect(told).toMatch(/Cr Pool available\s+900\.01\s+CNY\n\s+Cr Pool available\s+300\.00\s+CNY/);
  expect(told).toMatch(/received 1028\.01 = available 428\.01 \+ committed 0\.00 \+ spent 600\.00/);
  expect(told).toMatch(/Cr Owed to operator\s+21\.50\s+CNY/);
  expect(told).toMatch(
    /68\.00 {2}Paid for “给独居老人跑腿”: 服务三十户\.\n\s+20\.00 {2}Given back to the giver\./,
  );
  expect(told).toMatch(/: 18 credits$/);
  await tellStory(served.url, () => undefined);
  expect(faults).toEqual([]);
  await seal(database.dataSource, rolling(database.dataSource));
  expect(await runChecks(database.dataSource, CHECKS)).toEqual([]);
}, 120_000);
