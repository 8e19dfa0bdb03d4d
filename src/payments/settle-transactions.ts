import type { DataSource, EntityManager } from 'typeorm';
import { draft, record } from '../bookkeeping/record';
import { PROCESSOR } from '../bookkeeping/rules/processor';
import { SYSTEM } from '../kernel/actor';
import { CURRENCIES } from '../kernel/currency';
import { ownRequest } from '../kernel/request';
import { read } from '../kernel/read';
import { inUnitOfWork, type UnitOfWork } from '../kernel/unit-of-work';
import type { BalanceTransactionRow } from './balance-transaction.entity';
import { OF_PAYOUTS } from './mirror';
import { movementOf } from './movement-of';
import { alone } from './one-by-one';
import type { Processor } from './processor';
import type { ProcessorObjectRow } from './processor-object.entity';
import { cityBooks, raiseTask } from './raise-task';
import { amountsOf, presented } from './transaction-amounts';
import type { LookAt } from './work-off-events';

type Transaction = Pick<
  BalanceTransactionRow,
  'id' | 'type' | 'sourceId' | 'currency' | 'grossMinor' | 'feeMinor' | 'createdAt'
>;

/** What the processor takes for itself, or keeps back for a while, or gives back. */
const OF_THE_PROCESSOR =
  /^(stripe_fee|stripe_fx_fee|tax_fee|climate_order)|reserve|minimum_balance/;

/**
 * Posts every mirrored transaction that waits: a movement of ours comes from pending to the
 * balance, with its fee; the processor's own fees are a cost; what matches nothing is held in
 * suspense with a task. One whose gift is not recorded yet is looked at first. Returns how many
 * still wait.
 */
export async function settleTransactions(
  source: DataSource,
  processor: Processor,
  lookAt: LookAt,
  now: Date,
): Promise<number> {
  const booksId = await cityBooks(source.manager);
  let waiting = 0;
  let after = { createdAt: new Date(0), id: '' };
  for (;;) {
    const transactions = await waitingAfter(source.manager, after);
    for (const each of transactions) {
      let done = false;
      const about = { communityId: booksId, id: each.id };
      await alone(source, about, now, async () => {
        done = await settle(source, processor, lookAt, each, now);
      });
      if (!done) waiting += 1;
    }
    const last = transactions.at(-1);
    if (!last) return waiting;
    after = last;
  }
}

async function waitingAfter(
  db: EntityManager,
  { createdAt, id }: Pick<Transaction, 'createdAt' | 'id'>,
): Promise<Transaction[]> {
  return await read<Transaction>(
    db,
    `select id, type, source_id "sourceId", currency, gross_minor "grossMinor",
       fee_minor "feeMinor", created_at "createdAt" from balance_transaction
     where state = 'waiting' and (created_at, id) > ($1, $2) and type <> all ($3)
     order by created_at, id limit 200`,
    [createdAt, id, OF_PAYOUTS],
  );
}

async function settle(
  source: DataSource,
  processor: Processor,
  lookAt: LookAt,
  transaction: Transaction,
  now: Date,
): Promise<boolean> {
  if (!CURRENCIES.includes(transaction.currency)) return await leave(source, transaction, now);
  const ours = OF_THE_PROCESSOR.test(transaction.type);
  const movement = ours ? null : await movementOf(source, processor, lookAt, transaction, now);
  if (movement === 'later') return false;
  await inUnitOfWork(
    source,
    SYSTEM,
    async (work) => {
      if (!(await stillWaits(work, transaction))) return;
      if (movement) return await postMovement(work, transaction, movement);
      await postElsewhere(work, transaction);
    },
    now,
  );
  return true;
}

/** One in a currency that the books do not know stays where it is, and somebody is told. */
async function leave(source: DataSource, { id, currency: code }: Transaction, now: Date) {
  const tell = async (work: UnitOfWork) => {
    const communityId = await cityBooks(work.db);
    const task = { communityId, kind: 'unknown_transaction', objectId: id } as const;
    await raiseTask(work, { ...task, note: code });
  };
  await inUnitOfWork(source, SYSTEM, tell, now);
  return false;
}

/**
 * Holds a transaction, unless another process has posted it meanwhile: two that think otherwise of
 * it would post it into two sets of books, of which neither knows the other's keys.
 */
async function stillWaits(work: UnitOfWork, { id }: Transaction): Promise<boolean> {
  const db = await work.begin();
  const rows = await read(
    db,
    `select id from balance_transaction where id = $1 and state = 'waiting' for update`,
    [id],
  );
  return rows.length > 0;
}

async function postMovement(
  work: UnitOfWork,
  transaction: Transaction,
  movement: ProcessorObjectRow,
): Promise<void> {
  const { communityId, foundationId, paymentId } = movement;
  if (!foundationId || !paymentId) throw new Error(`${movement.id} moves nothing`);
  const amounts = amountsOf(transaction);
  const facts = {
    foundationId,
    paymentId,
    transactionId: transaction.id,
    presented: presented(amounts.gross, movement),
    ...amounts,
  };
  const how = {
    request: ownRequest(`transaction/${transaction.id}`),
    occurredAt: momentOf(work, transaction),
  };
  const [posted] = await record(work, communityId, draft(PROCESSOR.transactionSettled, facts, how));
  await settled(work, transaction, 'posted', communityId, foundationId, posted?.entryId);
}

async function postElsewhere(work: UnitOfWork, transaction: Transaction): Promise<void> {
  const booksId = await cityBooks(work.db);
  const ours = OF_THE_PROCESSOR.test(transaction.type);
  const facts = { booksId, transactionId: transaction.id, ...amountsOf(transaction) };
  const how = {
    request: ownRequest(`transaction/${transaction.id}`),
    occurredAt: momentOf(work, transaction),
  };
  const rule = ours ? PROCESSOR.processorCharged : PROCESSOR.unexplainedTransaction;
  const [posted] = await record(work, booksId, draft(rule, facts, how));
  await settled(work, transaction, ours ? 'posted' : 'held', booksId, booksId, posted?.entryId);
  if (ours) return;
  const task = {
    communityId: booksId,
    kind: 'unknown_transaction',
    objectId: transaction.id,
  } as const;
  await raiseTask(work, {
    ...task,
    held: facts.gross,
    entryId: posted?.entryId,
    note: transaction.type,
  });
}

/** The processor's clock may run ahead of ours. */
const momentOf = ({ now }: UnitOfWork, { createdAt }: Transaction) =>
  createdAt < now ? createdAt : now;

async function settled(
  work: UnitOfWork,
  { id }: Transaction,
  state: 'posted' | 'held',
  communityId: string,
  holderId: string,
  entryId: string | undefined,
): Promise<void> {
  await work.db.query(
    `update balance_transaction set state = $2, community_id = $3, foundation_id = $4,
       entry_id = $5 where id = $1`,
    [id, state, communityId, holderId, entryId],
  );
}
