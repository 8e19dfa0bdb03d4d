import type { Tell } from './tell';
import { lastMonth } from './days';
import type { Neighbourhood } from './neighbourhood';

/**
 * The storekeeper states last month's goods, the secretary checks it, and the treasurer pays the
 * store's operator, unless it was done before.
 */
export async function settleOperator(
  { voices, store }: Neighbourhood,
  run: string,
  tell: Tell,
): Promise<void> {
  const month = lastMonth();
  await stateMonth({ voices, store }, month, tell);
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

async function stateMonth(
  { voices, store }: Pick<Neighbourhood, 'voices' | 'store'>,
  month: string,
  tell: Tell,
): Promise<void> {
  const { payload } = await voices.storekeeper.tries<{
    statement: { id: string; number: number; total: { amount: string } } | null;
  }>('issueStatement', { storeId: store.id, month }, 'statement { id number total { amount } }');
  if (!payload.statement) return;
  const { id, number, total } = payload.statement;
  await voices.secretary.tries('checkStatement', { statementId: id }, 'statement { id }');
  await tell(
    `The storekeeper states ${total.amount} for ${month} (No. ${number}), and the secretary checks it.`,
  );
}
