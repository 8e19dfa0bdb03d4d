import { TillRecordExchange, type TillRecordExchangeMutation } from '../../../generated/operations';
import { nowByServer } from '../device/clock';
import { ask, isReached } from '../device/network';
import { answered, leaveQueue, queueUp, type Waiting } from '../device/queue';
import { atCounter, inputOf } from '../device/sync';
import type { Basket } from './basket';
import type { Remark } from './preview';

export type Recorded = NonNullable<TillRecordExchangeMutation['recordExchange']['exchange']>;

/** How it ended: recorded, kept for later, refused (the basket stays), or in trouble. */
export type Finished =
  | { readonly how: 'recorded'; readonly exchange: Recorded }
  | { readonly how: 'kept'; readonly credits: number }
  | { readonly how: 'refused'; readonly refusals: readonly Remark[] };

/**
 * Finishes a basket. It is on the disk before it is sent, and leaves it only with the books'
 * answer: whatever happens in between, it is sent again under the same key.
 */
export async function finish(basket: Basket, credits: number): Promise<Finished> {
  const { key, storeId, personId, customer, lines } = basket;
  if (!customer) throw new Error('Nobody is chosen.');
  return await atCounter(key, async () => {
    const occurredAt = firstTried.get(key) ?? nowByServer().toISOString();
    const waiting = { key, storeId, personId, residentId: customer.id, occurredAt, lines, credits };
    const isKept = await queueUp(waiting);
    const finished = isReached() ? await record(waiting) : null;
    if (finished) {
      firstTried.delete(key);
      return finished;
    }
    if (isKept) return { how: 'kept', credits };
    // The device refused to keep it: the basket stays, and another try is the same exchange.
    firstTried.set(key, occurredAt);
    return { how: 'refused', refusals: [remark('till.not-kept')] };
  });
}

/** When what has no answer yet, and is not on the disk, was tried first. */
const firstTried = new Map<string, string>();

/** The books' answer; null where there was none, and it may have been recorded or not. */
async function record(waiting: Waiting): Promise<Finished | null> {
  const input = inputOf(waiting);
  const { data, error } = await ask('mutation', TillRecordExchange, { input });
  const [said] = error?.graphQLErrors ?? [];
  if (error && !CERTAINLY_NOT.includes(said?.extensions.code)) return null;
  const exchange = data?.recordExchange.exchange;
  if (exchange) {
    await answered([waiting.key]);
    return { how: 'recorded', exchange };
  }
  // Its basket stays, to be put right.
  await leaveQueue([waiting.key]);
  if (error) return { how: 'refused', refusals: [remark('desk.failed', said?.message)] };
  const { userErrors } = data.recordExchange;
  return {
    how: 'refused',
    refusals: userErrors.map(({ code, message }) => remark(code, message)),
  };
}

/** After these nothing was recorded; after any other failure it may have been. */
const CERTAINLY_NOT: readonly unknown[] = ['FORBIDDEN', 'BAD_USER_INPUT'];

const remark = (code: string, message?: string): Remark => ({
  ...{ code, facts: {}, productId: null },
  ...(message !== undefined && { message }),
});
