import { authorise } from '../kernel/actor';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import type { ActivityRow } from './activity.entity';
import { needActivity } from './activity.reader';
import { bodyById } from './courtyard-body.reader';
import { actsFor } from './courtyard.policy';

/** The activity that a command's input names, for whoever acts for who announced it. */
export async function activityToTell(
  work: UnitOfWork,
  globalId: string,
): Promise<{ readonly activity: ActivityRow; readonly at: PlaceRow }> {
  const activity = await needActivity(work, globalId);
  const at = await needPlace(work, activity.placeId, ['activityId']);
  const [body] = await bodyById.read(work.db, activity.communityId, [activity.bodyId]);
  authorise(work.actor, await actsFor(work, at, body ?? null));
  return { activity, at };
}
