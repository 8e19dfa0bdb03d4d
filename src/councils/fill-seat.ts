import { authorise } from '../kernel/actor';
import { dayOf, type Day } from '../kernel/calendar';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { compositionOf } from './composition';
import { ruleOf } from './council-rule.reader';
import { CouncilSeatRow } from './council-seat.entity';
import { needSeat, termById } from './council-seat.reader';
import type { CouncilRow } from './council.entity';
import { groupsOfCouncil, holdCouncil } from './council.reader';
import { mayAct } from './layers';
import { candidatesOn, councilOn, membersOn, type Candidate } from './members.reader';
import { readCandidate, refuseCadres, refuseUnfit } from './seating';
import { seatAt } from './seat-at';
import { refuseOutOfTurn } from './substitutes';

export interface FillSeat {
  readonly seatId: string;
  readonly residentId: string;
}

/**
 * Gives a seat that fell vacant to a substitute for the rest of its term, for the same group, from
 * today or from the day on which it falls vacant (C1; who may stands in the table of layers). The
 * substitute must fit the rule, and is the next of those whom an election left, while there are
 * any; that other seats are vacant is no reason against it. Refuses:
 * `ID_UNKNOWN`, `COUNCIL_DISSOLVED`, `SEAT_HELD`, `SEAT_FILLED`, `TERM_ENDED`, `OTHER_COMMUNITY`,
 * `NOT_RESIDENT_HERE`, `GROUP_UNKNOWN`, `GROUP_NEEDED`, `NOT_OF_GROUP`, `SEAT_TWICE`,
 * `TOO_MANY_CADRES`, `SUBSTITUTE_FIRST`, `RECALLED_FROM_TERM`.
 */
export async function fillSeat(work: UnitOfWork, input: FillSeat): Promise<CouncilSeatRow> {
  const path = ['seatId'];
  const { council, at } = await seatAt(work, input.seatId);
  authorise(work.actor, mayAct(work.actor, at, 'fillSeat'));
  await holdCouncil(work, council, path);
  const vacant = await needSeat(work, input.seatId);
  if (vacant.endedBecause === null) throw new Refusal('SEAT_HELD', {}, path);
  const [term] = await termById.read(work.db, council.communityId, [vacant.termId]);
  if (!term) throw new Error(`Seat ${vacant.id} is of no term`);
  const today = dayOf(work.now, at.timeZone);
  const validFrom = vacant.validUntil > today ? vacant.validUntil : today;
  const { validUntil } = term;
  if (validFrom >= validUntil) throw new Refusal('TERM_ENDED', { until: validUntil }, path);
  const candidate = {
    ...readCandidate({ residentId: input.residentId }, council.communityId, []),
    groupId: vacant.groupId,
  };
  await refuseHeld(work, { ...vacant, ...candidate, validFrom });
  await refuseOutOfTurn(work, { council, vacant, day: validFrom }, candidate);
  await refuseMisfit(work, council, candidate, validFrom);
  const seat: CouncilSeatRow = {
    ...{ ...vacant, ...candidate, id: newId(), validFrom, validUntil },
    ...{ endedBecause: null, endedBy: null, endedAt: null },
  };
  await work.db.insert(CouncilSeatRow, seat);
  return seat;
}

/**
 * Of each seat of a term one holder at a time, and of each holder one seat; whom a vote recalled
 * holds none until that term is over.
 */
async function refuseHeld(
  work: UnitOfWork,
  { communityId, termId, number, residentId, validFrom }: CouncilSeatRow,
): Promise<void> {
  const held: { number: number; recalled: boolean }[] = await work.db.query(
    `select number, ended_because is not distinct from 'recalled' recalled from council_seat
     where community_id = $1 and term_id = $2
       and (number = $3 and ended_because is null
         or resident_id = $4 and (valid_until > $5 or ended_because = 'recalled'))`,
    [communityId, termId, number, residentId, validFrom],
  );
  const path = ['residentId'];
  if (held.some((each) => each.number === number && !each.recalled))
    throw new Refusal('SEAT_FILLED', {}, ['seatId']);
  if (held.some(({ recalled }) => recalled)) throw new Refusal('RECALLED_FROM_TERM', {}, path);
  if (held.length > 0) throw new Refusal('SEAT_TWICE', {}, path);
}

/** Who cannot sit there, or is a cadre too many, as it is on the first day. */
async function refuseMisfit(
  work: UnitOfWork,
  council: CouncilRow,
  candidate: Candidate,
  day: Day,
): Promise<void> {
  const { communityId, id } = council;
  const rule = await ruleOf(work, council, work.now);
  const groups = await groupsOfCouncil.read(work.db, communityId, [id]);
  const known = await candidatesOn(work, council, [candidate], day);
  const member = refuseUnfit(candidate, known, rule, groups, []);
  if (!member.isCadre) return;
  const sitting = await membersOn.read(work.db, communityId, [councilOn(id, day)]);
  const lines = compositionOf(rule, [], [...sitting, member]);
  const cadres = lines.filter(({ part }) => part === 'cadres');
  refuseCadres(cadres, ['residentId']);
}
