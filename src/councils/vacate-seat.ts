import { authorise } from '../kernel/actor';
import { dayOf, type Day } from '../kernel/calendar';
import { dayNamed, isMandated } from '../kernel/mandate';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { refuseReserved } from '../society/refuse-reserved';
import { isResident } from '../society/resident.policy';
import type { CouncilSeatRow, Vacancy } from './council-seat.entity';
import { mayAct } from './layers';
import { seatAt } from './seat-at';
import { vacateSeatFor } from './vacate-seat-for';

export interface VacateSeat {
  readonly seatId: string;
  readonly because: Vacancy;
  readonly validUntil: Day;
}

/**
 * Ends a seat before its term does, on a day: the first on which it is held no longer, today at the
 * earliest (C1; who may stands in the table of layers; members resign by themselves; and a
 * resolution recalls, and nobody else: where its day has passed, from today). Refuses:
 * `ID_UNKNOWN`, `RECALL_NEEDS_VOTE`, `RESOLUTION_NEEDED`, `COUNCIL_DISSOLVED`, `SEAT_VACANT`,
 * `DAY_UNREADABLE`, `TERM_ENDED`, `PERIOD_EMPTY`, `DAY_PAST`.
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
  return await vacateSeatFor(work, { seat: found, council, at }, { ...input, validUntil });
}
