import type { Batch } from '../api/context';
import { addDays, addMonths, dayOf, startOf, type Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import type { PlaceRow } from '../society/place.entity';
import { HELD } from './courtyard-books.reader';

/** How long an activity keeps a courtyard alive, as C4 asks for activities. */
const ACTIVE_MONTHS = 12;
/** By when it is told what came of an activity. */
const TELL_DAYS = 30;
/** By when it is shown what became of money. */
const ACCOUNT_DAYS = 90;

/** What is known of a courtyard, as it is at a moment. */
export interface AutonomyFacts {
  readonly key: string;
  readonly organisationSince: Day | null;
  readonly covenantSince: Day | null;
  readonly lastActivityAt: Date | null;
  readonly lastPublishedAt: Date | null;
  /** Whether something should have been told by now and was not. */
  readonly isUntold: boolean;
  /** Whether money should have been accounted for by now and was not. */
  readonly isUnaccounted: boolean;
}

/** The key of a courtyard at a moment: its id, the day there, and the days that count. */
export function autonomyKey({ id, timeZone }: PlaceRow, now: Date): string {
  const today = dayOf(now, timeZone);
  const moments = [addDays(today, -TELL_DAYS), addDays(today, -ACCOUNT_DAYS)];
  return [id, today, ...moments.map((day) => startOf(day, timeZone).getTime())].join(' ');
}

/** The body that stands for it, where it is not a council that was dissolved. */
const BODY = `select body.valid_from, body.organisation_id from courtyard_body body
  left join council on council.community_id = body.community_id and council.id = body.council_id
  where body.community_id = asked.community_id and body.place_id = asked.place_id
    and body.valid_from <= asked.day and (body.valid_until is null or body.valid_until > asked.day)
    and council.dissolved_at is null limit 1`;

const COVENANT = `select version.valid_from from covenant version
  where version.community_id = asked.community_id and version.place_id = asked.place_id
    and version.valid_from <= asked.day order by version.number desc limit 1`;

const HELD_LAST = `select activity.starts_at from activity
  where activity.community_id = asked.community_id and activity.place_id = asked.place_id
    and activity.state = 'held' order by activity.starts_at desc limit 1`;

/** Which was held first, and which was told of first, is not always the same. */
const TOLD_LAST = `select activity.recorded_at from activity
  where activity.community_id = asked.community_id and activity.place_id = asked.place_id
    and activity.state = 'held' order by activity.recorded_at desc limit 1`;

const SPENT_LAST = `select spending.decided_at from grant_spending spending
  where spending.community_id = asked.community_id
    and spending.organisation_id = body.organisation_id and spending.state = 'confirmed'
  order by spending.decided_at desc limit 1`;

const UNTOLD = `exists (select 1 from activity
  where activity.community_id = asked.community_id and activity.place_id = asked.place_id
    and activity.state = 'announced' and activity.starts_at < asked.tell_before)`;

/**
 * Of a grant, more was paid by then than was accounted for or given back until now. What was paid
 * to who stood for the courtyard before counts as well: naming another one settles nothing.
 */
const UNACCOUNTED = `exists (select 1 from courtyard_body stood
  join pool_grant granted on granted.community_id = stood.community_id
    and granted.grantee_id = stood.organisation_id
  where stood.community_id = asked.community_id and stood.place_id = asked.place_id
    and stood.valid_from <= asked.day
    and (stood.valid_until is null or stood.valid_until > stood.valid_from)
    and (select coalesce(sum(tranche.minor), 0) from tranche
      join disbursement paid on paid.community_id = tranche.community_id
        and paid.tranche_id = tranche.id and paid.state = 'paid'
      where tranche.community_id = granted.community_id and tranche.application_id = granted.id
        and paid.checked_at < least(asked.account_before,
          stood.valid_until::timestamp at time zone asked.time_zone))
    > (select coalesce(sum(case held.kind when 'grantExpense' then held.credits
        else -held.credits end), 0) from ledger_account held
      where held.community_id = granted.community_id and ${HELD}))`;

/** What courtyards are; keys are made by `autonomyKey`. */
export const autonomyOf: Batch<AutonomyFacts> = {
  read: (db, _city, keys) => {
    const parts = keys.map((key) => key.split(' '));
    const moments = (n: number) => parts.map((part) => new Date(Number(part[n])));
    return read(
      db,
      `select asked.key, body.valid_from "organisationSince", covenant.valid_from "covenantSince",
         held_last.starts_at "lastActivityAt",
         greatest(told_last.recorded_at, spent_last.decided_at) "lastPublishedAt",
         ${UNTOLD} "isUntold", ${UNACCOUNTED} "isUnaccounted"
       from (select given.*, place.lineage[4] community_id, place.time_zone
         from unnest($1::text[], $2::uuid[], $3::date[], $4::timestamptz[], $5::timestamptz[])
           given (key, place_id, day, tell_before, account_before)
         join place on place.id = given.place_id) asked
       left join lateral (${BODY}) body on true
       left join lateral (${COVENANT}) covenant on true
       left join lateral (${HELD_LAST}) held_last on true
       left join lateral (${TOLD_LAST}) told_last on true
       left join lateral (${SPENT_LAST}) spent_last on true`,
      [keys, parts.map(([id]) => id), parts.map(([, day]) => day), moments(2), moments(3)],
    );
  },
  keyOf: ({ key }) => key,
};

/** The three haves and one openness of a courtyard (三有一公开). */
export interface Autonomy {
  readonly hasOrganisation: boolean;
  readonly organisationSince: Day | null;
  readonly hasCovenant: boolean;
  readonly covenantSince: Day | null;
  readonly hasActivities: boolean;
  readonly lastActivityOn: Day | null;
  readonly isOpen: boolean;
  readonly lastPublishedOn: Day | null;
}

/** Draws it from the facts: whatever is not shown by a fact does not hold. */
export function autonomyFrom(facts: AutonomyFacts, { timeZone }: PlaceRow, now: Date): Autonomy {
  const { organisationSince, covenantSince, lastActivityAt, lastPublishedAt } = facts;
  const since = addMonths(dayOf(now, timeZone), -ACTIVE_MONTHS);
  const lastActivityOn = lastActivityAt && dayOf(lastActivityAt, timeZone);
  const lastPublishedOn = lastPublishedAt && dayOf(lastPublishedAt, timeZone);
  const isOfLate = (day: Day | null) => day !== null && day >= since;
  return {
    hasOrganisation: organisationSince !== null,
    hasCovenant: covenantSince !== null,
    hasActivities: isOfLate(lastActivityOn),
    isOpen: isOfLate(lastPublishedOn) && !facts.isUntold && !facts.isUnaccounted,
    ...{ organisationSince, covenantSince, lastActivityOn, lastPublishedOn },
  };
}
