import { LAST_ID, ID_PART, type KeysetList } from '../api/keyset-list';
import { addDays, addMonths, type Day } from '../kernel/calendar';
import { read } from '../kernel/read';

/** What is to be told of a grant: how it goes, or its final account. */
export type DisclosureKind = 'periodic' | 'final';

/** A grant that runs long or has ended without a whole account, and what it showed last. */
export interface DueRow {
  readonly communityId: string;
  readonly grantId: string;
  readonly awardedOn: Day;
  readonly endedOn: Day | null;
  readonly lastToldOn: Day | null;
}

/** What runs longer than this reports while it runs, and so often. */
const LONG_MONTHS = 6;
const EVERY_MONTHS = 3;

/** What ended longer ago is no longer listed; the grant itself still says what is open. */
const LISTED_MONTHS = 24;

/**
 * Grants of places (owners) that owe the public something on a day (`about`), the newest first:
 * those that have run for six months, and those that ended within two years and have not accounted
 * for all that they were paid.
 */
export const duesOfPlace: KeysetList<DueRow> = {
  read: (db, _city, placeIds, { after, limit, about: today }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($1::uuid[]) owner (id)
       join place on place.id = owner.id
       cross join lateral (
         select open.community_id "communityId", open.id "grantId",
           (open.awarded_at at time zone place.time_zone)::date::text as "awardedOn",
           (open.ended_at at time zone place.time_zone)::date::text as "endedOn",
           greatest((told.accepted_at at time zone place.time_zone)::date, shown.day)::text
             as "lastToldOn"
         from (
           select running.* from pool_grant running
           where running.community_id = owner.id and running.state = 'active'
             and running.awarded_at < $4::date and running.id < $2::uuid
           union all
           select ended.* from pool_grant ended
           where ended.community_id = owner.id and ended.ended_at >= $5::date
             and ended.id < $2::uuid and exists (
               select 1 from ledger_account open_money
               where open_money.community_id = owner.id and open_money.holder_id = ended.pool_id
                 and open_money.kind = 'grantExpense' and open_money.about = ended.id::text
                 and open_money.debits > open_money.credits)
         ) open
         cross join lateral (
           select max(tranche.accepted_at) as accepted_at from tranche
           where tranche.community_id = owner.id and tranche.application_id = open.id
         ) told
         cross join lateral (
           select max(line.day) as day from report_money_line line
           where line.community_id = owner.id and line.item = 'shown'
             and line.pool_id = open.pool_id and line.about_id = open.id
         ) shown
         order by open.id desc limit $3
       ) listed order by owner.id, listed."grantId" desc`,
      [
        ...[placeIds, after?.[0] ?? LAST_ID, limit],
        ...[addMonths(today, -LONG_MONTHS), addMonths(today, -LISTED_MONTHS)],
      ],
    ),
  keyOf: ({ grantId }) => [grantId],
  parts: [ID_PART],
};

/** Which account a grant owes, and by when. */
export function dueOf({ awardedOn, endedOn, lastToldOn }: DueRow, today: Day) {
  const kind: DisclosureKind = endedOn ? 'final' : 'periodic';
  const since = endedOn ?? lastToldOn ?? awardedOn;
  const dueOn = addMonths(since, EVERY_MONTHS);
  return { kind, lastToldOn, dueOn, overdue: addDays(dueOn, 1) <= today };
}
