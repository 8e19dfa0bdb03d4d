import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createDataSource } from '../../ormconfig';
import { donationById } from '../../src/donations/donation.reader';
import { NEWEST_MIGRATION } from '../../src/server/worker/jobs';
import { findings, give, standing } from '../donations/gifts';
import { newPool } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type World } from '../support/world';
import { openCounter, payOn, until, type Counter } from './givers';

let database: FreshDatabase;
let world: World;
let poolId: string;
let counter: Counter;

beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  poolId = (await newPool(database.dataSource, world.home)).globalId;
  counter = await openCounter(database);
});
afterAll(async () => {
  await counter.close();
  await database.drop();
});

const begin = () =>
  give(database.dataSource, { to: { poolId }, email: 'wang@example.org', name: '王芳' });

const stateOf = async (communityId: string, id: string) =>
  (await donationById.read(database.dataSource.manager, communityId, [id]))[0]?.state ?? '';

test('a gift is paid on the local page; its event and its letter find their way', async () => {
  const { donation, checkoutUrl } = await begin();
  expect(checkoutUrl).toContain(`${counter.url}/pay/`);
  const back = await payOn(checkoutUrl);
  expect(back).toContain(`${counter.url}/gifts/${donation.token}/return?session=cs_`);
  await until(
    () => stateOf(donation.communityId, donation.id),
    (state) => state === 'paid',
  );
  const mails = await until(
    () => database.dataSource.query<{ state: string }[]>('select state from mail'),
    (rows) => rows.length > 0 && rows.every(({ state }) => state !== 'waiting'),
  );
  expect(mails).toEqual([{ state: 'kept' }]);
  expect(await standing(database.dataSource, 'poolAvailable')).toEqual({ CNY: '8800' });
  expect(await findings(database.dataSource)).toEqual([]);
  expect(counter.logged).toEqual([]);
});

test('the newest migration of the jobs’ library is the one that is known', async () => {
  const folder = join(dirname(require.resolve('graphile-worker/package.json')), 'sql');
  const newest = readdirSync(folder).sort().at(-1);
  expect(Number.parseInt(newest ?? '', 10)).toBe(NEWEST_MIGRATION);
  const rows: unknown = await database.dataSource.query(
    'select max(id) as id from graphile_worker.migrations',
  );
  expect(rows).toEqual([{ id: NEWEST_MIGRATION }]);
});

test('two servers on one database share one stand-in and do each event once', async () => {
  const source = createDataSource(database.url);
  await source.initialize();
  const second = await openCounter({ dataSource: source });
  const before = Number((await standing(source, 'poolAvailable')).CNY);
  const begun = await Promise.all(
    Array.from({ length: 6 }, (_, n) =>
      give(n % 2 ? source : database.dataSource, { to: { poolId } }),
    ),
  );
  await Promise.all(begun.map(({ checkoutUrl }) => payOn(checkoutUrl)));
  for (const { donation } of begun)
    await until(
      () => stateOf(donation.communityId, donation.id),
      (state) => state === 'paid',
    );
  expect(await standing(source, 'poolAvailable')).toEqual({ CNY: String(before + 6 * 8800) });
  const held: unknown[] = await source.query(`select * from processor_event where state = 'held'`);
  expect(held).toEqual([]);
  expect(await source.query('select * from payment_task')).toEqual([]);

  // The first goes; the other takes over the stand-in with everything in it.
  const { donation, checkoutUrl } = await give(source, { to: { poolId } });
  await counter.close();
  const page = new URL(checkoutUrl ?? '');
  page.port = new URL(second.url).port;
  await until(
    async () => (await fetch(page)).status,
    (status) => status === 200,
  );
  await payOn(page.href);
  await until(
    () => stateOf(donation.communityId, donation.id),
    (state) => state === 'paid',
  );
  expect(await findings(source)).toEqual([]);
  await second.close();
  await source.destroy();
  // What had just asked the first one says so, and is done again.
  const logged = second.logged.filter((line) => !line.includes('connection to Stripe'));
  expect(logged).toEqual([]);
  counter = await openCounter(database);
}, 60_000);
