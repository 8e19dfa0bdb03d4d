import { Refusal } from '../kernel/refusal';
import { request, sameRequest, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { record } from '../bookkeeping/record';
import { offerGoods, openTill, readBasket, type Basket } from './basket';
import type { RecordExchange } from './exchange-input';
import { draftsOf, planExchange, type Plan } from './exchange-plan';
import { explain, outOfStock } from './exchange-refusals';
import { needExchange, type Exchange } from './exchange.reader';
import { unlessRecorded } from './once';

/** How often a lot may be emptied under our hands before we give up: each time, someone got it. */
const TRIES = 40;

/**
 * A resident exchanges credits for goods (A1; the clerks and storekeepers of the store's operator).
 * The whole act is one ledger entry and nothing else: goods leave their lots, first expiring first,
 * credits leave the wallet, the household's allowance of the month is drawn, and the pool comes to
 * owe for the operator's own goods. The ledger decides all of it at once.
 *
 * Refuses: readBasket's refusals, `OUT_OF_STOCK`, `INSUFFICIENT_CREDITS`, `ALLOWANCE_EXCEEDED`,
 * `POOL_SHORT`, `BOOKS_BUSY`, `KEY_REUSED`, `KEY_UNUSABLE`.
 */
export async function recordExchange(work: UnitOfWork, input: RecordExchange): Promise<Exchange> {
  const asked = request('recordExchange', input);
  const till = await openTill(work, input, asked.key);
  const { communityId, beforeId, beforeFingerprint } = till;
  if (beforeFingerprint) sameRequest(beforeFingerprint, asked);
  const entryId =
    beforeId ??
    (await unlessRecorded(work, communityId, asked, async () =>
      exchangeGoods(work, await readBasket(work, till, input), asked),
    ));
  return await needExchange(work, { communityId, id: entryId });
}

/** Posts the exchange; where a chosen lot was emptied meanwhile, chooses again. */
async function exchangeGoods(work: UnitOfWork, basket: Basket, asked: Request): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const plan = planExchange(basket, await offerGoods(work, basket));
    const [short] = plan.short;
    if (short) throw outOfStock(short);
    try {
      return await post(work, plan, asked);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code !== 'OUT_OF_STOCK' || tries === TRIES) throw explain(error, plan);
    }
  }
}

async function post(work: UnitOfWork, plan: Plan, asked: Request): Promise<string> {
  const recorded = await record(work, plan.basket.till.communityId, ...draftsOf(plan, asked));
  const entryId = recorded.at(-1)?.entryId;
  if (!entryId) throw new Error('An exchange came to nothing');
  return entryId;
}
