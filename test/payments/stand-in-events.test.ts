import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { seededIds, timedIds } from '../../src/payments/stand-in/ids';
import {
  clientOf,
  closeAll,
  gift,
  give,
  look,
  memory,
  open,
  pledge,
  SECRET,
} from './stand-in-open';
import { checkObject } from './stripe-types';

afterEach(closeAll);

/** Everything that can happen, once. */
async function live(world: Awaited<ReturnType<typeof open>>): Promise<void> {
  const { standIn, stripe } = world;
  const gifts = [
    await give(world, { settlementCurrency: 'hkd', exchangeRate: '1.0837' }),
    await give(world, { method: 'alipay' }),
    await give(world, { method: 'wechat_pay', outcome: 'pending' }),
    await give(world, { outcome: 'failed' }),
    await give(world),
  ];
  await standIn.settlePending(gifts[2]!.session.id, 'paid');
  await standIn.expire(gifts[3]!.session.id);
  const key = (idempotencyKey: string) => ({ idempotencyKey });
  await stripe.refunds.create({ charge: gifts[1]!.charge.id, amount: 800 }, key('r1'));
  standIn.refunds({ pendingFirst: true });
  const refund = await standIn.dashboardRefund(gifts[0]!.charge.id, 800);
  await standIn.failRefund(refund.id);
  const dispute = await standIn.openDispute(gifts[4]!.charge.id);
  await standIn.closeDispute(dispute.id, 'won');
  await standIn.openDispute(gifts[4]!.charge.id, { inquiry: true });
  const { id } = await stripe.checkout.sessions.create(pledge());
  const { subscription } = await standIn.pay(id, {});
  await standIn.advanceSubscription(subscription as string, 'paid');
  await standIn.advanceSubscription(subscription as string, 'failed');
  const pause = { pause_collection: { behavior: 'mark_uncollectible' } };
  await stripe.subscriptions.update(subscription as string, pause, key('p1'));
  await standIn.advanceSubscription(subscription as string, 'paid');
  await stripe.subscriptions.cancel(subscription as string);
  await standIn.strangeCharge(5000);
  await standIn.advanceClock(2 * 24 * 3600);
  await standIn.failPayout((await standIn.payOut('cny')).id);
  await standIn.settled();
}

test('every object is, at every moment, what the client’s types say', async () => {
  const keeping = memory();
  const world = await open({ keeping });
  await live(world);
  const objects = keeping.written.filter(({ kind }) => kind !== 'replay');
  expect(objects.length).toBeGreaterThan(100);
  const faults = objects.flatMap(({ kind, body }) =>
    checkObject(body as { object: string }).map((fault) => `${kind}: ${fault}`),
  );
  expect([...new Set(faults)]).toEqual([]);
  expect(checkObject(await world.stripe.balance.retrieve())).toEqual([]);
  // The check is in earnest.
  expect(checkObject({ object: 'refund', status: 'new' } as never).length).toBeGreaterThan(5);
});

test('every event carries its object and what it was, and is listed', async () => {
  const world = await open();
  await live(world);
  const { stripe, events } = world;
  expect(events.length).toBeGreaterThan(50);
  for (const event of events)
    expect(event).toMatchObject({
      object: 'event',
      api_version: Stripe.API_VERSION,
      livemode: false,
      data: { object: { id: expect.any(String) as string } },
    });
  const listed = await stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 1000 });
  expect(listed.map(({ id }) => id).reverse()).toEqual(events.map(({ id }) => id));
  const updated = await stripe.events.list({ type: 'customer.subscription.updated' });
  expect(updated.data[0]?.data.previous_attributes).toBeDefined();
  expect((await stripe.events.list({ types: ['payout.paid'] })).data).toHaveLength(1);
  expect((await stripe.events.list({ type: 'payout.*' })).data).toHaveLength(4);
  const made = events.find(({ type }) => type === 'refund.created');
  expect(made?.request?.id).toMatch(/^req_/);
  expect((await stripe.events.retrieve(made!.id)).data).toEqual(made?.data);
});

