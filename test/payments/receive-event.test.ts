import Stripe from 'stripe';
import { receiveEvent } from '../../src/payments/receive-event';
import { openDesk, type Desk } from '../donations/desk';

const SECRET = 'whsec_of_the_tests';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.source.query('delete from processor_event');
  await desk.source.query('delete from payment_task');
});

const event = (changes: object = {}) => ({
  ...{ id: `evt_${Math.random()}`, object: 'event', type: 'charge.succeeded', livemode: false },
  ...{ api_version: Stripe.API_VERSION, created: Math.floor(Date.now() / 1000) },
  data: { object: { id: 'ch_of_nobody', object: 'charge' } },
  ...changes,
});

const signed = (payload: string, more: { secret?: string; timestamp?: number } = {}) =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret: SECRET, ...more });

const receive = (payload: string, signature = signed(payload)) =>
  receiveEvent(desk.source, desk.counter.processor, Buffer.from(payload), signature);

const kept = async () =>
  (await desk.source.query<{ n: number }[]>('select count(*)::int n from processor_event'))[0]!.n;
const tasks = () =>
  desk.source.query<{ kind: string; object_id: string }[]>(
    'select kind, object_id from payment_task order by id',
  );

test('an event is taken in once, however often it comes and to however many', async () => {
  const payload = JSON.stringify(event());
  const all = await Promise.all(Array.from({ length: 8 }, () => receive(payload)));
  expect(all.filter((each) => each === 'received')).toHaveLength(1);
  expect(all.filter((each) => each === 'known')).toHaveLength(7);
  expect(await kept()).toBe(1);
});

test('one that another has signed is refused, and nothing of it is kept', async () => {
  const payload = JSON.stringify(event());
  expect(await receive(payload, signed(payload, { secret: 'whsec_of_another' }))).toBe('refused');
  expect(await receive(payload, '')).toBe('refused');
  expect(await kept()).toBe(0);
});

test('the signature is over the bytes that came, and not over what they mean', async () => {
  const payload = JSON.stringify(event());
  const again = JSON.stringify(JSON.parse(payload), null, 2);
  expect(await receive(again, signed(payload))).toBe('refused');
  expect(await kept()).toBe(0);
});

test('one whose signature is older than five minutes is refused', async () => {
  const payload = JSON.stringify(event());
  const before = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;
  expect(await receive(payload, signed(payload, { timestamp: before(310) }))).toBe('refused');
  expect(await receive(payload, signed(payload, { timestamp: before(290) }))).toBe('received');
});

test('while a secret is changed, one of several signatures is enough', async () => {
  const payload = JSON.stringify(event());
  const other = signed(payload, { secret: 'whsec_of_before' }).split(',v1=')[1]!;
  expect(await receive(payload, `${signed(payload)},v1=${other}`)).toBe('received');
});

test('one of real money is refused where there is none, with one task for the city', async () => {
  const payload = JSON.stringify(event({ id: 'evt_live', livemode: true }));
  expect(await receive(payload)).toBe('refused');
  expect(await receive(payload)).toBe('refused');
  expect(await kept()).toBe(0);
  expect(await tasks()).toEqual([{ kind: 'other_mode', object_id: 'evt_live' }]);
});

test('one of another version is taken all the same, with one task for the city', async () => {
  for (const id of ['evt_a', 'evt_b'])
    expect(await receive(JSON.stringify(event({ id, api_version: '2020-08-27' })))).toBe(
      'received',
    );
  expect(await kept()).toBe(2);
  expect(await tasks()).toEqual([{ kind: 'other_version', object_id: '2020-08-27' }]);
});

test('an object that the processor does not know is held, with a task, and stops nothing', async () => {
  expect(await receive(JSON.stringify(event()))).toBe('received');
  const gift = await desk.paid();
  expect(gift.state).toBe('paid');
  expect(
    await desk.source.query(`select state from processor_event where state <> 'done'`),
  ).toEqual([{ state: 'held' }]);
  expect(await tasks()).toEqual([{ kind: 'unknown_object', object_id: 'ch_of_nobody' }]);
});

test('what is no event is refused', async () => {
  for (const payload of ['{}', 'null', 'no json', JSON.stringify(event({ id: 7 }))])
    expect(await receive(payload)).toBe('refused');
  expect(await kept()).toBe(0);
});

test('an event without an object is done with', async () => {
  expect(await receive(JSON.stringify(event({ data: { object: {} } })))).toBe('received');
  await desk.counter.deliver();
  expect(await desk.source.query('select state from processor_event')).toEqual([{ state: 'done' }]);
});
