import { personOf } from '../kernel/actor';
import { toGlobalId } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { isCadre } from '../society/society.policy';
import { projectAtStep, type MayAct } from './at-step';
import { fundVisitById, needFundVisit } from './fund-record.reader';
import { FundVisitRow } from './fund-visit.entity';
import { holds } from '../kernel/actor';

export interface SettleFundVisit {
  readonly visitId: string;
  readonly putRight: string;
}

const answers: MayAct = ({ actor }, { at, fund }) =>
  isCadre(actor, at) || holds(actor, fund.officeId, 'chair', 'secretary');

/**
 * Says how what a supervisor found was put right (C3, step 8; cadres and the fund's chair or
 * secretary, never who found it). Refuses: `ID_UNKNOWN`, `PROJECT_ENDED`, `NOTHING_TO_PUT_RIGHT`,
 * `SAME_PERSON`, `TEXT_LENGTH`.
 */
export async function settleFundVisit(
  work: UnitOfWork,
  input: SettleFundVisit,
): Promise<FundVisitRow> {
  const { communityId, id, projectId } = await needFundVisit(work, input.visitId);
  await projectAtStep(work, toGlobalId('FundProject', communityId, projectId), answers);
  const [visit] = await fundVisitById.read(work.db, communityId, [id]);
  if (!visit?.toPutRight || visit.settledAt !== null)
    throw new Refusal('NOTHING_TO_PUT_RIGHT', {}, ['visitId']);
  const settledBy = personOf(work.actor);
  if (settledBy === visit.visitedBy) throw new Refusal('SAME_PERSON', {}, ['visitId']);
  const putRight = readReason(input.putRight, ['putRight']);
  const settled = { putRight, settledBy, settledAt: work.now };
  await work.db.update(FundVisitRow, { communityId, id }, settled);
  return { ...visit, ...settled };
}
