import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import Stripe from 'stripe';
import { giveUpAttempt } from '../../src/donations/give-up-attempt';
import { openDesk, type Desk, type Gift } from './desk';
import { findings, give, sessionOf, standing } from './gifts';

/** The processor does not answer, or we die while it does. */

const HOUR_MS = 3600_000;

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  expect(await findings(desk.source)).toEqual([]);
  await desk.close();
});

const attempts = ({ id }: Pick<Gift, 'id'>) =>
  desk.source.query<{ state: string; session_id: string | null }[]>(
    'select state, session_id from attempt where donation_id = $1 order by number',
    [id],
  );
const gifts = () => desk.source.query<{ id: string; state: string }[]>('select * from donation');
const sessions = async () =>
  (await desk.counter.processor.stripe.checkout.sessions.list({ limit: 100 })).data;

/** Without a second try of the client's own. */
function impatient(port = desk.counter.standIn.port): void {
  const { host } = desk.counter.standIn;
  const more = { host, port, protocol: 'http' as const, timeout: 200, maxNetworkRetries: 0 };
  Object.assign(desk.counter.processor, { stripe: new Stripe('sk_test_of_the_tests', more) });
}

/** Nobody listens there. */
const NOBODY = 9;

const input = () => ({ to: { poolId: desk.pool.globalId }, idempotencyKey: 'asked-again-later' });

async function givenInVain(): Promise<void> {
  const given = give(desk.source, input());
  await expect(given).rejects.toMatchObject({ code: 'PROCESSOR_UNREACHABLE' });
}

test.each(['500', 'garbage', '200-empty', 'reset', 'hang'] as const)(
  'the processor answers with %s: the gift is kept, and asked again it opens one page',
  async (kind) => {
    impatient();
    for (let tries = 0; tries < 3; tries += 1) {
      // A connection that breaks is tried once again by the client, whatever it was told.
      const next = kind === 'reset' ? 2 : 1;
      desk.counter.standIn.fault({ next, kind, after: tries > 0 });
      await givenInVain();
    }
    expect(await gifts()).toMatchObject([{ state: 'created' }]);
    const later = new Date(Date.now() + HOUR_MS);
    const { donation, checkoutUrl } = await give(desk.source, input(), later);
    expect(await attempts(donation)).toMatchObject([{ state: 'open' }]);
    expect((await sessions()).map(({ id }) => id)).toEqual([sessionOf(checkoutUrl)]);
  },
);

test('events wait while it does not answer, and are tried again until it does', async () => {
  impatient();
  const gift = await desk.started();
  await desk.counter.standIn.pay(gift.session, {});
  impatient(NOBODY);
  await desk.counter.deliver();
  const now = Date.now();
  for (const minutes of [1, 5, 20, 60])
    await desk.counter.deliver(new Date(now + minutes * 60_000));
  expect(await desk.again(gift)).toMatchObject({ state: 'open' });
  const waiting = await desk.source.query<{ state: string; tries: number }[]>(
    'select state, tries from processor_event where tries > 0',
  );
  expect(waiting.map(({ state }) => state)).not.toContain('held');
  expect(Math.max(...waiting.map(({ tries }) => tries))).toBeGreaterThan(3);
  impatient();
  await desk.counter.deliver(new Date(now + 2 * HOUR_MS));
  expect(await desk.again(gift)).toMatchObject({ state: 'paid' });
});

test('a page that nobody was told of is found by its event', async () => {
  impatient();
  desk.counter.standIn.fault({ next: 1, kind: '500', after: true });
  await givenInVain();
  const [session] = await sessions();
  await desk.counter.standIn.pay(session!.id, {});
  await desk.counter.deliver();
  expect(await gifts()).toMatchObject([{ state: 'paid' }]);
  expect(await attempts((await gifts())[0]!)).toEqual([{ state: 'paid', session_id: session!.id }]);
  await desk.counter.work();
  expect(await standing(desk.source, 'processorPending')).toEqual({});
});

test('an attempt whose page never came to be is given up when its time is over', async () => {
  impatient();
  desk.counter.standIn.fault({ next: 1, kind: '500' });
  await givenInVain();
  const [gift] = (await gifts()) as unknown as [{ id: string; community_id: string }];
  const ref = { communityId: gift.community_id, id: gift.id };
  await giveUpAttempt(desk.source, ref, new Date());
  expect(await gifts()).toMatchObject([{ state: 'created' }]);
  await desk.counter.work(new Date(Date.now() + 24 * HOUR_MS));
  expect(await gifts()).toMatchObject([{ state: 'expired' }]);
});

/** Runs a process of its own that dies where it is told to. */
async function dying(where: 'before-commit' | 'before-answer', session = ''): Promise<void> {
  const hook = join(__dirname, '..', 'support', 'run-typescript.cjs');
  const program = join(__dirname, 'processes', 'dying.ts');
  const { url } = desk.counter.standIn;
  const { database } = desk.source.options as unknown as { url: string; database?: string };
  const address = (desk.source.options as { url?: string }).url ?? database ?? '';
  const args = [address, url, where, desk.pool.globalId, session];
  const child = spawn(process.execPath, ['-r', hook, program, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

test('killed between the call and the commit: asked again, the same page opens', async () => {
  await dying('before-commit');
  const [gift] = await gifts();
  expect(await attempts(gift!)).toEqual([{ state: 'created', session_id: null }]);
  const [session] = await sessions();
  const { checkoutUrl } = await give(desk.source, { ...input(), idempotencyKey: 'of-the-dying' });
  expect(sessionOf(checkoutUrl)).toBe(session!.id);
  expect(await gifts()).toHaveLength(1);
  await desk.counter.standIn.pay(session!.id, {});
  await desk.counter.deliver();
  expect(await gifts()).toMatchObject([{ state: 'paid' }]);
}, 30_000);

test('killed between the commit and the answer: everything is there once', async () => {
  await dying('before-answer');
  const [session] = await sessions();
  const { checkoutUrl } = await give(desk.source, { ...input(), idempotencyKey: 'of-the-dying' });
  expect(sessionOf(checkoutUrl)).toBe(session!.id);
  expect(await sessions()).toHaveLength(1);
  expect(await gifts()).toMatchObject([{ state: 'open' }]);
}, 30_000);
