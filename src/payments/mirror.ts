import type Stripe from 'stripe';
import type { DataSource } from 'typeorm';
import { ask, askAll, idOf, type Processor } from './processor';

/** Transactions may be listed a while after they were made: the mirror looks back by so much. */
const OVERLAP_MS = 3 * 24 * 3600_000;

/** Transactions of a payout itself: it leaves, or it comes back. */
export const OF_PAYOUTS: readonly string[] = ['payout', 'payout_failure', 'payout_cancel'];

/** States in which an automatic payout's parts are told; null where nobody tells a state. */
const IS_KNOWN: readonly unknown[] = ['completed', 'not_applicable', null, undefined];

/** Kept all together: half of them would hide that the other half is missing. */
const MOST_TRANSACTIONS = 100_000;

/**
 * Copies the processor's balance transactions since a while before the last known one. What was
 * known is left as it is.
 */
export async function mirrorTransactions(source: DataSource, { stripe }: Processor): Promise<void> {
  const since = from(await lastKnown(source));
  const transactions = await askAll(
    (page) => stripe.balanceTransactions.list({ ...page, ...since }),
    MOST_TRANSACTIONS,
  );
  await keepTransactions(source, transactions);
}

/** From a while before the last known one. */
function from(last: Date | null) {
  return last ? { created: { gte: Math.floor((last.getTime() - OVERLAP_MS) / 1000) } } : {};
}

/** Copies the processor's payouts, each with the transactions that it is made of. */
export async function mirrorPayouts(source: DataSource, processor: Processor): Promise<void> {
  const { stripe } = processor;
  const since = from(await lastKnown(source));
  const payouts = await askAll((page) => stripe.payouts.list({ ...page, ...since }));
  for (const payout of payouts) await mirrorPayout(source, processor, payout);
  const listed = payouts.map(({ id }) => id);
  for (const id of await payoutsThatMoved(source, listed)) {
    const payout = await ask('payout', () => stripe.payouts.retrieve(id));
    await mirrorPayout(source, processor, payout);
  }
}

/** A payout may fail when it is too old to be listed: the transaction that brings it back tells. */
async function payoutsThatMoved(source: DataSource, listed: readonly string[]): Promise<string[]> {
  const rows = await source.query<{ id: string }[]>(
    `select distinct source_id id from balance_transaction
     where state = 'waiting' and type = any ($1) and source_id <> all ($2)`,
    [OF_PAYOUTS, listed],
  );
  return rows.map(({ id }) => id);
}

async function lastKnown(source: DataSource): Promise<Date | null> {
  const [row] = await source.query<{ last: Date | null }[]>(
    'select max(created_at) last from balance_transaction',
  );
  return row?.last ?? null;
}

async function keepTransactions(
  source: DataSource,
  transactions: readonly Stripe.BalanceTransaction[],
): Promise<void> {
  if (transactions.length === 0) return;
  const of = <T>(pick: (each: Stripe.BalanceTransaction) => T) => transactions.map(pick);
  await source.query(
    `insert into balance_transaction (id, type, source_id, currency, gross_minor, fee_minor,
       created_at, state)
     select *, 'waiting' from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[],
       $6::bigint[], $7::timestamptz[])
     on conflict (id) do nothing`,
    [
      of(({ id }) => id),
      of(({ type }) => type),
      of((each) => idOf(each.source)),
      of(({ currency }) => currency.toUpperCase()),
      of(({ amount }) => amount),
      of(({ fee }) => fee),
      of(({ created }) => new Date(created * 1000)),
    ],
  );
}

/**
 * A payout that failed or was paid since is known by its status; its parts do not change. They are
 * kept before the payout is, or it would be posted without them if this were cut short between.
 */
async function mirrorPayout(
  source: DataSource,
  processor: Processor,
  payout: Stripe.Payout,
): Promise<void> {
  const [known] = await source.query<{ status: string }[]>(
    'select status from payout where id = $1',
    [payout.id],
  );
  if (known?.status === payout.status) return;
  // What it is made of may be asked for once the processor has made up its own mind.
  if (!known && payout.automatic && !IS_KNOWN.includes(payout.reconciliation_status)) return;
  if (!known && payout.automatic) await mirrorParts(source, processor, payout);
  await source.query(
    `insert into payout (id, currency, minor, status, created_at) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set status = excluded.status`,
    [
      payout.id,
      payout.currency.toUpperCase(),
      payout.amount,
      payout.status,
      new Date(payout.created * 1000),
    ],
  );
}

async function mirrorParts(
  source: DataSource,
  { stripe }: Processor,
  payout: Stripe.Payout,
): Promise<void> {
  const { id: payoutId } = payout;
  const parts = await askAll((page) =>
    stripe.balanceTransactions.list({ payout: payoutId, ...page }),
  );
  await keepTransactions(source, parts);
  await source.query(
    `update balance_transaction set payout_id = $1
     where id = any ($2) and payout_id is null and source_id is distinct from $1`,
    [payout.id, parts.map(({ id }) => id)],
  );
}
