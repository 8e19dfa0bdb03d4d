import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type World } from '../support/world';
import { newPool } from '../foundations/money';
import { findings, give, newCounter, sessionOf, standing, type Counter } from './gifts';
import { donationById } from '../../src/donations/donation.reader';

let database: FreshDatabase;
let world: World;
let counter: Counter;

beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  counter = await newCounter(database.dataSource);
});
afterAll(async () => {
  await counter.close();
  await database.drop();
});

test('a gift is begun, paid, settled, and stands in the books once', async () => {
  const source = database.dataSource;
  const pool = await newPool(source, world.home);
  const { donation, checkoutUrl } = await give(source, {
    to: { poolId: pool.globalId },
    email: 'wang@example.org',
    name: '王芳',
  });
  expect(donation.state).toBe('open');
  await counter.standIn.pay(sessionOf(checkoutUrl), { method: 'card', outcome: 'paid' });
  await counter.deliver();
  const [paid] = await donationById.read(source.manager, donation.communityId, [donation.id]);
  expect(paid?.state).toBe('paid');
  expect(await standing(source, 'poolAvailable')).toEqual({ CNY: '8800' });
  expect(await standing(source, 'processorPending')).toEqual({ CNY: '8800' });
  await counter.work();
  expect(await standing(source, 'processorPending')).toEqual({});
  console.log(await standing(source, 'processorBalance'), await standing(source, 'processingFees'));
  console.log(
    await source.query('select template, state from mail'),
    await source.query('select number, facts from acknowledgement'),
  );
  expect(await findings(source)).toEqual([]);
});
