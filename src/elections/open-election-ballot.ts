import { mayAct } from '../councils/layers';
import { authorise } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { standingIn, type Standing } from './candidate.reader';
import { eligibleIn } from './eligible';
import type { ElectionWardRow, WardState } from './election-ward.entity';
import { ballotsOfWard, holdElection, needWard, WARD_PATH } from './election.reader';
import { openWardBallot } from './open-ward-ballot';
import { reckonWard } from './reckon-ward';
import { wardAt, type WardAt } from './ward-at';

export interface OpenElectionBallot {
  readonly wardId: string;
  /** What voters are asked, 1 to 500 characters. */
  readonly question: string;
  readonly closesAt: Date;
}

/** When a ward can vote: for the first time, or again for the seats that are left. */
const CAN_VOTE: readonly WardState[] = ['nominating', 'no_quorum', 'short'];

/**
 * Opens a ward's ballot when nominations are over, or another for the seats that nobody won (who
 * may stands in the table of layers). Candidates are who was nominated as the election wants it, is
 * willing, still lives there, and was not elected. Refuses: `ID_UNKNOWN`, `ELECTION_ENDED`,
 * `NOMINATIONS_OPEN`, `WARD_VOTES`, `NO_CANDIDATES`, `CANDIDATES_TOO_FEW`, `TEXT_LENGTH`,
 * `BALLOT_TIME`, `ROLL_EMPTY`.
 */
export async function openElectionBallot(
  work: UnitOfWork,
  input: OpenElectionBallot,
): Promise<ElectionWardRow> {
  const asked = await wardAt(work, input.wardId);
  authorise(work.actor, mayAct(work.actor, asked.at, 'openElectionBallot'));
  const election = await holdElection(work, asked.election, WARD_PATH);
  const ward = await needWard(work, input.wardId);
  const { nominationsUntil: until } = election;
  if (work.now < until) throw new Refusal('NOMINATIONS_OPEN', { until }, WARD_PATH);
  if (!CAN_VOTE.includes(ward.state)) throw new Refusal('WARD_VOTES', {}, WARD_PATH);
  const before = await ballotsOfWard.read(work.db, ward.communityId, [ward.id]);
  const { missing, elected, decided } = await reckonWard(work, ward, election);
  const kind = decided ? ('again' as const) : ('first' as const);
  const candidates = await candidatesOf(work, { ...asked, ward }, elected);
  const { moreCandidates } = election;
  if (candidates.length === 0) throw new Refusal('NO_CANDIDATES', {}, WARD_PATH);
  const facts = { seats: missing, candidates: candidates.length };
  if (moreCandidates && candidates.length <= missing)
    throw new Refusal('CANDIDATES_TOO_FEW', facts, WARD_PATH);
  const { question, closesAt } = input;
  const round = before.length + 1;
  const ballot = { question, closesAt, candidates, seats: missing, kind, round };
  return await openWardBallot(work, { ...asked, ward, election }, ballot);
}

/** Who stands there today, without those who won a seat already. */
async function candidatesOf(
  work: UnitOfWork,
  { ward, election, today }: WardAt,
  elected: readonly string[],
): Promise<Standing[]> {
  const standing = await standingIn(work, ward, election.supporters);
  const ids = standing.map(({ residentId }) => residentId);
  const here = new Set(await eligibleIn(work, { ward, day: today }, ids));
  return standing.filter((each) => here.has(each.residentId) && !elected.includes(each.id));
}
