import { recordedBefore } from '../bookkeeping/record';
import { OPERATORS } from '../bookkeeping/rules/operators';
import { authorise, personOf } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import { request } from '../kernel/request';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { disputeOfEntry, postDispute } from './dispute-entry';
import { unlessRecorded } from './once';
import { OperatorDisputeRow } from './operator-dispute.entity';
import {
  DISPUTE_PATH,
  holdDispute,
  needDispute,
  type DisputeBetween,
} from './operator-dispute.reader';
import { markSettled } from './settled';
import { isStorekeeperOf } from './supermarkets.policy';
import { refuseVoided } from './voided-since';

export const DISPUTE_ANSWERS = ['accept', 'insist'] as const;
export type DisputeAnswer = (typeof DISPUTE_ANSWERS)[number];

export interface AnswerDispute {
  readonly idempotencyKey: string;
  readonly disputeId: string;
  readonly answer: DisputeAnswer;
  /** What the operator says to it. */
  readonly says: string;
}

/**
 * The operator answers a dispute, once (A1; its storekeepers): it accepts, and the disputed part
 * goes back to the pool, or it insists, and the board decides. Refuses: `ID_UNKNOWN`,
 * `DISPUTE_OVER`, `DISPUTE_ANSWERED`, `DISPUTED_VOIDED`,
 * `TEXT_LENGTH`, `KEY_REUSED`, `KEY_UNUSABLE`.
 */
export async function answerDispute(
  work: UnitOfWork,
  input: AnswerDispute,
): Promise<OperatorDisputeRow> {
  const asked = request('answerDispute', input);
  const given = await needDispute(work, input.disputeId);
  const { communityId } = given.dispute;
  authorise(work.actor, isStorekeeperOf(work.actor, given.store.operatorId));
  const before = await recordedBefore(work, communityId, asked);
  if (before) return await disputeOfEntry(work, before);
  const says = readReason(input.says, ['says']);
  return await unlessRecorded(work, communityId, asked, {
    attempt: async () => {
      const answered = await answer(work, given, input.answer, says);
      if (answered.state !== 'reduced') return answered;
      await postDispute(
        work,
        { ...given, dispute: answered },
        OPERATORS.operatorShareReduced,
        asked,
      );
      await markSettled(work, { ...given, month: given.statement.month });
      return answered;
    },
    found: (entry) => disputeOfEntry(work, entry),
  });
}

async function answer(
  work: UnitOfWork,
  given: DisputeBetween,
  answered: DisputeAnswer,
  says: string,
): Promise<OperatorDisputeRow> {
  const dispute = await holdDispute(work, given);
  const { communityId, id } = dispute;
  const answeredBy = personOf(work.actor);
  if (dispute.state === 'insisted') {
    // No entry tells a repeat of this from a second answer.
    const same = answered === 'insist' && dispute.answeredBy === answeredBy;
    if (same && dispute.answer === says) return dispute;
    throw new Refusal('DISPUTE_ANSWERED', {}, DISPUTE_PATH);
  }
  if (answered === 'accept') await refuseVoided(work, given, dispute);
  const changes = {
    state: answered === 'accept' ? ('reduced' as const) : ('insisted' as const),
    ...{ answer: says, answeredBy, answeredAt: work.now },
  };
  await work.db.update(OperatorDisputeRow, { communityId, id }, changes);
  return { ...dispute, ...changes };
}
