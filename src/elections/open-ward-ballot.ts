import { openBallotFor } from '../ballots/open-ballot-for';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Standing } from './candidate.reader';
import { eligibleIn } from './eligible';
import { ElectionBallotRow, type ElectionBallotKind } from './election-ballot.entity';
import type { ElectionWardRow } from './election-ward.entity';
import type { WardAt } from './ward-at';

/** A ballot to open in a ward. */
export interface WardBallot {
  readonly question: string;
  readonly closesAt: Date;
  readonly candidates: readonly Standing[];
  readonly seats: number;
  readonly kind: ElectionBallotKind;
  readonly round: number;
  /** The ballot before it, where the same people vote. */
  readonly rollOf?: string | undefined;
}

/**
 * Opens a secret ballot about the seats of a ward, with its candidates frozen: a vote marks as many
 * of them as there are seats, or fewer, or none.
 */
export async function openWardBallot(
  work: UnitOfWork,
  { ward, election, today }: WardAt,
  asked: WardBallot,
): Promise<ElectionWardRow> {
  const { communityId, id: wardId, placeId, groupId } = ward;
  const electors = groupId === null ? null : await eligibleIn(work, { ward, day: today }, null);
  const { candidates, seats, kind, round, question, closesAt, rollOf = null } = asked;
  const ballot = await openBallotFor(work, {
    ...{ communityId, placeId, electors, rollOf, question, closesAt },
    choices: namesOf(candidates),
    mostMarks: Math.min(seats, candidates.length),
    voteBy: groupId === null ? election.voteBy : 'resident',
  });
  await work.db.insert(ElectionBallotRow, {
    ...{ communityId, ballotId: ballot.id, wardId, round, kind, seats, countedAt: null },
  });
  await read(
    work.db,
    `insert into election_choice (community_id, ballot_id, choice, candidate_id)
     select $1, $2, given.n - 1, given.id from unnest($3::uuid[]) with ordinality given (id, n)`,
    [communityId, ballot.id, candidates.map(({ id }) => id)],
  );
  await read(
    work.db,
    `update election_ward set state = 'voting' where community_id = $1 and id = $2`,
    [communityId, wardId],
  );
  return { ...ward, state: 'voting' };
}

/** The candidates' names; who has the same name as one before is told apart by a number. */
export function namesOf(candidates: readonly Pick<Standing, 'name'>[]): string[] {
  return candidates.map(({ name }, n) => {
    const before = candidates.slice(0, n).filter((each) => each.name === name).length;
    return before === 0 ? name : `${name.slice(0, 90)} (${before + 1})`;
  });
}
