import type { EntityManager } from 'typeorm';
import { read } from '../kernel/read';

/** An account at a moment. */
export interface AccountAt {
  readonly accountId: string;
  readonly moment: Date;
}

/** What an account held at a moment: the totals of all legs recorded until then. */
export interface TotalsAt extends AccountAt {
  readonly debits: bigint;
  readonly credits: bigint;
}

/**
 * What accounts held at moments of recorded time, in the order asked, in one statement: a search in
 * each account's gapless sequence. An account that was not there yet held nothing.
 *
 * Recorded time alone can be asked for: legs lie in its order, and what once stood there at a
 * moment stands there for ever. When something is said to have happened is another question: an
 * entry may be backdated, so that order is another one, and its answer changes with every late
 * entry.
 */
export async function totalsAsOf(
  db: EntityManager,
  communityId: string,
  asked: readonly AccountAt[],
): Promise<TotalsAt[]> {
  const rows = await read<{ asked: number; debits: string; credits: string }>(
    db,
    `select * from public.ledger_as_of($1, $2, $3)`,
    [
      communityId,
      asked.map(({ accountId }) => accountId),
      asked.map(({ moment }) => endOfMillisecond(moment)),
    ],
  );
  return rows.flatMap(({ asked: at, debits, credits }) => {
    const which = asked[at - 1];
    return which ? [{ ...which, debits: BigInt(debits), credits: BigInt(credits) }] : [];
  });
}

/** No books are older, and none will be younger; PostgreSQL reads other years otherwise. */
const [EARLIEST, LATEST] = [0, Date.UTC(9999, 11, 31)] as const;

/**
 * The books keep microseconds, and whoever asks has read milliseconds: as of an entry's moment as
 * the API shows it, the entry is recorded.
 */
function endOfMillisecond(moment: Date): string {
  const bounded = Math.min(Math.max(moment.getTime(), EARLIEST), LATEST);
  return new Date(bounded).toISOString().replace('Z', '999Z');
}
