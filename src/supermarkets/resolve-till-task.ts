import { authorise } from '../kernel/actor';
import { tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { storeById } from './store.reader';
import { isStorekeeperOf } from './supermarkets.policy';
import { TillTaskRow } from './till-task.entity';
import { lockTillTask, tillTaskById } from './till-task.reader';

export interface ResolveTillTask {
  readonly taskId: string;
  /** What became of it: paid later, brought back, written off. */
  readonly note: string;
}

/**
 * Says what became of an exchange that a till made offline and that was refused, once (A1;
 * storekeepers of the store's operator). It moves nothing: what was brought back or given after all
 * is recorded as itself. Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `TASK_RESOLVED`.
 */
export async function resolveTillTask(
  work: UnitOfWork,
  input: ResolveTillTask,
): Promise<TillTaskRow> {
  const path = ['taskId'];
  const ref = tenantRef('TillTask', input.taskId, path);
  const named = await work.row(tillTaskById, ref.communityId, ref.id);
  if (!named) throw new Refusal('ID_UNKNOWN', { type: 'TillTask' }, path);
  const store = await work.row(storeById, ref.communityId, named.storeId);
  authorise(work.actor, store !== null && isStorekeeperOf(work.actor, store.operatorId));
  const note = readReason(input.note, ['note']);
  const task = await lockTillTask(work, ref);
  if (task.resolvedAt) throw new Refusal('TASK_RESOLVED', {}, path);
  const resolved = { note, resolvedAt: work.now, resolvedBy: work.actor.personId };
  await work.db.update(TillTaskRow, ref, resolved);
  return { ...task, ...resolved };
}
