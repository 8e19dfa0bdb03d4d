import Stripe from 'stripe';
import { processorOf } from '../../src/payments/processor';
import type { Served } from '../../src/server/serve';
import { give } from '../donations/gifts';
import { newPool } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld } from '../support/world';
import { openCounter, until, type Counter } from './givers';

const SECRET = 'whsec_of_the_tests';

let database: FreshDatabase;
let counter: Counter;

beforeAll(async () => {
  database = await freshDatabase();
  await newWorld(database.dataSource);
  // Nothing listens at the base: only what is told is tried here.
  counter = await openCounter(database, {
    payments: {
      ...{ by: 'stripe', key: 'sk_test_key', webhookSecret: SECRET },
      ...{ base: 'http://127.0.0.1:9', currencies: ['CNY'] },
    },
  });
});
afterAll(async () => {
  await counter.close();
  await database.drop();
});

const event = (id: string, more: object = {}) =>
  JSON.stringify({
    ...{ id, object: 'event', type: 'payout.paid', api_version: Stripe.API_VERSION },
    ...{ created: Math.floor(Date.now() / 1000), livemode: false },
    ...{ data: { object: { id: 'po_1', object: 'payout' } }, ...more },
  });

const signed = (payload: string, secret = SECRET, timestamp?: number) =>
  Stripe.webhooks.generateTestHeaderString({
    ...{ payload, secret },
    ...(timestamp === undefined ? {} : { timestamp }),
  });

async function post(body: string, headers: Record<string, string>, served: Served = counter) {
  const answer = await fetch(`${served.url}/webhooks/stripe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body,
  });
  return { status: answer.status, body: (await answer.json()) as unknown };
}

const kept = () =>
  database.dataSource.query<{ id: string; state: string }[]>(
    'select id, state from processor_event order by id',
  );

test('an event is taken in, answered, and worked off by the worker that it woke', async () => {
  const payload = event('evt_1');
  const answer = await post(payload, { 'stripe-signature': signed(payload) });
  expect(answer).toEqual({ status: 200, body: { received: true } });
  expect(await until(kept, ([first]) => first?.state === 'done')).toHaveLength(1);
});

test('the same event is answered again, and is no second one', async () => {
  const payload = event('evt_1');
  const answer = await post(payload, { 'stripe-signature': signed(payload) });
  expect(answer.status).toBe(200);
  expect(await kept()).toHaveLength(1);
});

const PAYLOAD = event('evt_2', { told: 'a secret of the giver' });

test.each([
  ['changed on its way', PAYLOAD.replace('po_1', 'po_2'), signed(PAYLOAD)],
  ['with a space more', `${PAYLOAD} `, signed(PAYLOAD)],
  ['signed by somebody else', PAYLOAD, signed(PAYLOAD, 'whsec_other')],
  ['signed ten minutes ago', PAYLOAD, signed(PAYLOAD, SECRET, Math.floor(Date.now() / 1000) - 600)],
  ['with a signature that is none', PAYLOAD, 'v1=abc'],
  ['of real money', event('evt_2', { livemode: true }), null],
])('an event %s is refused and not kept', async (_how, payload, signature) => {
  const answer = await post(payload, { 'stripe-signature': signature ?? signed(payload) });
  expect(answer).toEqual({ status: 400, body: { error: 'REFUSED' } });
  expect((await kept()).map(({ id }) => id)).toEqual(['evt_1']);
});

test('whoever does not sign, sends something else or only looks is refused', async () => {
  expect(await post(PAYLOAD, {})).toEqual({ status: 400, body: { error: 'SIGNATURE_MISSING' } });
  const header = { 'stripe-signature': signed(PAYLOAD) };
  const text = await post(PAYLOAD, { ...header, 'content-type': 'text/plain' });
  expect(text.status).toBe(415);
  const form = await post('a=b', {
    ...header,
    'content-type': 'application/x-www-form-urlencoded',
  });
  expect(form.status).toBe(415);
  const long = event('evt_3', { long: 'x'.repeat(1_000_001) });
  expect((await post(long, { 'stripe-signature': signed(long) })).status).toBe(413);
  const looked = await fetch(`${counter.url}/webhooks/stripe`);
  expect(looked.status).toBe(405);
  expect(looked.headers.get('allow')).toBe('POST');
});

test('nothing of what came is written down', () => {
  expect(counter.logged.join()).not.toMatch(/secret of the giver|po_1|whsec|v1=/);
});

test('where nobody takes payments, gifts are unavailable and events wait at the processor', async () => {
  const other = await freshDatabase();
  const world = await newWorld(other.dataSource);
  const { globalId: poolId } = await newPool(other.dataSource, world.home);
  const closed = await openCounter(other, { payments: { by: 'none' } });
  try {
    await expect(give(other.dataSource, { to: { poolId } })).rejects.toMatchObject({
      code: 'PAYMENTS_UNAVAILABLE',
    });
    const answer = await post(PAYLOAD, { 'stripe-signature': signed(PAYLOAD) }, closed);
    expect(answer).toEqual({ status: 503, body: { error: 'PAYMENTS_UNAVAILABLE' } });
  } finally {
    await closed.close();
    await other.drop();
  }
});

test('the processor is the one that the settings name', () => {
  const { provider, livemode, publicUrl } = processorOf(database.dataSource);
  expect({ provider, livemode, publicUrl }).toEqual({
    ...{ provider: 'stripe', livemode: false, publicUrl: counter.url },
  });
});
