import type { CouncilRow } from '../councils/council.entity';
import { councilById } from '../councils/council.reader';
import { dayOf, type Day } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import type { ElectionWardRow } from './election-ward.entity';
import type { ElectionRow } from './election.entity';
import { electionOf, needWard, WARD_PATH } from './election.reader';

/** An election with its council, where that sits, and the day it is there. */
export interface ElectionAt {
  readonly election: ElectionRow;
  readonly council: CouncilRow;
  readonly at: PlaceRow;
  readonly today: Day;
}

/** A ward with all that it belongs to. */
export interface WardAt extends ElectionAt {
  readonly ward: ElectionWardRow;
}

/** An election with all that whoever asks for it must be looked at. */
export async function electionAt(
  work: UnitOfWork,
  election: ElectionRow,
  path: readonly string[],
): Promise<ElectionAt> {
  const [council] = await councilById.read(work.db, election.communityId, [election.councilId]);
  if (!council) throw new Error(`Election ${election.id} is of no council`);
  const at = await needPlace(work, council.placeId, path);
  return { election, council, at, today: dayOf(work.now, at.timeZone) };
}

/** The ward that a command's input names, with its election, council and place. */
export async function wardAt(work: UnitOfWork, wardId: string): Promise<WardAt> {
  const ward = await needWard(work, wardId);
  return { ward, ...(await electionAt(work, await electionOf(work, ward), WARD_PATH)) };
}

/** People are nominated until a moment: later it is `NOMINATIONS_OVER`. */
export function refuseLate({ nominationsUntil }: ElectionRow, now: Date, path: readonly string[]) {
  if (now >= nominationsUntil) throw new Refusal('NOMINATIONS_OVER', {}, path);
}
