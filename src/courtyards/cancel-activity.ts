import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { ActivityRow } from './activity.entity';
import { holdActivity } from './activity.reader';
import { activityToTell } from './activity-to-tell';

/**
 * Tells that an activity is not held, or was not, and why (C4; who acts for the courtyard).
 * Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `ACTIVITY_TOLD`.
 */
export async function cancelActivity(
  work: UnitOfWork,
  input: { readonly activityId: string; readonly reason: string },
): Promise<ActivityRow> {
  const { activity: found } = await activityToTell(work, input.activityId);
  const cancelReason = readReason(input.reason, ['reason']);
  const activity = await holdActivity(work, found);
  const { communityId, id } = activity;
  const told = {
    ...{ state: 'cancelled' as const, cancelReason },
    ...{ recordedBy: work.actor.personId, recordedAt: work.now },
  };
  await work.db.update(ActivityRow, { communityId, id }, told);
  return { ...activity, ...told };
}
