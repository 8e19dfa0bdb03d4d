import { Refusal } from '../kernel/refusal';
import { request, sameRequest, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { record } from '../bookkeeping/record';
import { offerGoods, openTill, readBasket, type Basket } from './basket';
import type { RecordExchange } from './exchange-input';
import { draftsOf, planExchange, type Plan } from './exchange-plan';
import { explain, outOfStock } from './exchange-refusals';
import { needExchange, toExchange, type Exchange } from './exchange.reader';
import { unlessRecorded } from './once';

/** How often a lot may be emptied under our hands before we give up: each time, someone got it. */
const TRIES = 40;

/**
 * A resident exchanges credits for goods (A1; the clerks and storekeepers of the store's operator).
 * The whole act is one ledger entry and nothing else: goods leave their lots, first expiring first,
 * credits leave the wallet, the household's allowance of the month is drawn, and the pool comes to
 * owe for the operator's own goods. The ledger decides all of it at once.
 *
 * Refuses: readBasket's refusals, `BLACKOUT`, `TOO_YOUNG`, `AGE_UNKNOWN`, `OUT_OF_STOCK`,
 * `INSUFFICIENT_CREDITS`, `ALLOWANCE_EXCEEDED`, `POOL_SHORT`, `BOOKS_BUSY`, `KEY_REUSED`,
 * `KEY_UNUSABLE`.
 */
export async function recordExchange(work: UnitOfWork, input: RecordExchange): Promise<Exchange> {
  const asked = request('recordExchange', input);
  const till = await openTill(work, input, asked.key);
  const { communityId, beforeId, beforeFingerprint } = till;
  if (beforeFingerprint) sameRequest(beforeFingerprint, asked);
  if (beforeId) return await needExchange(work, { communityId, id: beforeId });
  return await unlessRecorded(work, communityId, asked, {
    attempt: async () => await exchangeGoods(work, await readBasket(work, till, input), asked),
    found: toExchange,
  });
}

/** Posts the exchange; where a chosen lot was emptied meanwhile, chooses again. */
async function exchangeGoods(work: UnitOfWork, basket: Basket, asked: Request): Promise<Exchange> {
  for (let tries = 1; ; tries += 1) {
    const plan = planExchange(basket, await offerGoods(work, basket));
    const [refused] = plan.refused;
    if (refused) throw refused;
    const [short] = plan.short;
    if (short) throw outOfStock(short);
    try {
      return await postExchange(work, plan, asked);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code !== 'OUT_OF_STOCK' || tries === TRIES) throw explain(error, plan);
    }
  }
}

/** What was posted is what we know already; only what somebody else posted has to be read. */
export async function postExchange(
  work: UnitOfWork,
  plan: Plan,
  asked: Request,
): Promise<Exchange> {
  const { communityId } = plan.basket.till;
  const drafts = draftsOf(plan, asked);
  const recorded = (await record(work, communityId, ...drafts)).at(-1);
  const drafted = drafts.at(-1);
  if (!recorded || !drafted) throw new Error('An exchange came to nothing');
  const { entryId: id, recordedAt, repeated } = recorded;
  if (repeated) return await needExchange(work, { communityId, id });
  const { personId: actorId } = work.actor;
  return toExchange({ ...drafted, communityId, id, actorId, recordedAt });
}
