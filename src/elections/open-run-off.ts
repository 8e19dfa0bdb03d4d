import { mayAct } from '../councils/layers';
import { authorise } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { standingIn } from './candidate.reader';
import type { ElectionWardRow } from './election-ward.entity';
import { ballotsOfWard, holdElection, needWard, WARD_PATH } from './election.reader';
import type { OpenElectionBallot } from './open-election-ballot';
import { openWardBallot } from './open-ward-ballot';
import { reckonWard } from './reckon-ward';
import { wardAt } from './ward-at';

/**
 * Opens a run-off among those who had the same votes for a ward's last seats (who may stands in the
 * table of layers). It is the end of the same vote: its roll is that of the ballot before it, so
 * that nobody moves people in to break a tie. Refuses: `ID_UNKNOWN`, `ELECTION_ENDED`,
 * `WARD_NOT_TIED`, `TEXT_LENGTH`, `BALLOT_TIME`.
 */
export async function openRunOff(
  work: UnitOfWork,
  input: OpenElectionBallot,
): Promise<ElectionWardRow> {
  const asked = await wardAt(work, input.wardId);
  authorise(work.actor, mayAct(work.actor, asked.at, 'openRunOff'));
  const election = await holdElection(work, asked.election, WARD_PATH);
  const ward = await needWard(work, input.wardId);
  if (ward.state !== 'tied') throw new Refusal('WARD_NOT_TIED', {}, WARD_PATH);
  const before = await ballotsOfWard.read(work.db, ward.communityId, [ward.id]);
  const { tied, missing } = await reckonWard(work, ward, election);
  const standing = await standingIn(work, ward, election.supporters);
  const candidates = standing.filter(({ id }) => tied.includes(id));
  const { question, closesAt } = input;
  const round = before.length + 1;
  const ballot = {
    question,
    closesAt,
    candidates,
    seats: missing,
    kind: 'run_off' as const,
    round,
    rollOf: before.at(-1)?.ballotId,
  };
  return await openWardBallot(work, { ...asked, ward, election }, ballot);
}
