import type { DataSource } from 'typeorm';
import { CURRENCIES, currency, type Currency } from '../kernel/currency';
import { mirrorPayouts, mirrorTransactions } from './mirror';
import { postPayouts } from './post-payouts';
import { ask, type Processor } from './processor';
import { settleTransactions } from './settle-transactions';
import type { LookAt } from './work-off-events';

/**
 * Brings the books up to what the processor's own list says: mirrors its transactions, posts what
 * is missing, and holds what matches nothing. Returns how many transactions still wait.
 */
export async function reconcile(
  source: DataSource,
  processor: Processor,
  lookAt: LookAt,
  now: Date,
): Promise<number> {
  await mirrorTransactions(source, processor);
  const waiting = await settleTransactions(source, processor, lookAt, now);
  await mirrorPayouts(source, processor);
  await postPayouts(source, now);
  return waiting;
}

/** Three ways to say what stands at the processor, in minor units; they are one. */
export interface Proof {
  readonly currency: string;
  /** What our books say. */
  readonly books: bigint;
  /** What the mirrored transactions that are posted add up to. */
  readonly mirrored: bigint;
  /** What the processor itself says, available and pending. */
  readonly processor: bigint;
  /** Money that was paid and whose transaction is not known yet. */
  readonly pending: bigint;
  /** Money that belongs to nobody yet, in the currency it was paid in. */
  readonly suspense: bigint;
}

/** The proof that nothing is lost or doubled between the processor and the books. */
export async function prove(source: DataSource, { stripe }: Processor): Promise<Proof[]> {
  const balance = await ask('balance', async () => ({
    ...(await stripe.balance.retrieve()),
    id: 'balance',
  }));
  const told = new Map<string, bigint>();
  for (const { currency: code, amount } of [...balance.available, ...balance.pending])
    told.set(code.toUpperCase(), (told.get(code.toUpperCase()) ?? 0n) + BigInt(amount));
  const kept = await Promise.all(CURRENCIES.map((code) => keptIn(source, code)));
  const codes = new Set<string>([...told.keys(), ...kept.map(({ currency: code }) => code)]);
  return [...codes]
    .map((code) => ({
      ...(kept.find((each) => each.currency === code) ?? nothingIn(code)),
      processor: told.get(code) ?? 0n,
    }))
    .filter(({ books, mirrored, processor, pending, suspense }) =>
      [books, mirrored, processor, pending, suspense].some((minor) => minor !== 0n),
    );
}

/** Whether all three agree and nothing is left over. */
export function holds({ books, mirrored, processor, pending }: Proof): boolean {
  return books === mirrored && mirrored === processor && pending === 0n;
}

type Kept = Omit<Proof, 'processor'>;

const nothingIn = (code: string): Kept => ({
  ...{ currency: code, books: 0n, mirrored: 0n, pending: 0n, suspense: 0n },
});

async function keptIn(source: DataSource, code: Currency): Promise<Kept> {
  const [row] = await source.query<
    { books: string; mirrored: string; pending: string; suspense: string }[]
  >(
    `-- every community: one account at the processor is shared by all
     select
       coalesce(sum(debits - credits) filter (where kind = 'processorBalance'), 0) books,
       coalesce(sum(debits - credits) filter (where kind = 'processorPending'), 0) pending,
       coalesce(sum(credits - debits) filter (where kind = 'suspense'), 0) suspense,
       (select coalesce(sum(gross_minor - fee_minor), 0) from balance_transaction
        where currency = $2 and state <> 'waiting') mirrored
     from ledger_account
     where asset_id = $1 and kind in ('processorBalance', 'processorPending', 'suspense')`,
    [currency(code).id, code],
  );
  return {
    currency: code,
    books: BigInt(row?.books ?? 0),
    mirrored: BigInt(row?.mirrored ?? 0),
    pending: BigInt(row?.pending ?? 0),
    suspense: BigInt(row?.suspense ?? 0),
  };
}
