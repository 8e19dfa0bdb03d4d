import type { Tell } from './tell';
import { lastMonth } from './days';
import type { Neighbourhood } from './neighbourhood';

/** The treasurer pays the store's operator for last month's goods, unless it was done before. */
export async function settleOperator(
  { voices, store }: Neighbourhood,
  run: string,
  tell: Tell,
): Promise<void> {
  const month = lastMonth();
  const { payload, refused } = await voices.treasurer.tries<{
    settlement: { amount: { amount: string }; entry: { id: string } } | null;
  }>(
    'settleOperator',
    { idempotencyKey: `story/${run}/settle`, storeId: store.id, month },
    'settlement { amount { amount } entry { id } }',
  );
  if (payload.settlement) {
    const { amount, entry } = payload.settlement;
    await tell(
      `The treasurer pays the operator of ${store.name} ${amount.amount} for ${month}.`,
      entry.id,
    );
  } else await tell(`The operator has been paid for ${month}: ${refused?.message ?? ''}`);
}
