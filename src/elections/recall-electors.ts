import { electorsOf, type Elector } from '../ballots/freeze-roll';
import type { VoteBy } from '../ballots/ballot.entity';
import type { CouncilSeatRow } from '../councils/council-seat.entity';
import type { Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { eligibleIn } from './eligible';
import type { ElectionWardRow } from './election-ward.entity';
import type { ElectionRow } from './election.entity';
import { electionById, wardById } from './election.reader';

/** Who gave a seat: the ward of the election that it comes from. */
export interface GivenBy {
  readonly ward: ElectionWardRow;
  readonly election: ElectionRow;
}

/** The ward that gave a seat, also to a substitute; null: it was given by no election. */
export async function giverOf(
  work: UnitOfWork,
  { communityId, termId, number }: CouncilSeatRow,
): Promise<GivenBy | null> {
  const [found] = await read<{ wardId: string; electionId: string }>(
    work.db,
    `select ward.id "wardId", election.id "electionId" from election
     join election_ward ward on ward.community_id = $1 and ward.election_id = election.id
     where election.community_id = $1 and election.term_id = $2
       and ward.seats_from <= $3 and ward.seats_until > $3`,
    [communityId, termId, number],
  );
  if (!found) return null;
  const [ward] = await wardById.read(work.db, communityId, [found.wardId]);
  const [election] = await electionById.read(work.db, communityId, [found.electionId]);
  return ward && election ? { ward, election } : null;
}

/** What votes once in a ward: in a group each member, else as the election says. */
export const unitIn = ({ ward, election }: GivenBy): VoteBy =>
  ward.groupId === null ? election.voteBy : 'resident';

/** All who may vote in a ward on a day. */
export async function electorsIn(
  work: UnitOfWork,
  by: GivenBy,
  today: Day,
): Promise<readonly Elector[]> {
  const { communityId, placeId, groupId } = by.ward;
  const named =
    groupId === null ? null : await eligibleIn(work, { ward: by.ward, day: today }, null);
  if (named?.length === 0) return [];
  return await electorsOf(work, { communityId, placeId, today, voteBy: unitIn(by) }, named);
}
