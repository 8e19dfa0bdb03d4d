import {
  TillRecordExchanges,
  type TillRecordExchangesMutation,
} from '../../../generated/operations';
import { ask, isReached } from './network';
import { trying } from './keeping';
import { holding, namesHeld, unlessHeld } from './locks';
import { answered, noteProblem, readQueue, type Waiting } from './queue';
import { watched } from './watched';

/** What became of what was sent last. */
export interface Sent {
  readonly recorded: number;
  /** So many the books refuse: they wait as tasks at the store now. */
  readonly tasks: number;
}

const sent = watched<Sent | null>(null);
const busy = watched(false);

/** What was sent last, until it is told; and whether something is being sent. */
export const useSent = sent.use;
export const forgetSent = () => sent.tell(null);
export const useSending = busy.use;

/** Held by the window whose counter is finishing an exchange: no other one sends that meanwhile. */
const lockOf = (key: string) => `linli-till-exchange/${key}`;

/** Finishes an exchange at the counter, which sends it by itself and hears the answer. */
export const atCounter = <Result>(key: string, act: () => Promise<Result>): Promise<Result> =>
  holding(lockOf(key), act);

/**
 * What waits and is not being finished at a counter. It is read again after the locks: what a
 * counter had an answer to, and so took away before it let go, is not sent once more.
 */
async function atRest(): Promise<readonly Waiting[]> {
  const before = new Set((await readQueue()).map(({ key }) => key));
  const busyNow = await namesHeld();
  const now = await readQueue();
  return now.filter(({ key }) => before.has(key) && !busyNow.has(lockOf(key)));
}

/** As many as the server takes at once. */
const MOST = 200;

/**
 * Sends what waits, each exchange under its key, so that one that had arrived is not recorded a
 * second time. One window sends at a time; what others have made waits for them, unless somebody
 * of the same store sends it in their own name: `alsoAtStore`.
 */
export async function sendQueue(personId: string, alsoAtStore?: string): Promise<void> {
  await unlessHeld('linli-till-send', async () => {
    const waiting = (await trying(atRest, [])).filter(
      (each) => each.personId === personId || each.storeId === alsoAtStore,
    );
    if (waiting.length === 0) return;
    busy.tell(true);
    const told = await sendAll(waiting).finally(() => busy.tell(false));
    if (told.recorded + told.tasks > 0) sent.tell(told);
  });
}

/** Batch after batch, as long as the server is reached. */
async function sendAll(waiting: readonly Waiting[]): Promise<Sent> {
  let told: Sent = { recorded: 0, tasks: 0 };
  for (const batch of batchesOf(waiting)) {
    const { recorded, tasks } = await send(batch);
    told = { recorded: told.recorded + recorded, tasks: told.tasks + tasks };
    if (!isReached()) break;
  }
  return told;
}

/** What concerns one store goes together: another store's trouble does not stop it. */
function batchesOf(waiting: readonly Waiting[]): Waiting[][] {
  const stores = [...new Set(waiting.map(({ storeId }) => storeId))];
  return stores.flatMap((store) => {
    const its = waiting.filter(({ storeId }) => storeId === store);
    const batches = Math.ceil(its.length / MOST);
    return Array.from({ length: batches }, (_, i) => its.slice(i * MOST, (i + 1) * MOST));
  });
}

type Result = NonNullable<TillRecordExchangesMutation['recordExchanges']['results']>[number];

/** What the server has an answer to leaves the queue; all else stays, with what stands against. */
async function send(batch: readonly Waiting[]): Promise<Sent> {
  const exchanges = batch.map(inputOf);
  const { data, error } = await ask('mutation', TillRecordExchanges, { input: { exchanges } });
  if (error) {
    const [said] = error.graphQLErrors;
    if (said?.extensions.code === 'BAD_USER_INPUT' && batch.length > 1) return await halves(batch);
    if (said) await Promise.all(batch.map(({ key }) => noteProblem(key, said.message)));
    return { recorded: 0, tasks: 0 };
  }
  const results = data.recordExchanges.results ?? [];
  const told = results.filter(({ exchange, task }) => exchange ?? task);
  await answered(told.map(({ idempotencyKey }) => idempotencyKey));
  await keepRefusals(batch, results);
  return {
    recorded: results.filter(({ exchange }) => exchange).length,
    tasks: results.filter(({ task }) => task).length,
  };
}

/** One that cannot even be read is found by halving, so that it does not keep the others here. */
async function halves(batch: readonly Waiting[]): Promise<Sent> {
  const middle = Math.ceil(batch.length / 2);
  const one = await send(batch.slice(0, middle));
  const other = await send(batch.slice(middle));
  return { recorded: one.recorded + other.recorded, tasks: one.tasks + other.tasks };
}

/** Neither recorded nor a task: it may come through another time, and is not lost. */
async function keepRefusals(batch: readonly Waiting[], results: readonly Result[]): Promise<void> {
  for (const { idempotencyKey, exchange, task, refusal } of results) {
    const waiting = batch.find(({ key }) => key === idempotencyKey);
    if (exchange || task || !waiting) continue;
    await noteProblem(idempotencyKey, refusal?.message ?? '');
  }
}

/** The same for recordExchange and recordExchanges: the key stands for exactly this. */
export function inputOf({ key, storeId, residentId, occurredAt, lines }: Waiting) {
  return {
    ...{ idempotencyKey: key, storeId, residentId, occurredAt },
    lines: lines.map(({ productId, quantity }) => ({ productId, quantity, fromLot: null })),
  };
}
