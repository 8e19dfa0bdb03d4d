import type { Day } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { readEnd } from '../society/term';
import type { CouncilSeatRow, Vacancy } from './council-seat.entity';
import { seatById } from './council-seat.reader';
import { holdCouncil } from './council.reader';
import type { SeatAt } from './seat-at';

/**
 * Ends a seat before its term does, on a day, for whoever has been found to be allowed to: here
 * nobody is asked again. Refuses: `COUNCIL_DISSOLVED`, `SEAT_VACANT`, `DAY_UNREADABLE`,
 * `TERM_ENDED`, `PERIOD_EMPTY`, `DAY_PAST`.
 */
export async function vacateSeatFor(
  work: UnitOfWork,
  { seat: found, council, at }: SeatAt,
  { because, validUntil: day }: { readonly because: Vacancy; readonly validUntil: Day },
  path: readonly string[] = ['seatId'],
): Promise<CouncilSeatRow> {
  const { communityId, id } = found;
  await holdCouncil(work, council, path);
  const [seat] = await seatById.read(work.db, communityId, [id]);
  if (!seat) throw new Error(`There is no seat ${id}`);
  if (seat.endedBecause !== null) throw new Refusal('SEAT_VACANT', {}, path);
  const validUntil = readEnd(seat, day, work.now, at.timeZone);
  const ended = {
    ...{ validUntil, endedBecause: because },
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
