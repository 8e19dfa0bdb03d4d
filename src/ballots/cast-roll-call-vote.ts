import { authorise } from '../kernel/actor';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needBallot, refuseClosed, type KnownBallot } from './ballot.reader';
import { ownResidence } from './ballot.policy';
import { holdUnits, refuseStanding, standingsOf } from './elector-standing';
import { readMarks, type GivenMarks } from './marks';
import { lineOf } from './roll.reader';
import { RollCallVoteRow } from './roll-call-vote.entity';

export interface CastRollCallVote extends GivenMarks {
  readonly ballotId: string;
}

/**
 * Votes by name in a roll call (residents of the community who are on its roll), once and never
 * changed; the same vote again is the same answer. What was voted is shown once it is closed.
 * Refuses: `ID_UNKNOWN`, `BALLOT_SECRET`, `CHOICE_OR_MARKS`, `CHOICE_UNKNOWN`, `CHOICE_TWICE`,
 * `MARKS_COUNT`, `NOT_ON_ROLL`, `BALLOT_CLOSED`, `RECUSED_FROM_BALLOT`, `VOTED_ALREADY`.
 */
export async function castRollCallVote(
  work: UnitOfWork,
  input: CastRollCallVote,
): Promise<KnownBallot> {
  const ballot = await needBallot(work, input.ballotId);
  const own = await lineOf(work.db, ballot, work.actor);
  authorise(work.actor, (own ?? ownResidence(work.actor, ballot.communityId)) !== null);
  const path = ['ballotId'];
  if (ballot.kind !== 'roll_call') throw new Refusal('BALLOT_SECRET', {}, path);
  const marks = readMarks(ballot, input);
  if (!own) throw new Refusal('NOT_ON_ROLL', {}, path);
  const { residentId, unitId } = own;
  const now = await holdUnits(work, ballot, [unitId]);
  refuseClosed(now, work.now);
  if ((await votedBefore(work, ballot, unitId)) === marks) return now;
  const [standing] = await standingsOf(work, ballot, [unitId]);
  refuseStanding(standing, path);
  await work.db.insert(RollCallVoteRow, {
    ...{ communityId: ballot.communityId, ballotId: ballot.id, unitId },
    ...{ residentId, marks },
  });
  return now;
}

async function votedBefore(
  work: UnitOfWork,
  { communityId, id }: KnownBallot,
  unitId: string,
): Promise<number | null> {
  const [vote] = await read<{ marks: number }>(
    work.db,
    `select marks from roll_call_vote
     where community_id = $1 and ballot_id = $2 and unit_id = $3`,
    [communityId, id, unitId],
  );
  return vote?.marks ?? null;
}
