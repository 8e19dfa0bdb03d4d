import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../ormconfig';
import { converge } from '../../src/donations/converge';
import { lockDonation } from '../../src/donations/donation.reader';
import { paymentsOfDonation } from '../../src/donations/gift-payment.reader';
import { recordRefunds } from '../../src/donations/record-refunds';
import { SYSTEM } from '../../src/kernel/actor';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { connectProcessor } from '../../src/payments/processor';
import { lettersOf, openDesk, papersOf, type Desk, type Gift } from './desk';
import { findings } from './gifts';

/** The giver who comes back, the worker and the sweep may all come in the same moment. */

let desk: Desk;
let sources: DataSource[];
beforeAll(async () => {
  desk = await openDesk();
  const { url } = desk.source.options as unknown as { url: string };
  const others = [1, 2].map(() => createDataSource(url, 8));
  await Promise.all(others.map((each) => each.initialize()));
  others.forEach((each) => connectProcessor(each, desk.counter.processor));
  sources = [desk.source, ...others];
});
afterAll(async () => {
  for (const each of sources.slice(1)) await each.destroy();
  await desk.close();
});
afterEach(async () => expect(await findings(desk.source)).toEqual([]));

const look = (gift: Gift, at: number) =>
  converge(sources[at % sources.length]!, desk.counter.processor, gift, new Date());

const many = (gift: Gift, count = 12) =>
  Promise.all(Array.from({ length: count }, (_, at) => look(gift, at)));

async function chargeOf({ id }: Gift): Promise<string> {
  const [row] = await desk.source.query<{ charge_id: string }[]>(
    'select charge_id from gift_payment where donation_id = $1',
    [id],
  );
  return row!.charge_id;
}

test('many that look at once record a gift once, with one letter and one paper', async () => {
  const gift = await desk.started({ email: 'wang@example.org' });
  await desk.counter.standIn.pay(gift.session, {});
  await many(gift);
  expect(await desk.again(gift)).toMatchObject({ state: 'paid' });
  expect(await lettersOf(desk.source, gift)).toHaveLength(1);
  expect(await papersOf(desk.source, gift)).toHaveLength(1);
});

test('what comes between them is told once as well, and nothing of it is forgotten', async () => {
  const gift = await desk.paid();
  const charge = await chargeOf(gift);
  const looks: Promise<unknown>[] = [];
  for (let part = 1; part <= 8; part += 1) {
    looks.push(many(gift, 4));
    await pause(3);
    await desk.counter.standIn.dashboardRefund(charge, 100);
    looks.push(many(gift, 2));
  }
  await Promise.all(looks);
  expect(await desk.again(gift)).toMatchObject({ state: 'paid', refundedMinor: '800' });
  expect(await papersOf(desk.source, gift)).toHaveLength(9);
});

test('whoever records something of a gift waits for whoever holds it', async () => {
  const gift = await desk.started();
  await desk.counter.standIn.pay(gift.session, {});
  let done = false;
  let looking: Promise<unknown> = Promise.resolve();
  await inUnitOfWork(desk.source, SYSTEM, async (work) => {
    await lockDonation(work, gift);
    looking = look(gift, 1).then(() => (done = true));
    await pause(300);
    expect(done).toBe(false);
  });
  await looking;
  expect(await desk.again(gift)).toMatchObject({ state: 'paid' });
});

test('what was read before a refund failed and is recorded later takes no step back', async () => {
  const gift = await desk.paid();
  const { id: refundId } = await desk.counter.standIn.dashboardRefund(await chargeOf(gift), 500);
  await desk.counter.standIn.failRefund(refundId);
  await look(gift, 0);
  const late = { refundId, rowId: null, minor: 500n, status: 'succeeded', reason: '' } as const;
  await inUnitOfWork(desk.source, SYSTEM, async (work) => {
    const donation = await lockDonation(work, gift);
    const [payment] = await paymentsOfDonation(work.db, donation);
    const { chargeId, currency, minor, method, paidAt } = payment!;
    await recordRefunds(work, donation, payment!, {
      ...{ chargeId, currency, method, paidAt, sessionId: gift.session, minor: BigInt(minor) },
      ...{ refunds: [late], disputes: [] },
    });
  });
  const rows = await desk.source.query('select state from gift_refund where refund_id = $1', [
    refundId,
  ]);
  expect(rows).toEqual([{ state: 'failed' }]);
  expect(await desk.again(gift)).toMatchObject({ refundedMinor: '0' });
});
