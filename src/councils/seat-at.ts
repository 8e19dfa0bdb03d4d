import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import type { CouncilSeatRow } from './council-seat.entity';
import { needSeat } from './council-seat.reader';
import type { CouncilRow } from './council.entity';
import { councilById } from './council.reader';

/** A seat with where it stands: as far as whoever asks for it must be looked at. */
export interface SeatAt {
  readonly seat: CouncilSeatRow;
  readonly council: CouncilRow;
  readonly at: PlaceRow;
}

/** The seat that a command's input names, with its council and place; unknown: `ID_UNKNOWN`. */
export async function seatAt(work: UnitOfWork, seatId: string): Promise<SeatAt> {
  const seat = await needSeat(work, seatId);
  const [council] = await councilById.read(work.db, seat.communityId, [seat.councilId]);
  if (!council) throw new Error(`Seat ${seat.id} is of no council`);
  return { seat, council, at: await needPlace(work, council.placeId, ['seatId']) };
}
