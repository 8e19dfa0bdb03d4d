import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ElectionBallotKind } from './election-ballot.entity';
import { electionRuleOf } from './election-rule';
import type { ElectionWardRow } from './election-ward.entity';
import type { ElectionRow } from './election.entity';
import { reckon, type CountedBallot, type Line, type Reckoned } from './reckon';

/** What a ward's counted ballots came to, without who has withdrawn since. */
export async function reckonWard(
  work: UnitOfWork,
  ward: ElectionWardRow,
  election: ElectionRow,
): Promise<Reckoned> {
  const ballots = await countedOf(work, ward);
  const gone = await read<{ id: string }>(
    work.db,
    `select id from election_candidate
     where community_id = $1 and ward_id = $2 and withdrawn_at is not null`,
    [ward.communityId, ward.id],
  );
  const ids = new Set(gone.map(({ id }) => id));
  return reckon(ward.seats, electionRuleOf(election), ballots, ids);
}

interface CountedLine extends Line {
  readonly round: number;
  readonly kind: ElectionBallotKind;
  readonly base: number;
  readonly tookPart: number;
}

/** The counted ballots of a ward, the first first, their candidates in the order of nomination. */
export async function countedOf(
  work: UnitOfWork,
  { communityId, id }: ElectionWardRow,
): Promise<CountedBallot[]> {
  const lines = await read<CountedLine>(
    work.db,
    `select held.round, held.kind, ballot.base, ballot.took_part "tookPart",
       choice.candidate_id "candidateId", ballot.votes[choice.choice + 1] votes
     from election_ballot held
     join ballot on ballot.community_id = $1 and ballot.id = held.ballot_id
     join election_choice choice on choice.community_id = $1 and choice.ballot_id = held.ballot_id
     where held.community_id = $1 and held.ward_id = $2 and held.counted_at is not null
     order by held.round, choice.candidate_id`,
    [communityId, id],
  );
  const rounds = [...new Set(lines.map(({ round }) => round))];
  return rounds.flatMap((round) => {
    const own = lines.filter((each) => each.round === round);
    const [first] = own;
    return first ? [{ ...first, lines: own }] : [];
  });
}
