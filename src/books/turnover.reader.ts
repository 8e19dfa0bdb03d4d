import { CITY, type Batch, type Context, type GroupBatch } from '../api/context';
import { addMonths, monthPeriod } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';

/** What one rule did to one kind of account in a month, in one asset. */
export interface TurnoverLine {
  readonly key: string;
  readonly month: string;
  readonly rule: string;
  readonly kind: string;
  readonly assetId: string;
  readonly legs: number;
  readonly debits: string;
  readonly credits: string;
}

/** Months of one set of books: `[from, until)`, each by its first day. */
export interface Turnover {
  readonly booksId: string;
  readonly from: string;
  readonly until: string;
}

/** Three years: as far as a report looks back. */
const MOST_MONTHS = 36;

/**
 * Reads which months are asked for. Refuses: `MONTH_UNREADABLE`, `PERIOD_EMPTY`, `MONTHS_TOO_MANY`.
 */
export function readMonths(booksId: string, given: { from: string; until: string }): Turnover {
  const { from } = monthPeriod(given.from, ['from']);
  const { from: until } = monthPeriod(given.until, ['until']);
  if (from >= until) throw new Refusal('PERIOD_EMPTY', {}, ['until']);
  if (until > addMonths(from, MOST_MONTHS))
    throw new Refusal('MONTHS_TOO_MANY', { most: MOST_MONTHS }, ['until']);
  return { booksId, from, until };
}

const keyOf = ({ booksId, from, until }: Turnover) => `${booksId} ${from} ${until}`;

/** The lines of many places' months in one statement, from the rollups alone. */
const linesOf: GroupBatch<TurnoverLine> = {
  many: true,
  read: (db, _city, keys) => {
    const asked = keys.map((key) => key.split(' '));
    return db.query(
      `select asked.key, to_char(rolled.month, 'YYYY-MM') as month, rolled.rule, rolled.kind,
         rolled.asset_id "assetId", sum(rolled.legs)::integer as legs, sum(rolled.debits) as debits,
         sum(rolled.credits) as credits
       from unnest($1::text[], $2::uuid[], $3::date[], $4::date[])
         as asked (key, books_id, from_month, until_month)
       join ledger_rollup rolled on rolled.community_id = asked.books_id
         and rolled.month >= asked.from_month and rolled.month < asked.until_month
       group by asked.key, rolled.month, rolled.rule, rolled.kind, rolled.asset_id
       order by asked.key, rolled.month, rolled.rule, rolled.kind, rolled.asset_id`,
      [keys, ...[0, 1, 2].map((part) => asked.map((words) => words[part]))],
    );
  },
  keyOf: ({ key }) => key,
};

export async function turnoverLines(context: Context, asked: Turnover): Promise<TurnoverLine[]> {
  return [...(await context.loadMany(linesOf, CITY, keyOf(asked)))];
}

/** Up to which moment the entries of many sets of books are sealed, and so rolled up. */
export const rolledUntil: Batch<{ booksId: string; untilAt: Date }> = {
  read: (db, _city, booksIds) =>
    db.query(
      `select asked.id "booksId", last.until_at "untilAt" from unnest($1::uuid[]) as asked (id)
       cross join lateral (
         select until_at from ledger_block where community_id = asked.id
         order by number desc limit 1
       ) last`,
      [booksIds],
    ),
  keyOf: ({ booksId }) => booksId,
};
