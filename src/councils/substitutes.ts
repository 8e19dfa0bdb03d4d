import type { Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { compositionOf, type Member } from './composition';
import { ruleOf } from './council-rule.reader';
import type { CouncilSeatRow } from './council-seat.entity';
import type { CouncilTermRow } from './council-term.entity';
import type { CouncilRow } from './council.entity';
import { candidatesOn, councilOn, membersOn, type Candidate } from './members.reader';

/** Who follows on some seats of a term, in turn: the seats `[seatsFrom, seatsUntil)`. */
export interface Followers {
  readonly seatsFrom: number;
  readonly seatsUntil: number;
  readonly residentIds: readonly string[];
}

/** Keeps who follows when a seat of a term falls vacant (an election calls it when it seats). */
export async function writeSubstitutes(
  work: UnitOfWork,
  { communityId, id }: CouncilTermRow,
  { seatsFrom, seatsUntil, residentIds }: Followers,
): Promise<void> {
  await read(
    work.db,
    `insert into council_substitute
       (community_id, term_id, seats_from, seats_until, resident_id, turn)
     select $1, $2, $3, $4, given.* from unnest($5::uuid[]) with ordinality given`,
    [communityId, id, seatsFrom, seatsUntil, residentIds],
  );
}

/** Takes a substitute off the list of a term; false: they are not on it, or not any more. */
export async function declineToFollow(
  work: UnitOfWork,
  ids: { readonly communityId: string; readonly termId: string; readonly residentId: string },
): Promise<boolean> {
  const declined = await read(
    work.db,
    `update council_substitute set declined_at = $4
     where community_id = $1 and term_id = $2 and resident_id = $3 and declined_at is null
       and not exists (select 1 from council_seat seat where seat.community_id = $1
         and seat.term_id = $2 and seat.resident_id = $3)
     returning 1`,
    [ids.communityId, ids.termId, ids.residentId, work.now],
  );
  return declined.length > 0;
}

/**
 * Refuses whoever is not the next that follows on a vacant seat, while there is one who can:
 * `SUBSTITUTE_FIRST`. Who has sat there, has declined, moved away or left the group, or would be a
 * cadre too many on that day, is passed over.
 */
export async function refuseOutOfTurn(
  work: UnitOfWork,
  at: { readonly council: CouncilRow; readonly vacant: CouncilSeatRow; readonly day: Day },
  { residentId }: Candidate,
): Promise<void> {
  const { communityId, termId, number, groupId } = at.vacant;
  const waiting = await read<{ residentId: string; name: string }>(
    work.db,
    `select listed.resident_id "residentId", resident.name
     from council_substitute listed
     join resident on resident.community_id = $1 and resident.id = listed.resident_id
     where listed.community_id = $1 and listed.term_id = $2
       and listed.seats_from <= $3 and listed.seats_until > $3 and listed.declined_at is null
       and not exists (select 1 from council_seat seat where seat.community_id = $1
         and seat.term_id = $2 and seat.resident_id = listed.resident_id)
     order by listed.turn`,
    [communityId, termId, number],
  );
  if (waiting.length === 0) return;
  const asked = waiting.map((each) => ({ residentId: each.residentId, groupId }));
  const known = await candidatesOn(work, at.council, asked, at.day);
  const full = await isFullOfCadres(work, at.council, at.day);
  const fits = (member: Member | undefined) =>
    member?.livesHere === true &&
    (groupId === null || member.isOfGroup) &&
    !(full && member.isCadre);
  const next = waiting.find((each) => fits(known.get(each.residentId)));
  if (!next || next.residentId === residentId) return;
  throw new Refusal('SUBSTITUTE_FIRST', { name: next.name }, ['residentId']);
}

/** Whether one more member who is a cadre would be one too many. */
async function isFullOfCadres(work: UnitOfWork, council: CouncilRow, day: Day): Promise<boolean> {
  const rule = await ruleOf(work, council, work.now);
  const key = councilOn(council.id, day);
  const sitting = await membersOn.read(work.db, council.communityId, [key]);
  const one = { residentId: '', groupId: null, livesHere: true, isCadre: true, isOfGroup: true };
  const lines = compositionOf(rule, [], [...sitting, one]);
  return lines.some(({ part, holds }) => part === 'cadres' && !holds);
}
