import { authorise } from '../kernel/actor';
import { dayOf, readDay, type Day } from '../kernel/calendar';
import { dayNamed, isMandated } from '../kernel/mandate';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { refuseReserved } from '../society/refuse-reserved';
import { isResident } from '../society/resident.policy';
import type { CouncilSeatRow, Vacancy } from './council-seat.entity';
import { mayAct } from './layers';
import { candidatesOn } from './members.reader';
import { seatAt, type SeatAt } from './seat-at';
import { vacateSeatFor } from './vacate-seat-for';

export interface VacateSeat {
  readonly seatId: string;
  readonly because: Vacancy;
  readonly validUntil: Day;
}

/**
 * Ends a seat before its term does, on a day: the first on which it is held no longer, today at the
 * earliest (C1; who may stands in the table of layers). Members resign by themselves, and whoever
 * may records it only for those who have no login; of death and of moving away the register knows
 * first; and a resolution recalls, and nobody else: where its day has passed, from today. Refuses:
 * `ID_UNKNOWN`, `RECALL_NEEDS_VOTE`, `RESOLUTION_NEEDED`, `RESIGNS_ALONE`, `STILL_LIVES_HERE`,
 * `COUNCIL_DISSOLVED`, `SEAT_VACANT`, `DAY_UNREADABLE`, `TERM_ENDED`, `PERIOD_EMPTY`, `DAY_PAST`.
 */
export async function vacateSeat(work: UnitOfWork, input: VacateSeat): Promise<CouncilSeatRow> {
  const { seat: found, council, at } = await seatAt(work, input.seatId);
  const { communityId } = found;
  const own = isResident(work.actor, { communityId, id: found.residentId });
  const resigns = own && input.because === 'resigned';
  const mandated = isMandated(work, 'vacateSeat', input);
  authorise(work.actor, resigns || mandated || mayAct(work.actor, at, 'vacateSeat'));
  if (input.because === 'recalled' && !mandated && work.actor.kind !== 'system')
    throw new Refusal('RECALL_NEEDS_VOTE', {}, ['because']);
  if (!resigns) await refuseReserved(work, communityId, 'vacateSeat', input);
  const today = dayOf(work.now, at.timeZone);
  const validUntil = dayNamed(input.validUntil, today, mandated);
  if (!resigns && !mandated && work.actor.kind !== 'system')
    await refuseGroundless(work, { seat: found, council, at }, { ...input, validUntil });
  return await vacateSeatFor(work, { seat: found, council, at }, { ...input, validUntil });
}

/** One person's word alone unseats nobody. */
async function refuseGroundless(
  work: UnitOfWork,
  { seat: { communityId, residentId, groupId }, council }: SeatAt,
  { because, validUntil }: VacateSeat,
): Promise<void> {
  const path = ['because'];
  if (because === 'resigned') {
    const signsIn = await read(
      work.db,
      `select 1 from resident join person on person.id = resident.person_id
       where resident.community_id = $1 and resident.id = $2 and person.login is not null`,
      [communityId, residentId],
    );
    if (signsIn.length > 0) throw new Refusal('RESIGNS_ALONE', {}, path);
    return;
  }
  const day = readDay(validUntil, ['validUntil']);
  const known = await candidatesOn(work, council, [{ residentId, groupId }], day);
  if (known.get(residentId)?.livesHere) throw new Refusal('STILL_LIVES_HERE', {}, path);
}
