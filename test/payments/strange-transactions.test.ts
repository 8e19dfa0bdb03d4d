import type Stripe from 'stripe';
import { openDesk, type Desk } from '../donations/desk';
import { findings, standing } from '../donations/gifts';

/** What the processor moves by itself. */

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** The processor lists these besides. */
function listed(...made: readonly (readonly [id: string, type: string, amount: number])[]): void {
  const { balanceTransactions } = desk.counter.processor.stripe;
  const list = balanceTransactions.list.bind(balanceTransactions);
  const created = Math.floor(Date.now() / 1000) - 10;
  const more = made.map(([id, type, amount]) => ({
    ...{ id, type, amount, net: amount, fee: 0, currency: 'cny', created },
    ...{ object: 'balance_transaction', source: id.replace('txn', 'tr') },
  })) as unknown as Stripe.BalanceTransaction[];
  const besides = async (asked?: Stripe.BalanceTransactionListParams) => {
    const page = await list(asked);
    return asked?.payout ? page : { ...page, data: [...more, ...page.data] };
  };
  Object.assign(balanceTransactions, { list: besides });
}

test('what it keeps back for a while is its own; a transfer nobody knows is held', async () => {
  const { source, counter } = desk;
  await desk.paid();
  await counter.work();
  listed(
    ['txn_hold', 'payout_minimum_balance_hold', -500],
    ['txn_release', 'payout_minimum_balance_release', 500],
    ['txn_reserve', 'reserve_transaction', -700],
    ['txn_reserved', 'reserved_funds', 700],
    ['txn_transfer', 'transfer', -300],
  );
  await counter.work();
  expect(await source.query('select kind, object_id, minor from payment_task')).toEqual([
    { kind: 'unknown_transaction', object_id: 'txn_transfer', minor: '-300' },
  ]);
  expect(await standing(source, 'suspense')).toEqual({ CNY: '-300' });
  const states = await source.query<{ id: string; state: string }[]>(
    `select id, state from balance_transaction where source_id like 'tr_%' order by id`,
  );
  expect(states.filter(({ state }) => state !== 'posted')).toEqual([
    { id: 'txn_transfer', state: 'held' },
  ]);
  expect(await findings(source)).toEqual([]);
});
