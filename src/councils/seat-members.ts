import { authorise } from '../kernel/actor';
import type { Day } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import type { CouncilRow } from './council.entity';
import { holdCouncil, needCouncil } from './council.reader';
import { refuseElected } from './elects';
import { mayAct } from './layers';
import type { Candidate } from './members.reader';
import { seatMembersFor } from './seat-members-for';
import { readCandidate, type GivenMember } from './seating';

export interface SeatMembers {
  readonly councilId: string;
  readonly validFrom: Day;
  readonly members: readonly GivenMember[];
}

const MOST_SEATS = 200;

/**
 * Seats a council for a whole term at once, from a day on, today at the earliest; as a whole or not
 * at all, by the rule and as the members are on the first day (C1; who may stands in the table of
 * layers); not where it is elected. Refuses: `ID_UNKNOWN`, `LIST_LENGTH`, `OTHER_COMMUNITY`,
 * `SEAT_TWICE`, `SEATS_BY_ELECTION`, and what `seatMembersFor` refuses.
 */
export async function seatMembers(work: UnitOfWork, input: SeatMembers): Promise<CouncilRow> {
  const path = ['councilId'];
  const council = await needCouncil(work, input.councilId, path);
  const at = await needPlace(work, council.placeId, path);
  authorise(work.actor, mayAct(work.actor, at, 'seatMembers'));
  const members = readMembers(input.members, council.communityId);
  refuseElected(await holdCouncil(work, council, path), path);
  await seatMembersFor(work, { council, at, validFrom: input.validFrom, members });
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
