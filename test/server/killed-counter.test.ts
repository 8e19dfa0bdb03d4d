import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findings, standing } from '../donations/gifts';
import { newPool } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld } from '../support/world';
import { payOn, until } from './givers';

/** The stand-in lives in the server's process, and what it made outlives both. */

let database: FreshDatabase;
let poolId: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  const { home } = await newWorld(database.dataSource);
  poolId = (await newPool(database.dataSource, home)).globalId;
});
afterEach(() => children.splice(0).forEach((each) => each.kill('SIGKILL')));
afterAll(() => database.drop());

async function start(port = 0): Promise<{ child: ChildProcess; url: string }> {
  const hook = join(__dirname, '..', 'support', 'run-typescript.cjs');
  const program = join(__dirname, 'processes', 'counter.ts');
  const child = spawn(process.execPath, ['-r', hook, program, database.url, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const said = once(createInterface({ input: child.stdout! }), 'line') as Promise<[string]>;
  const gone = once(child, 'exit').then(() => ['']);
  const [url = ''] = await Promise.race([said, gone]);
  return { child, url };
}

const START = `mutation ($input: StartDonationInput!) { startDonation(input: $input) {
  checkoutUrl userErrors { code } } }`;

async function begin(url: string, key: string): Promise<string> {
  const input = {
    ...{ idempotencyKey: key, to: { poolId }, amount: { amount: '88.00', currency: 'CNY' } },
    ...{ schedule: 'ONCE', locale: 'ZH_CN' },
  };
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: START, variables: { input } }),
  });
  const { data } = (await answer.json()) as { data: { startDonation: { checkoutUrl: string } } };
  return data.startDonation.checkoutUrl;
}

const paid = async () => (await standing(database.dataSource, 'poolAvailable')).CNY ?? '0';

test('killed between checkout and payment, a server goes on where it was', async () => {
  const first = await start();
  const checkout = await begin(first.url, 'killed-0001');
  const other = await begin(first.url, 'killed-0002');
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');

  const second = await start(Number(new URL(first.url).port));
  expect(await begin(second.url, 'killed-0001')).toBe(checkout);
  await payOn(checkout);
  await until(paid, (minor) => minor === '8800');

  // It dies with an event on its way, or with a payment that nobody knows of: both are made good.
  const dies = once(second.child, 'exit');
  const paying = payOn(other).catch(() => null);
  second.child.kill('SIGKILL');
  await Promise.all([paying, dies]);

  const third = await start(Number(new URL(first.url).port));
  await payOn(other).catch(() => null);
  await until(paid, (minor) => minor === '17600');
  expect(await findings(database.dataSource)).toEqual([]);

  const since = Date.now();
  third.child.kill('SIGTERM');
  const [code] = (await once(third.child, 'exit')) as [number | null];
  expect(code).toBe(0);
  expect(Date.now() - since).toBeLessThan(20_000);
}, 180_000);
