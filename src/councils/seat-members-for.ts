import { addMonths, dayOf, readDay, startOf, type Day } from '../kernel/calendar';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import { compositionOf } from './composition';
import { ruleOf } from './council-rule.reader';
import { CouncilTermRow } from './council-term.entity';
import type { CouncilRow } from './council.entity';
import { groupsOfCouncil, holdCouncil } from './council.reader';
import { candidatesOn, type Candidate } from './members.reader';
import { refuseBroken, refuseUnfit } from './seating';

/** A council to seat, with where it sits. Ids are those of rows. */
export interface SeatMembersFor {
  readonly council: CouncilRow;
  readonly at: PlaceRow;
  readonly validFrom: Day;
  /** In the order of their seats. */
  readonly members: readonly Candidate[];
}

/** Who is elected takes the seat within a year. */
const MONTHS_AHEAD = 12;

/**
 * Seats a council for a whole term for whoever has been found to be allowed to: here nobody is
 * asked again. As a whole or not at all, by the rule and as the members are on the first day.
 * Refusals lead to `only`, where that is given. Refuses: `COUNCIL_DISSOLVED`, `DAY_UNREADABLE`,
 * `DAY_PAST`, `TERM_TOO_FAR`, `TERMS_OVERLAP`, `ID_UNKNOWN`, `NOT_RESIDENT_HERE`, `GROUP_NEEDED`,
 * `GROUP_UNKNOWN`, `NOT_OF_GROUP`, `COUNCIL_TOO_SMALL`, `GROUP_UNDERSEATED`, `TOO_MANY_CADRES`.
 */
export async function seatMembersFor(
  work: UnitOfWork,
  { council: found, at, validFrom: given, members: candidates }: SeatMembersFor,
  only?: readonly string[],
): Promise<CouncilTermRow> {
  const to = (...path: string[]) => only ?? path;
  const validFrom = readFirstDay(work, at, given, to('validFrom'));
  const council = await holdCouncil(work, found, to('councilId'));
  const begins = startOf(validFrom, at.timeZone);
  const rule = await ruleOf(work, council, begins > work.now ? begins : work.now);
  const validUntil = addMonths(validFrom, 12 * rule.termYears);
  await refuseOverlap(work, council, { validFrom, validUntil }, to('validFrom'));
  const groups = await groupsOfCouncil.read(work.db, council.communityId, [council.id]);
  const known = await candidatesOn(work, council, candidates, validFrom);
  const members = candidates.map((candidate, n) =>
    refuseUnfit(candidate, known, rule, groups, to('members', String(n))),
  );
  const ids = groups.map(({ id }) => id);
  refuseBroken(compositionOf(rule, ids, members), groups, to('members'));
  const term: CouncilTermRow = {
    ...{ communityId: council.communityId, id: newId(), councilId: council.id },
    ...{ validFrom, validUntil, seats: members.length },
    ...{ seatedBy: work.actor.personId, seatedAt: work.now },
  };
  await work.db.insert(CouncilTermRow, term);
  await writeSeats(work, term, candidates);
  return term;
}

/** The first day of a term, today or within a year. */
export function readFirstDay(
  { now }: UnitOfWork,
  { timeZone }: PlaceRow,
  given: Day,
  path: readonly string[],
): Day {
  const day = readDay(given, path);
  const today = dayOf(now, timeZone);
  if (day < today) throw new Refusal('DAY_PAST', { today }, path);
  const last = addMonths(today, MONTHS_AHEAD);
  if (day > last) throw new Refusal('TERM_TOO_FAR', { last }, path);
  return day;
}

/** A council that was dissolved has no terms; one that stands has each day in one at most. */
export async function refuseOverlap(
  work: UnitOfWork,
  { communityId, id }: CouncilRow,
  { validFrom, validUntil }: { readonly validFrom: Day; readonly validUntil: Day },
  path: readonly string[],
): Promise<void> {
  const [other]: { from: Day; until: Day }[] = await work.db.query(
    `select valid_from "from", valid_until "until" from council_term
     where community_id = $1 and council_id = $2 and valid_from < $4 and valid_until > $3
     order by valid_from limit 1`,
    [communityId, id, validFrom, validUntil],
  );
  if (other) throw new Refusal('TERMS_OVERLAP', { ...other }, path);
}

async function writeSeats(
  work: UnitOfWork,
  { communityId, id, councilId, validFrom, validUntil }: CouncilTermRow,
  members: readonly Candidate[],
): Promise<void> {
  await work.db.query(
    `insert into council_seat (community_id, id, council_id, term_id, number, resident_id,
       group_id, valid_from, valid_until)
     select $1, given.id, $2, $3, given.number, given.resident_id, given.group_id, $4, $5
     from unnest($6::uuid[], $7::uuid[], $8::uuid[]) with ordinality
       as given (id, resident_id, group_id, number)`,
    [
      ...[communityId, councilId, id, validFrom, validUntil],
      members.map(() => newId()),
      members.map(({ residentId }) => residentId),
      members.map(({ groupId }) => groupId),
    ],
  );
}
