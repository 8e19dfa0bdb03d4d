import { Refusal } from '../kernel/refusal';
import { request, sameRequest, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { openTill, readBasket, type Basket } from './basket';
import { exchangeInOrder, type Waiting } from './exchange-in-order';
import type { RecordExchange } from './exchange-input';
import { exchangeById, type Exchange } from './exchange.reader';
import { keepRefused } from './keep-refused';
import { refusedOr } from './once';
import type { TillTaskRow } from './till-task.entity';
import { refusalOfTask, tillTaskByKey } from './till-task.reader';
import { readTill, type Till } from './till.reader';

export interface RecordExchanges {
  readonly exchanges: readonly RecordExchange[];
}

/** What became of one of them. */
export interface ExchangeResult {
  readonly idempotencyKey: string;
  readonly exchange: Exchange | null;
  readonly refusal: Refusal | null;
  /** Where it was refused for good: what the store's storekeeper has to look at. */
  readonly task: TillTaskRow | null;
}

/** An exchange of the batch at its till, and what is known of it so far. */
interface Opened {
  readonly input: RecordExchange;
  readonly asked: Request;
  readonly till: Till;
}

/** A till without a connection for three busy days makes about so many. */
const MOST_EXCHANGES = 200;

/**
 * Records what tills did without a connection (A1; the clerks and storekeepers of the stores'
 * operators). Each exchange is accepted or refused by itself, those of one resident or product in
 * their order, each as `recordExchange` would under the same key; never all or nothing. What is
 * refused has left the store all the same: it stays as a task of the store (`keepRefused`), and
 * asking again gives the same answer. Whoever may not serve at one of the tills records nothing.
 *
 * Refuses: `NO_EXCHANGES`, `TOO_MANY_EXCHANGES`; each exchange by itself: what recordExchange
 * refuses.
 */
export async function recordExchanges(
  work: UnitOfWork,
  { exchanges }: RecordExchanges,
): Promise<ExchangeResult[]> {
  if (exchanges.length < 1) throw new Refusal('NO_EXCHANGES', {}, ['exchanges']);
  if (exchanges.length > MOST_EXCHANGES)
    throw new Refusal('TOO_MANY_EXCHANGES', { most: MOST_EXCHANGES }, ['exchanges']);
  const opened = await Promise.all(
    exchanges.map((input) => refusedOr(async () => await open(work, input))),
  );
  const told = await decide(
    work,
    opened.filter((each): each is Opened => !(each instanceof Refusal)),
  );
  return opened.map((each, i) => {
    const idempotencyKey = exchanges[i]?.idempotencyKey ?? '';
    const answer = each instanceof Refusal ? refusedWith(each) : told.get(each);
    if (!answer) throw new Error(`Nothing was decided about ${idempotencyKey}`);
    return { idempotencyKey, ...answer };
  });
}

type Told = Omit<ExchangeResult, 'idempotencyKey'>;

async function open(work: UnitOfWork, input: RecordExchange): Promise<Opened> {
  const asked = request('recordExchange', input);
  const till = await openTill(work, input, asked.key);
  if (till.beforeFingerprint) sameRequest(till.beforeFingerprint, asked);
  return { input, asked, till };
}

async function decide(work: UnitOfWork, opened: readonly Opened[]): Promise<Map<Opened, Told>> {
  const told = new Map<Opened, Told>();
  const before = await toldBefore(work, opened);
  const fresh = opened.filter((each, i) => {
    const answer = before[i];
    if (answer) told.set(each, answer);
    return !answer;
  });
  const baskets = await Promise.all(
    fresh.map(({ till, input }) => refusedOr(() => readBasket(work, till, input))),
  );
  const waiting = new Map<Waiting, Opened>();
  fresh.forEach((each, i) => {
    const basket: Basket | Refusal | undefined = baskets[i];
    if (basket instanceof Refusal) told.set(each, refusedWith(basket));
    else if (basket) waiting.set({ basket, asked: each.asked }, each);
  });
  for (const [one, outcome] of await exchangeInOrder(work, [...waiting.keys()])) {
    const each = waiting.get(one);
    if (each) told.set(each, outcome instanceof Refusal ? refusedWith(outcome) : asDone(outcome));
  }
  await keepWhatIsLost(work, fresh, told);
  return told;
}

const refusedWith = (refusal: Refusal): Told => ({ exchange: null, refusal, task: null });
const asDone = (exchange: Exchange): Told => ({ exchange, refusal: null, task: null });

/** What was answered before under the keys, and is answered again; null where nothing was. */
async function toldBefore(work: UnitOfWork, opened: readonly Opened[]): Promise<(Told | null)[]> {
  return await Promise.all(
    opened.map(async ({ till: { communityId, beforeId, beforeFingerprint }, asked }) => {
      if (beforeFingerprint?.equals(asked.fingerprint) === false) return keyReused();
      const before = beforeId ? await work.row(exchangeById, communityId, beforeId) : null;
      if (before) return asDone(before);
      const task = await work.row(tillTaskByKey, communityId, asked.key);
      return task ? toldByTask(task, asked) : null;
    }),
  );
}

function toldByTask(task: TillTaskRow, asked: Request): Told {
  if (task.fingerprint.equals(asked.fingerprint))
    return { ...refusedWith(refusalOfTask(task)), task };
  return keyReused();
}

const keyReused = () => refusedWith(new Refusal('KEY_REUSED', {}, ['idempotencyKey']));

/** Those that may come through if they are asked again, or whose key is another exchange's. */
const NOT_FOR_GOOD = ['BOOKS_BUSY', 'KEY_REUSED'];

/**
 * Keeps what was refused for good, unless an equal request came through in the meantime; then that
 * one's exchange is the answer.
 */
async function keepWhatIsLost(
  work: UnitOfWork,
  fresh: readonly Opened[],
  told: Map<Opened, Told>,
): Promise<void> {
  const refused = fresh.flatMap((each) => {
    const refusal = told.get(each)?.refusal;
    return refusal && !NOT_FOR_GOOD.includes(refusal.code) ? [{ each, refusal }] : [];
  });
  const now = await Promise.all(refused.map(({ each }) => openedNow(work, each)));
  await keepRefused(
    work,
    refused.flatMap(({ refusal }, i) => {
      const each = now[i];
      return each && !each.till.beforeId ? [{ ...each, refusal }] : [];
    }),
  );
  const answers = await toldBefore(work, now);
  refused.forEach(({ each }, i) => {
    const answer = answers[i];
    if (answer) told.set(each, answer);
  });
}

async function openedNow(work: UnitOfWork, each: Opened): Promise<Opened> {
  const { communityId, storeId: id } = each.till;
  const { asked, input } = each;
  const till = await readTill(work, { communityId, id }, asked.key, input.occurredAt);
  return { ...each, till: till ?? each.till };
}
