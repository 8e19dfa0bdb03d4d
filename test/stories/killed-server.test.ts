import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { tokenOf } from '../support/world';
import { findings } from './support/books';
import { Client } from './support/client';
import { key } from './support/furnish';
import { hours } from './support/moments';
import { mutate, outcomeOf } from './support/mutate';
import { newStage, type Stage } from './support/stage';

/** A queue at the till, and the server dies under it: `kill -9`, and a stop that lets it finish. */

let stage: Stage;
beforeAll(async () => {
  stage = await newStage();
}, 60_000);
afterAll(() => stage.close());

const children: ChildProcess[] = [];
afterEach(() => children.splice(0).forEach((each) => each.kill('SIGKILL')));

async function startServer(): Promise<{ child: ChildProcess; clerk: Client }> {
  const hook = join(__dirname, '..', 'support', 'run-typescript.cjs');
  const program = join(__dirname, 'processes', 'server.ts');
  const child = spawn(process.execPath, ['-r', hook, program, stage.database.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [url] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
  return { child, clerk: new Client(url, await tokenOf(stage.source, stage.home.clerk.id)) };
}

interface Told {
  readonly id: string;
  readonly outcome: string;
}

/** Asks for one piece of soap under a key; null where no answer came. */
async function exchange(clerk: Client, idempotencyKey: string): Promise<Told | null> {
  const input = {
    idempotencyKey,
    storeId: stage.home.goods.store,
    residentId: stage.home.services.customer.resident.globalId,
    occurredAt: OCCURRED,
    lines: [{ productId: stage.home.goods.soap, quantity: 1 }],
  };
  const answer = await mutate(clerk, 'recordExchange', input).catch(() => null);
  const payload = answer?.data?.recordExchange as { exchange: { id: string } | null } | undefined;
  if (!answer || !payload) return null;
  return { id: payload.exchange?.id ?? '', outcome: outcomeOf(answer, 'recordExchange') };
}

const OCCURRED = hours(0);

/** Thirty-two at a time until nothing comes back any more, or all are through. */
async function queueUp(clerk: Client, keys: readonly string[], soon: (told: number) => void) {
  const told = new Map<string, Told>();
  const waiting = [...keys];
  const tillOne = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const answer = await exchange(clerk, next);
      if (!answer) return;
      told.set(next, answer);
      soon(told.size);
    }
  };
  await Promise.all(Array.from({ length: 32 }, tillOne));
  return told;
}

test('killed in the middle of a queue: what was answered stands, and asking again adds nothing', async () => {
  const keys = Array.from({ length: 90 }, key);
  const first = await startServer();
  const told = await queueUp(first.clerk, keys, (answers) => {
    if (answers === 20) first.child.kill('SIGKILL');
  });
  expect(told.size).toBeGreaterThanOrEqual(20);
  expect(told.size).toBeLessThan(keys.length);

  const second = await startServer();
  const again = await queueUp(second.clerk, keys, () => undefined);
  expect(again.size).toBe(keys.length);
  for (const [asked, answer] of told) expect(again.get(asked)).toEqual(answer);
  const done = [...again.values()].filter(({ outcome }) => outcome === 'done');
  expect(new Set(done.map(({ id }) => id)).size).toBe(done.length);
  const [row]: { n: number }[] = await stage.source.query(
    `select count(*)::int as n from ledger_entry where key = any ($1)`,
    [keys.map((each) => `client/${each}`)],
  );
  expect(row?.n).toBe(done.length);
  expect(await findings(stage.source)).toEqual([]);
}, 120_000);

test('asked to stop, it answers whoever it has let in, and ends', async () => {
  const { child, clerk } = await startServer();
  const keys = Array.from({ length: 32 }, key);
  const asked = keys.map((each) => exchange(clerk, each));
  const answers = Promise.all(asked);
  // The others are on their way when the word comes.
  expect(await Promise.race(asked)).not.toBeNull();
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(0);
  const told = (await answers).filter((each) => each !== null);
  const stored: { key: string }[] = await stage.source.query(
    `select key from ledger_entry where key = any ($1)`,
    [keys.map((each) => `client/${each}`)],
  );
  // Everything that it posted it has answered: nobody is left to wonder.
  expect(told.filter(({ outcome }) => outcome === 'done')).toHaveLength(stored.length);
  expect(await findings(stage.source)).toEqual([]);
}, 120_000);
