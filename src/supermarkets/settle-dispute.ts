import { recordedBefore } from '../bookkeeping/record';
import { OPERATORS } from '../bookkeeping/rules/operators';
import { authorise, holds, personOf } from '../kernel/actor';
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
import { isStaffOf } from './supermarkets.policy';
import { refuseVoided } from './voided-since';

export const DISPUTE_DECISIONS = ['reduce', 'keep'] as const;
export type DisputeDecision = (typeof DISPUTE_DECISIONS)[number];

export interface SettleDispute {
  readonly idempotencyKey: string;
  readonly disputeId: string;
  readonly decision: DisputeDecision;
  readonly reason: string;
}

const BY_DECISION = {
  reduce: { state: 'reduced', rule: OPERATORS.operatorShareReduced },
  keep: { state: 'kept', rule: OPERATORS.operatorShareKept },
} as const;

/**
 * The board decides a dispute (A1; the chair and board members of the foundation that holds the
 * pool, never who raised it or works for the operator): the line is reduced, once the operator has
 * been heard, or it is kept, at any time. Refuses: `ID_UNKNOWN`, `SECOND_PERSON_NEEDED`,
 * `DISPUTE_OVER`, `DISPUTE_UNANSWERED`, `DISPUTED_VOIDED`,
 * `TEXT_LENGTH`, `KEY_REUSED`, `KEY_UNUSABLE`.
 */
export async function settleDispute(
  work: UnitOfWork,
  input: SettleDispute,
): Promise<OperatorDisputeRow> {
  const asked = request('settleDispute', input);
  const given = await needDispute(work, input.disputeId);
  const { communityId } = given.dispute;
  authorise(work.actor, holds(work.actor, given.pool.foundationId, 'chair', 'board_member'));
  const before = await recordedBefore(work, communityId, asked);
  if (before) return await disputeOfEntry(work, before);
  const reason = readReason(input.reason, ['reason']);
  return await unlessRecorded(work, communityId, asked, {
    attempt: async () => {
      const decided = await decide(work, given, input.decision, reason);
      const { rule } = BY_DECISION[input.decision];
      await postDispute(work, { ...given, dispute: decided }, rule, asked);
      await markSettled(work, { ...given, month: given.statement.month });
      return decided;
    },
    found: (entry) => disputeOfEntry(work, entry),
  });
}

async function decide(
  work: UnitOfWork,
  given: DisputeBetween,
  decision: DisputeDecision,
  reason: string,
): Promise<OperatorDisputeRow> {
  const dispute = await holdDispute(work, given);
  const { communityId, id } = dispute;
  const decidedBy = personOf(work.actor);
  if (dispute.raisedBy === decidedBy || isStaffOf(work.actor, given.store.operatorId))
    throw new Refusal('SECOND_PERSON_NEEDED', {}, DISPUTE_PATH);
  if (decision === 'reduce' && dispute.state === 'raised')
    throw new Refusal('DISPUTE_UNANSWERED', {}, DISPUTE_PATH);
  if (decision === 'reduce') await refuseVoided(work, given, dispute);
  const changes = {
    ...{ state: BY_DECISION[decision].state, decision: reason },
    ...{ decidedBy, decidedAt: work.now },
  };
  await work.db.update(OperatorDisputeRow, { communityId, id }, changes);
  return { ...dispute, ...changes };
}
