import { authorise } from '../kernel/actor';
import { addMonths, dayOf, readDay, startOf, type Day } from '../kernel/calendar';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import type { PlaceRow } from '../society/place.entity';
import { compositionOf } from './composition';
import { ruleOf } from './council-rule.reader';
import { CouncilTermRow } from './council-term.entity';
import type { CouncilRow } from './council.entity';
import { groupsOfCouncil, holdCouncil, needCouncil } from './council.reader';
import { mayAct } from './layers';
import { candidatesOn, type Candidate } from './members.reader';
import { readCandidate, refuseBroken, refuseUnfit, type GivenMember } from './seating';

export interface SeatMembers {
  readonly councilId: string;
  readonly validFrom: Day;
  readonly members: readonly GivenMember[];
}

const MOST_SEATS = 200;

/** Who is elected takes the seat within a year. */
const MONTHS_AHEAD = 12;

/**
 * Seats a council for a whole term at once, from a day on, today at the earliest; as a whole or not
 * at all, by the rule and as the members are on the first day (C1; who may stands in the table of
 * layers). Refuses: `ID_UNKNOWN`, `COUNCIL_DISSOLVED`, `DAY_UNREADABLE`, `DAY_PAST`,
 * `TERM_TOO_FAR`, `LIST_LENGTH`, `TERMS_OVERLAP`, `OTHER_COMMUNITY`, `SEAT_TWICE`, `GROUP_NEEDED`,
 * `GROUP_UNKNOWN`, `NOT_RESIDENT_HERE`, `NOT_OF_GROUP`, `COUNCIL_TOO_SMALL`, `GROUP_UNDERSEATED`,
 * `TOO_MANY_CADRES`.
 */
export async function seatMembers(work: UnitOfWork, input: SeatMembers): Promise<CouncilRow> {
  const path = ['councilId'];
  const found = await needCouncil(work, input.councilId, path);
  const at = await needPlace(work, found.placeId, path);
  authorise(work.actor, mayAct(work.actor, at, 'seatMembers'));
  const candidates = readMembers(input.members, found.communityId);
  const validFrom = readFirstDay(work, at, input.validFrom);
  const council = await holdCouncil(work, found, path);
  const begins = startOf(validFrom, at.timeZone);
  const rule = await ruleOf(work, council, begins > work.now ? begins : work.now);
  const validUntil = addMonths(validFrom, 12 * rule.termYears);
  await refuseOverlap(work, council, validFrom, validUntil);
  const groups = await groupsOfCouncil.read(work.db, council.communityId, [council.id]);
  const known = await candidatesOn(work, council, candidates, validFrom);
  const members = candidates.map((candidate, n) =>
    refuseUnfit(candidate, known, rule, groups, ['members', String(n)]),
  );
  const ids = groups.map(({ id }) => id);
  refuseBroken(compositionOf(rule, ids, members), groups, ['members']);
  const term: CouncilTermRow = {
    ...{ communityId: council.communityId, id: newId(), councilId: council.id },
    ...{ validFrom, validUntil, seats: members.length },
    ...{ seatedBy: work.actor.personId, seatedAt: work.now },
  };
  await work.db.insert(CouncilTermRow, term);
  await writeSeats(work, term, candidates);
  return council;
}

function readMembers(given: readonly GivenMember[], communityId: string): Candidate[] {
  const path = ['members'];
  if (given.length < 1 || given.length > MOST_SEATS)
    throw new Refusal('LIST_LENGTH', { least: 1, largest: MOST_SEATS }, path);
  const seen = new Set<string>();
  return given.map((each, n) => {
    const at = [...path, String(n)];
    const candidate = readCandidate(each, communityId, at);
    if (seen.has(candidate.residentId)) throw new Refusal('SEAT_TWICE', {}, [...at, 'residentId']);
    seen.add(candidate.residentId);
    return candidate;
  });
}

function readFirstDay({ now }: UnitOfWork, { timeZone }: PlaceRow, given: Day): Day {
  const path = ['validFrom'];
  const day = readDay(given, path);
  const today = dayOf(now, timeZone);
  if (day < today) throw new Refusal('DAY_PAST', { today }, path);
  const last = addMonths(today, MONTHS_AHEAD);
  if (day > last) throw new Refusal('TERM_TOO_FAR', { last }, path);
  return day;
}

/** A council that was dissolved has no terms; one that stands has each day in one at most. */
async function refuseOverlap(
  work: UnitOfWork,
  { communityId, id }: CouncilRow,
  validFrom: Day,
  validUntil: Day,
): Promise<void> {
  const [other]: { from: Day; until: Day }[] = await work.db.query(
    `select valid_from "from", valid_until "until" from council_term
     where community_id = $1 and council_id = $2 and valid_from < $4 and valid_until > $3
     order by valid_from limit 1`,
    [communityId, id, validFrom, validUntil],
  );
  if (other) throw new Refusal('TERMS_OVERLAP', { ...other }, ['validFrom']);
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
