import { TillRecordExchange, type TillRecordExchangeMutation } from '../../../generated/operations';
import { ask, isReached } from '../device/network';
import { leaveQueue, queueUp } from '../device/queue';
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
  const occurredAt = new Date().toISOString();
  const waiting = { key, storeId, personId, residentId: customer.id, occurredAt, lines, credits };
  atCounter.add(key);
  try {
    await queueUp(waiting);
    if (!isReached()) return { how: 'kept', credits };
    const input = inputOf(waiting);
    const { data, error } = await ask('mutation', TillRecordExchange, { input });
    const [said] = error?.graphQLErrors ?? [];
    if (error && !CERTAINLY_NOT.includes(said?.extensions.code)) return { how: 'kept', credits };
    await leaveQueue([key]);
    if (error) return { how: 'refused', refusals: failed(said?.message) };
    const { exchange, userErrors } = data.recordExchange;
    if (exchange) return { how: 'recorded', exchange };
    return {
      how: 'refused',
      refusals: userErrors.map(({ code, message }) => ({
        ...{ code, message, facts: {}, productId: null },
      })),
    };
  } finally {
    atCounter.delete(key);
  }
}

/** After these nothing was recorded; after any other failure it may have been. */
const CERTAINLY_NOT: readonly unknown[] = ['FORBIDDEN', 'BAD_USER_INPUT'];

const failed = (message = ''): Remark[] => [
  { code: 'desk.failed', message, facts: {}, productId: null },
];
