import { CITY, type Batch, type Context } from '../api/context';
import { read } from '../kernel/read';
import { ASKED, askedValues, keyOf } from './places-beneath';
import type { ReportOf } from './report-of';

/** The newest block of the books asked for: each seals up to the same moments. */
const lastSealed: Batch<{ key: string; untilAt: Date }> = {
  read: (db, _city, keys) =>
    read(
      db,
      `${ASKED}
       select books.key, max(last.until_at) "untilAt" from books cross join lateral (
         select block.until_at from ledger_block block where block.community_id = books.id
         order by block.number desc limit 1
       ) last
       group by books.key`,
      askedValues(keys),
    ),
  keyOf: ({ key }) => key,
};

export async function sealedUntil(context: Context, of: ReportOf): Promise<Date | null> {
  return (await context.load(lastSealed, CITY, keyOf(of)))?.untilAt ?? null;
}
