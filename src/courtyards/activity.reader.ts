import { CITY, type Batch, type GroupBatch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { AgeBand } from '../reports/figures';
import type { ResidentRow } from '../society/resident.entity';
import { RESIDENT_COLUMNS } from '../society/resident.reader';
import type { ActivityRow } from './activity.entity';

/** An activity's columns; its table is called `activity`. */
const ACTIVITY = `activity.community_id "communityId", activity.id, activity.place_id "placeId",
  activity.body_id "bodyId", activity.title, activity.about, activity.venue,
  activity.starts_at "startsAt", activity.mode, activity.state, activity.participants,
  activity.report, activity.cancel_reason "cancelReason", activity.announced_by "announcedBy",
  activity.announced_at "announcedAt", activity.recorded_by "recordedBy",
  activity.recorded_at "recordedAt"`;

export const activityById: Batch<ActivityRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${ACTIVITY} from activity
       where activity.community_id = $1 and activity.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** The activities of places (owners), announced last first: of a community with its courtyards'. */
export const activitiesOfPlace: KeysetList<ActivityRow> = {
  read: (db, _city, placeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.*
       from unnest($1::uuid[]) owner (id) join place on place.id = owner.id
       cross join lateral (
         select ${ACTIVITY} from activity
         where activity.community_id = place.lineage[4]
           and (place.kind = 'community' or activity.place_id = place.id)
           and activity.id < $2::uuid
         order by activity.id desc limit $3
       ) listed order by owner.id, listed.id desc`,
      [placeIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** How many of an age took part in an activity. */
export interface BandCount {
  readonly activityId: string;
  readonly band: AgeBand;
  readonly people: number;
}

/** Who took part in activities, by age; an activity has 300 at most. */
export const bandsOfActivity: GroupBatch<BandCount> = {
  many: true,
  read: (db, communityId, activityIds) =>
    read(
      db,
      `select activity_id "activityId", band, count(*)::integer as people
       from activity_participant where community_id = $1 and activity_id = any ($2)
       group by activity_id, band`,
      [communityId, activityIds],
    ),
  keyOf: ({ activityId }) => activityId,
};

/** The residents who took part in activities (owners), in the order of their ids. */
export const participantsOf: KeysetList<ResidentRow> = {
  read: (db, communityId, activityIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${RESIDENT_COLUMNS} from resident
         where community_id = $1 and id in (
           select taking.resident_id from activity_participant taking
           where taking.community_id = $1 and taking.activity_id = owner.id
             and taking.resident_id > $3::uuid
           order by taking.resident_id limit $4)
       ) listed order by owner.id, listed.id`,
      [communityId, activityIds, after?.[0] ?? CITY, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** The activity that a command's input names, as it stands now; unknown: `ID_UNKNOWN`. */
export async function needActivity(work: UnitOfWork, globalId: string): Promise<ActivityRow> {
  const path = ['activityId'];
  return await needRow(work, activityById, { type: 'Activity', globalId, path });
}

/**
 * An activity's row, held until the unit of work ends: what came of it is told once. One of which
 * that was told is refused: `ACTIVITY_TOLD`.
 */
export async function holdActivity(
  work: UnitOfWork,
  { communityId, id }: ActivityRow,
): Promise<ActivityRow> {
  const db = await work.begin();
  await db.query('select 1 from activity where community_id = $1 and id = $2 for no key update', [
    communityId,
    id,
  ]);
  const [row] = await activityById.read(db, communityId, [id]);
  if (row?.state !== 'announced') throw new Refusal('ACTIVITY_TOLD', {}, ['activityId']);
  return row;
}
