import { CITY, type Context, type GroupBatch } from '../api/context';
import type { Turnover } from '../books/turnover.reader';
import { read } from '../kernel/read';

/** What credits are earned by: the books use the same words. */
export type EarnedBy = 'service' | 'goods' | 'course';

export interface EarnedCredits {
  readonly by: EarnedBy;
  readonly credits: number;
  readonly shareBasisPoints: number;
}

/** From the rollups alone: what was issued in a set of books' months, by reason. */
const issuedIn: GroupBatch<{ key: string; by: EarnedBy; credits: number }> = {
  many: true,
  read: (db, _city, keys) => {
    const asked = keys.map((key) => key.split(' '));
    return read(
      db,
      `select asked.key, account.about "by",
         sum(rolled.debits - rolled.credits)::integer as credits
       from unnest($1::text[], $2::uuid[], $3::date[], $4::date[])
         as asked (key, books_id, from_month, until_month)
       join ledger_rollup rolled on rolled.community_id = asked.books_id
         and rolled.month >= asked.from_month and rolled.month < asked.until_month
         and rolled.kind = 'creditsIssued'
       join ledger_account account on account.community_id = asked.books_id
         and account.id = rolled.account_id
       group by asked.key, account.about order by asked.key, account.about desc`,
      [keys, ...[0, 1, 2].map((part) => asked.map((words) => words[part]))],
    );
  },
  keyOf: ({ key }) => key,
};

/** What a community's credits were earned by, and each reason's share, rounded down. */
export async function earnedCredits(
  context: Context,
  { booksId, from, until }: Turnover,
): Promise<EarnedCredits[]> {
  const rows = await context.loadMany(issuedIn, CITY, `${booksId} ${from} ${until}`);
  const all = rows.reduce((sum, { credits }) => sum + credits, 0);
  return rows.map(({ by, credits }) => ({
    ...{ by, credits },
    shareBasisPoints: all > 0 ? Math.floor((credits * 10_000) / all) : 0,
  }));
}
