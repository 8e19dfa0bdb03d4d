import type Stripe from 'stripe';
import type { DataSource } from 'typeorm';
import { askAll, idOf, type Processor } from './processor';

/** Transactions may be listed a while after they were made: the mirror looks back by so much. */
const OVERLAP_MS = 3 * 24 * 3600_000;

/**
 * Copies the processor's balance transactions since a while before the last known one, and its
 * payouts with the transactions that each is made of. What was known is left as it is.
 */
export async function mirror(source: DataSource, processor: Processor): Promise<void> {
  const since = await lastKnown(source);
  const created = since ? { gte: Math.floor((since.getTime() - OVERLAP_MS) / 1000) } : undefined;
  const { stripe } = processor;
  const page = (after: string | undefined) => ({
    limit: 100,
    ...(created ? { created } : {}),
    ...(after ? { starting_after: after } : {}),
  });
  const transactions = await askAll((after) => stripe.balanceTransactions.list(page(after)));
  await keepTransactions(source, transactions);
  const payouts = await askAll((after) => stripe.payouts.list(page(after)));
  for (const payout of payouts) await mirrorPayout(source, processor, payout);
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

/** A payout that failed or was paid since is known by its status; its parts do not change. */
async function mirrorPayout(
  source: DataSource,
  { stripe }: Processor,
  payout: Stripe.Payout,
): Promise<void> {
  const changed: unknown[] = await source.query(
    `insert into payout (id, currency, minor, status, created_at) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set status = excluded.status
       where payout.status <> excluded.status
     returning id`,
    [
      payout.id,
      payout.currency.toUpperCase(),
      payout.amount,
      payout.status,
      new Date(payout.created * 1000),
    ],
  );
  if (changed.length === 0 || !payout.automatic) return;
  const parts = await askAll((after) =>
    stripe.balanceTransactions.list({
      payout: payout.id,
      limit: 100,
      ...(after ? { starting_after: after } : {}),
    }),
  );
  await keepTransactions(source, parts);
  await source.query(
    `update balance_transaction set payout_id = $1
     where id = any ($2) and payout_id is null and source_id is distinct from $1`,
    [payout.id, parts.map(({ id }) => id)],
  );
}