test('two runs with one seed are equal', async () => {
  const run = async (seed: string) => {
    const keeping = memory();
    await live(await open({ keeping, ids: seededIds(seed), pageUrl: 'http://pay.example' }));
    // The client makes up keys of its own where it is given none.
    return [...keeping.rows.values()].filter(({ kind }) => kind !== 'replay');
  };
  expect(await run('one')).toEqual(await run('one'));
  expect(await run('one')).not.toEqual(await run('two'));
});

test('ids sort by the time they were made', () => {
  let now = 1_790_000_000_000;
  const next = timedIds(() => now);
  const made = [next('cs'), next('cs'), next('cs')];
  now += 1;
  made.push(next('cs'));
  expect([...made].sort()).toEqual(made);
  expect(new Set(made.map((id) => id.slice(-20))).size).toBe(4);
});

test('the next start goes on where the last one ended', async () => {
  const keeping = memory();
  const first = await open({ keeping });
  const { session, charge } = await give(first);
  const waiting = await first.stripe.checkout.sessions.create(gift(), { idempotencyKey: 'k' });
  await first.standIn.close();
  const second = await open({ keeping, ids: seededIds('second') });
  const { stripe, standIn } = second;
  expect((await look(stripe, session.id)).charge).toEqual(charge);
  const again = await stripe.checkout.sessions.create(gift(), { idempotencyKey: 'k' });
  expect(again.id).toBe(waiting.id);
  await standIn.pay(waiting.id, {});
  const list = await stripe.charges.list();
  expect(list.data.map(({ id }) => id)[1]).toBe(charge.id);
  expect((await stripe.events.list({ delivery_success: false })).data).toEqual([]);
});

test('what could not be kept is refused, and kept with the next', async () => {
  const keeping = memory();
  let full = true;
  const world = await open({
    keeping: {
      load: keeping.load,
      keep: async (changed) => {
        if (full) throw new Error('disk full');
        await keeping.keep(changed);
      },
    },
  });
  const params = gift();
  await expect(world.stripe.checkout.sessions.create(params)).rejects.toMatchObject({
    statusCode: 500,
  });
  full = false;
  await world.stripe.checkout.sessions.create(params);
  const kept = [...keeping.rows.values()].filter(({ kind }) => kind === 'checkout.session');
  expect(kept).toHaveLength(2);
});

test('an event that was not taken stays listed, and the next start sends it', async () => {
  const keeping = memory();
  const deaf = { secret: SECRET, deliver: () => Promise.reject(new Error('away')) };
  const first = await open({ keeping, webhook: deaf });
  await give(first);
  await first.standIn.settled();
  const left = await first.stripe.events.list({ delivery_success: false });
  expect(left.data).toHaveLength(4);
  await first.standIn.close();
  const second = await open({ keeping, ids: seededIds('second') });
  await second.standIn.settled();
  expect(second.types()).toHaveLength(4);
  expect((await second.stripe.events.list({ delivery_success: false })).data).toEqual([]);
});

test('a webhook is posted to, signed, and again while it does not answer 2xx', async () => {
  const received: Stripe.Event[] = [];
  let refusing = 3;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const refused = refusing > 0;
      if (refused) refusing -= 1;
      else {
        const signature = request.headers['stripe-signature'] as string;
        const stripe = clientOf({ host: '127.0.0.1', port: 1 } as never);
        received.push(stripe.webhooks.constructEvent(Buffer.concat(parts), signature, SECRET, 300));
      }
      response.writeHead(refused ? 503 : 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const world = await open({
    webhook: { url: `http://127.0.0.1:${port}/webhooks/stripe`, secret: SECRET },
  });
  await give(world);
  await world.standIn.settled();
  expect(received.map(({ type }) => type).sort()).toEqual([
    'charge.succeeded',
    'checkout.session.completed',
    'payment_intent.created',
    'payment_intent.succeeded',
  ]);
  await new Promise((resolve) => server.close(resolve));
});

test('closing gives up what is on its way at once', async () => {
  const world = await open({ webhook: { url: 'http://127.0.0.1:9/none', secret: SECRET } });
  await give(world);
  const before = Date.now();
  await world.standIn.close();
  expect(Date.now() - before).toBeLessThan(1000);
});
