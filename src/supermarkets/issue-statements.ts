import type { DataSource } from 'typeorm';
import { SYSTEM } from '../kernel/actor';
import { addMonths } from '../kernel/calendar';
import { toGlobalId } from '../kernel/global-id';
import { inUnitOfWork } from '../kernel/unit-of-work';
import { issueStatement } from './issue-statement';
import { refusedOr } from './once';
import { OWED_BY } from './operator-month.reader';

/** So long a till without a connection may keep what belongs to a month that has ended. */
const QUIET_HOURS = 72;

/** Older months have been paid, and what is paid cannot be voided. */
const MOST_MONTHS = 13;

const HOUR_MS = 3_600_000;

/**
 * Issues what nobody has issued: the statements of months that ended some days ago, and further
 * ones for what was recorded or voided since, where the last one is some days old. Several
 * processes may do it at once: a stretch of a month is stated once.
 */
export async function issueStatements(
  source: DataSource,
  now: Date,
  isOver: () => boolean = () => false,
): Promise<void> {
  for (const { communityId, storeId, month } of await monthsToState(source, now)) {
    if (isOver()) return;
    const input = { storeId: toGlobalId('Store', communityId, storeId), month };
    // What another process has stated meanwhile is refused, and that is all there is to it.
    await refusedOr(() => inUnitOfWork(source, SYSTEM, (work) => issueStatement(work, input), now));
  }
}

interface Waiting {
  readonly communityId: string;
  readonly storeId: string;
  readonly month: string;
}

/** The months before the one in which it was quiet, so that each place's own clock decides. */
async function monthsToState(source: DataSource, now: Date): Promise<Waiting[]> {
  const quietSince = new Date(now.getTime() - QUIET_HOURS * HOUR_MS);
  const [day] = quietSince.toISOString().split('T');
  const months = Array.from({ length: MOST_MONTHS + 1 }, (_, back) =>
    addMonths(`${(day ?? '').slice(0, 7)}-01`, -back).slice(0, 7),
  );
  return await source.query<Waiting[]>(
    `-- every community: months end everywhere, and each store is asked by its own keys
     select store.community_id "communityId", store.id "storeId", asked.month
     from store join place on place.id = store.community_id
     cross join unnest($2::text[]) as asked (month)
     join ledger_account owed on owed.community_id = store.community_id
       and owed.holder_id = store.pool_id and owed.kind = 'operatorOwed'
       and owed.about = store.id || '/' || asked.month
     left join lateral (
       select through_seq, issued_at from operator_statement stated
       where stated.community_id = store.community_id and stated.store_id = store.id
         and stated.month = asked.month
       order by part desc limit 1
     ) last on true
     where asked.month < to_char($1::timestamptz at time zone place.time_zone, 'YYYY-MM')
       and (last.issued_at is null or last.issued_at < $1)
       and owed.seq > coalesce(last.through_seq, 0)
       and exists (
         select 1 from ledger_leg leg
         join ledger_entry entry on entry.community_id = leg.community_id
           and entry.id = leg.entry_id
         where leg.community_id = store.community_id and leg.account_id = owed.id
           and leg.seq > coalesce(last.through_seq, 0) and entry.rule in ${OWED_BY})
     order by store.community_id, store.id, asked.month`,
    [quietSince, months],
  );
}
