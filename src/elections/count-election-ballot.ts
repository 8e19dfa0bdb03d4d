import { ballotById } from '../ballots/ballot.reader';
import { closeBallotFor } from '../ballots/close-ballot-for';
import { mayAct } from '../councils/layers';
import { authorise } from '../kernel/actor';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ElectionWardRow } from './election-ward.entity';
import { ballotsOfWard, holdElection, needWard, WARD_PATH } from './election.reader';
import type { CountedBallot, Reckoned } from './reckon';
import { countedOf, reckonWard } from './reckon-ward';
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
  const reckoned = await reckonWard(work, ward, election);
  await writeStandings(work, ward, reckoned, await countedOf(work, ward));
  await read(work.db, 'update election_ward set state = $3 where community_id = $1 and id = $2', [
    communityId,
    id,
    reckoned.state,
  ]);
  return { ...ward, state: reckoned.state };
}

/** Keeps what each candidate came to: the votes of the last ballot that they were in. */
async function writeStandings(
  work: UnitOfWork,
  { communityId }: ElectionWardRow,
  { elected, tied, substitutes }: Reckoned,
  ballots: readonly CountedBallot[],
): Promise<void> {
  const votes = new Map(
    ballots.flatMap(({ lines }) => lines).map((each) => [each.candidateId, each.votes]),
  );
  const standingOf = (id: string) => {
    if (elected.includes(id)) return { standing: 'elected', rank: elected.indexOf(id) + 1 };
    if (tied.includes(id)) return { standing: 'tied', rank: null };
    if (substitutes.includes(id))
      return { standing: 'substitute', rank: substitutes.indexOf(id) + 1 };
    return { standing: 'not_elected', rank: null };
  };
  const ids = [...votes.keys()];
  const standings = ids.map(standingOf);
  await read(
    work.db,
    `update election_candidate stands
     set standing = given.standing, rank = given.rank, votes = given.votes
     from unnest($2::uuid[], $3::text[], $4::integer[], $5::integer[])
       given (id, standing, rank, votes)
     where stands.community_id = $1 and stands.id = given.id`,
    [
      ...[communityId, ids, standings.map(({ standing }) => standing)],
      ...[standings.map(({ rank }) => rank), [...votes.values()]],
    ],
  );
}
