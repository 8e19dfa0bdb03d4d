import type { Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { sameCommunity } from '../kernel/global-id';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { GoodsDriveRow } from './goods-drive.entity';

const COLUMNS = `community_id "communityId", id, title, place, organiser_id "organiserId",
  starts_on "startsOn", ends_on "endsOn", gifts, pieces, opened_by "openedBy",
  opened_at "openedAt"`;

export const goodsDriveById: Batch<GoodsDriveRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${COLUMNS} from goods_drive where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** The drive that a command's input names; an unknown one is refused: `ID_UNKNOWN`. */
export async function needDrive(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<GoodsDriveRow> {
  return await needRow(work, goodsDriveById, { type: 'GoodsDrive', globalId, path });
}

/**
 * The drive under which goods come in on a day. Refuses: `ID_UNKNOWN`, `OTHER_COMMUNITY`,
 * `DRIVE_NOT_BEGUN`, `DRIVE_ENDED`.
 */
export async function needDriveOn(
  work: UnitOfWork,
  globalId: string,
  { communityId, day }: { readonly communityId: string; readonly day: string },
): Promise<GoodsDriveRow> {
  const path = ['driveId'];
  const drive = await needDrive(work, globalId, path);
  sameCommunity(drive, communityId, path);
  const { startsOn, endsOn } = drive;
  if (day < startsOn) throw new Refusal('DRIVE_NOT_BEGUN', { startsOn }, path);
  if (day > endsOn) throw new Refusal('DRIVE_ENDED', { endsOn }, path);
  return drive;
}

/** A community's drives, the latest first; their owner is the community. */
export const goodsDrivesOf: KeysetList<GoodsDriveRow> = {
  parts: [ID_PART],
  keyOf: ({ id }) => [id],
  read: (db, communityId, _owners, { after, limit }) =>
    read(
      db,
      `select ${COLUMNS}, community_id "ownerId" from goods_drive
       where community_id = $1 and id < $2 order by id desc limit $3`,
      [communityId, after?.[0] ?? LAST_ID, limit],
    ),
};
