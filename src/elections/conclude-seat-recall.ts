import { ballotById } from '../ballots/ballot.reader';
import { ruleOf } from '../ballots/ballot-rule';
import { closeBallotFor } from '../ballots/close-ballot-for';
import { tally, type Outcome } from '../ballots/tally';
import { mayAct } from '../councils/layers';
import { vacateSeatFor } from '../councils/vacate-seat-for';
import { authorise } from '../kernel/actor';
import { addDays } from '../kernel/calendar';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { recallAt, type RecallAt } from './recall-at';
import type { RecallState, SeatRecallRow } from './seat-recall.entity';
import { holdRecall, RECALL_PATH } from './seat-recall.reader';

const STATE_AFTER = {
  passed: 'recalled',
  rejected: 'kept',
  no_quorum: 'no_quorum',
} as const satisfies Record<Outcome, RecallState>;

/**
 * Counts the ballot of a recall when its last moment has passed (who may stands in the table of
 * layers). Where it passes, the seat is vacant from tomorrow on, and a substitute follows. Refuses:
 * `ID_UNKNOWN`, `RECALL_ENDED`, `RECALL_VOTES_NOT`, `BALLOT_OPEN`, `BOX_WAITING`.
 */
export async function concludeSeatRecall(
  work: UnitOfWork,
  input: { readonly recallId: string },
): Promise<SeatRecallRow> {
  const asked = await recallAt(work, input.recallId);
  authorise(work.actor, mayAct(work.actor, asked.at, 'concludeSeatRecall'));
  const recall = await holdRecall(work, asked.recall);
  const { communityId, id, ballotId } = recall;
  if (ballotId === null) throw new Refusal('RECALL_VOTES_NOT', {}, RECALL_PATH);
  const [ballot] = await ballotById.read(work.db, communityId, [ballotId]);
  if (!ballot) throw new Error(`There is no ballot ${ballotId}`);
  const open = ballot.closedAt === null;
  const closed = open ? await closeBallotFor(work, ballot, RECALL_PATH) : ballot;
  const rule = ruleOf(closed);
  if (!rule || !closed.votes) throw new Error(`Ballot ${ballotId} decides nothing`);
  const state = STATE_AFTER[tally(rule, closed.base, closed.votes).outcome];
  if (state === 'recalled') await vacate(work, asked);
  await read(
    work.db,
    'update seat_recall set state = $3, ended_at = $4 where community_id = $1 and id = $2',
    [communityId, id, state, work.now],
  );
  return { ...recall, state, endedAt: work.now };
}

/** Vacates the seat, unless it fell vacant meanwhile or its term is over by then. */
async function vacate(work: UnitOfWork, asked: RecallAt): Promise<void> {
  const tomorrow = addDays(asked.today, 1);
  const first = asked.seat.validFrom > tomorrow ? asked.seat.validFrom : tomorrow;
  if (asked.seat.endedBecause !== null || asked.seat.validUntil <= first) return;
  await vacateSeatFor(work, asked, { because: 'recalled', validUntil: first }, RECALL_PATH);
}
