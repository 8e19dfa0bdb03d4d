import { ballotById } from '../ballots/ballot.reader';
import { closeBallotFor } from '../ballots/close-ballot-for';
import { mayAct } from '../councils/layers';
import { authorise } from '../kernel/actor';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ElectionWardRow } from './election-ward.entity';
import { ballotsOfWard, holdElection, needWard, WARD_PATH } from './election.reader';
import { settleWard } from './settle-ward';
import { wardAt } from './ward-at';

/**
 * Counts a ward's ballot when its last moment has passed, and says who is elected, tied, or follows
 * (who may stands in the table of layers). A ballot in which too few took part decides nothing, and
 * the ward votes again. Refuses: `ID_UNKNOWN`, `ELECTION_ENDED`, `WARD_VOTES_NOT`, `BALLOT_OPEN`,
 * `BOX_WAITING`.
 */
export async function countElectionBallot(
  work: UnitOfWork,
  input: { readonly wardId: string },
): Promise<ElectionWardRow> {
  const asked = await wardAt(work, input.wardId);
  authorise(work.actor, mayAct(work.actor, asked.at, 'countElectionBallot'));
  const election = await holdElection(work, asked.election, WARD_PATH);
  const ward = await needWard(work, input.wardId);
  if (ward.state !== 'voting') throw new Refusal('WARD_VOTES_NOT', {}, WARD_PATH);
  const { communityId, id } = ward;
  const held = (await ballotsOfWard.read(work.db, communityId, [id])).at(-1);
  if (!held) throw new Error(`Ward ${id} votes without a ballot`);
  const [ballot] = await ballotById.read(work.db, communityId, [held.ballotId]);
  // Whoever closes ballots may have closed it as such: it is counted then, and nothing is lost.
  if (ballot?.closedAt === null) await closeBallotFor(work, ballot, WARD_PATH);
  await read(
    work.db,
    'update election_ballot set counted_at = $3 where community_id = $1 and ballot_id = $2',
    [communityId, held.ballotId, work.now],
  );
  return await settleWard(work, ward, election);
}
