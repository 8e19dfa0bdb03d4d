import { authorise } from '../kernel/actor';
import type { Day } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { isResident } from '../society/resident.policy';
import { readEnd } from '../society/term';
import type { CouncilSeatRow, Vacancy } from './council-seat.entity';
import { needSeat } from './council-seat.reader';
import { holdCouncil } from './council.reader';
import { mayAct } from './layers';
import { seatAt } from './seat-at';

export interface VacateSeat {
  readonly seatId: string;
  readonly because: Vacancy;
  readonly validUntil: Day;
}

/**
 * Ends a seat before its term does, on a day: the first on which it is held no longer, today at the
 * earliest (C1; who may stands in the table of layers; members resign by themselves). Refuses:
 * `ID_UNKNOWN`, `COUNCIL_DISSOLVED`, `SEAT_VACANT`, `DAY_UNREADABLE`, `TERM_ENDED`,
 * `PERIOD_EMPTY`, `DAY_PAST`.
 */
export async function vacateSeat(work: UnitOfWork, input: VacateSeat): Promise<CouncilSeatRow> {
  const path = ['seatId'];
  const { seat: found, council, at } = await seatAt(work, input.seatId);
  const { communityId, id } = found;
  const own = isResident(work.actor, { communityId, id: found.residentId });
  const resigns = own && input.because === 'resigned';
  authorise(work.actor, resigns || mayAct(work.actor, at, 'vacateSeat'));
  await holdCouncil(work, council, path);
  const seat = await needSeat(work, input.seatId);
  if (seat.endedBecause !== null) throw new Refusal('SEAT_VACANT', {}, path);
  const validUntil = readEnd(seat, input.validUntil, work.now, at.timeZone);
  const ended = {
    ...{ validUntil, endedBecause: input.because },
    ...{ endedBy: work.actor.personId, endedAt: work.now },
  };
  await work.db.query(
    `update council_seat
     set valid_until = $3, ended_because = $4, ended_by = $5, ended_at = $6
     where community_id = $1 and id = $2`,
    [communityId, id, validUntil, ended.endedBecause, ended.endedBy, ended.endedAt],
  );
  return { ...seat, ...ended };
}
