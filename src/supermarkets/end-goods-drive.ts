import { authorise } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import type { GoodsDriveRow } from './goods-drive.entity';
import { goodsDriveById, needDrive } from './goods-drive.reader';
import { mayOpenDrive } from './open-goods-drive';

/**
 * Ends a drive today, before its last day (A1; who may open one). What came in stays.
 * Refuses: `ID_UNKNOWN`, `DRIVE_NOT_BEGUN`, `DRIVE_ENDED`.
 */
export async function endGoodsDrive(
  work: UnitOfWork,
  input: { driveId: string },
): Promise<GoodsDriveRow> {
  const path = ['driveId'];
  const { communityId, id, startsOn, endsOn } = await needDrive(work, input.driveId, path);
  const at = await needPlace(work, communityId, path);
  authorise(work.actor, mayOpenDrive(work.actor, at));
  const today = dayOf(work.now, at.timeZone);
  if (today < startsOn) throw new Refusal('DRIVE_NOT_BEGUN', { startsOn }, path);
  if (today > endsOn) throw new Refusal('DRIVE_ENDED', { endsOn }, path);
  await work.db.query(
    `update goods_drive set ends_on = $3
     where community_id = $1 and id = $2 and ends_on > $3`,
    [communityId, id, today],
  );
  const [ended] = await goodsDriveById.read(work.db, communityId, [id]);
  if (!ended) throw new Error(`There is no drive ${id}`);
  return ended;
}
