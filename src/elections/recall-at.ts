import { seatById } from '../councils/council-seat.reader';
import { councilById } from '../councils/council.reader';
import type { SeatAt } from '../councils/seat-at';
import { dayOf, type Day } from '../kernel/calendar';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { electionOf, wardById } from './election.reader';
import type { GivenBy } from './recall-electors';
import type { SeatRecallRow } from './seat-recall.entity';
import { needRecall, RECALL_PATH } from './seat-recall.reader';

/** A demand with the seat that it is about and the ward that gave it. */
export interface RecallAt extends SeatAt, GivenBy {
  readonly recall: SeatRecallRow;
  readonly today: Day;
}

/** The demand that a command's input names, with all that it is about. */
export async function recallAt(work: UnitOfWork, recallId: string): Promise<RecallAt> {
  const recall = await needRecall(work, recallId);
  const { communityId, seatId, wardId } = recall;
  const [seat] = await seatById.read(work.db, communityId, [seatId]);
  const [ward] = await wardById.read(work.db, communityId, [wardId]);
  const [council] = seat ? await councilById.read(work.db, communityId, [seat.councilId]) : [];
  if (!seat || !ward || !council) throw new Error(`Demand ${recall.id} is about no seat`);
  const at = await needPlace(work, council.placeId, RECALL_PATH);
  const election = await electionOf(work, ward);
  return { recall, seat, ward, council, at, election, today: dayOf(work.now, at.timeZone) };
}
