import { openBallotFor } from '../ballots/open-ballot-for';
import { mayAct } from '../councils/layers';
import { authorise } from '../kernel/actor';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { electionRuleOf } from './election-rule';
import { recallAt } from './recall-at';
import { electorsIn, unitIn } from './recall-electors';
import type { SeatRecallRow } from './seat-recall.entity';
import { holdRecall, RECALL_PATH, signaturesOf } from './seat-recall.reader';

export interface OpenSeatRecallBallot {
  readonly recallId: string;
  /** What voters are asked, 1 to 500 characters. */
  readonly question: string;
  readonly closesAt: Date;
}

/** To recall, to keep, to abstain; so that nobody is misled by how they are worded. */
export const RECALL_CHOICES = ['罢免', '留任', '弃权'] as const;

/** A recall is decided by the votes of those who take part, once enough do. */
const MORE_THAN_HALF = { num: 1, den: 2, strict: true };

/**
 * Puts a recall to the vote in secret, once enough have signed (who may stands in the table of
 * layers): of the electors of the ward that gave the seat, as they are today. It takes the turnout
 * of the election, and more than half of the votes. Refuses: `ID_UNKNOWN`, `RECALL_ENDED`,
 * `RECALL_VOTES`, `SIGNATURES_TOO_FEW`, `SEAT_VACANT`, `TEXT_LENGTH`, `BALLOT_TIME`,
 * `ROLL_EMPTY`.
 */
export async function openSeatRecallBallot(
  work: UnitOfWork,
  input: OpenSeatRecallBallot,
): Promise<SeatRecallRow> {
  const asked = await recallAt(work, input.recallId);
  authorise(work.actor, mayAct(work.actor, asked.at, 'openSeatRecallBallot'));
  const recall = await holdRecall(work, asked.recall);
  const { communityId, id, needed } = recall;
  if (recall.state !== 'gathering') throw new Refusal('RECALL_VOTES', {}, RECALL_PATH);
  const [signed] = await signaturesOf.read(work.db, communityId, [id]);
  const signatures = signed?.signatures ?? 0;
  if (signatures < needed)
    throw new Refusal('SIGNATURES_TOO_FEW', { needed, signatures }, RECALL_PATH);
  if (asked.seat.endedBecause !== null) throw new Refusal('SEAT_VACANT', {}, RECALL_PATH);
  const { question, closesAt } = input;
  const electors = asked.ward.groupId === null ? null : await electorsIn(work, asked, asked.today);
  if (electors?.length === 0) throw new Refusal('ROLL_EMPTY', {}, RECALL_PATH);
  const ballot = await openBallotFor(work, {
    ...{ communityId, placeId: asked.ward.placeId, question, closesAt },
    choices: RECALL_CHOICES,
    electors: electors?.map(({ residentId }) => residentId) ?? null,
    voteBy: unitIn(asked),
    rule: {
      ...{ quorum: electionRuleOf(asked.election).turnout, passes: MORE_THAN_HALF },
      ...{ passesOf: 'votes', inFavour: RECALL_CHOICES[0] },
    },
  });
  await read(
    work.db,
    `update seat_recall set state = 'voting', ballot_id = $3 where community_id = $1 and id = $2`,
    [communityId, id, ballot.id],
  );
  return { ...recall, state: 'voting', ballotId: ballot.id };
}
