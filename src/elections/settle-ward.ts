import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ElectionWardRow } from './election-ward.entity';
import type { ElectionRow } from './election.entity';
import type { CountedBallot, Reckoned } from './reckon';
import { countedOf, reckonWard } from './reckon-ward';

/** Keeps what a ward's counted ballots came to: after each count, and when somebody withdraws. */
export async function settleWard(
  work: UnitOfWork,
  ward: ElectionWardRow,
  election: ElectionRow,
): Promise<ElectionWardRow> {
  const reckoned = await reckonWard(work, ward, election);
  await writeStandings(work, ward, reckoned, await countedOf(work, ward));
  await read(work.db, 'update election_ward set state = $3 where community_id = $1 and id = $2', [
    ward.communityId,
    ward.id,
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
