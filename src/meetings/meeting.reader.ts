import { CITY, type Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import type { TenantRef } from '../kernel/global-id';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { MeetingChangeRow } from './meeting-change.entity';
import type { MeetingRow } from './meeting.entity';

/** A meeting's columns; its table is called `meeting`. */
const MEETING = `meeting.community_id "communityId", meeting.id, meeting.kind,
  meeting.place_id "placeId", meeting.council_id "councilId", meeting.motion_id "motionId",
  meeting.title, meeting.agenda, meeting.venue, meeting.link, meeting.starts_at "startsAt",
  meeting.duration_minutes "durationMinutes", meeting.convened_by "convenedBy",
  meeting.convened_at "convenedAt", meeting.cancelled_by "cancelledBy",
  meeting.cancelled_at "cancelledAt", meeting.cancel_reason "cancelReason",
  meeting.closed_by "closedBy", meeting.closed_at "closedAt"`;

export const meetingById: Batch<MeetingRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${MEETING} from meeting where meeting.community_id = $1 and meeting.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** When a meeting begins, in milliseconds since 1970: the first part of its cursor. */
const MOMENT_PART = /^\d{1,14}$/;
const LATEST = 253_370_764_800_000;

/** Where a list stands, as values for its SQL. */
const stand = (after: readonly string[] | null) => [
  new Date(Math.min(Number(after?.[0] ?? LATEST), LATEST)),
  after?.[1] ?? LAST_ID,
];

const ORDER = {
  keyOf: ({ startsAt, id }: MeetingRow) => [String(startsAt.getTime()), id],
  parts: [MOMENT_PART, ID_PART],
};

/** The meetings of places (owners), those to come first: of a community with those within it. */
export const meetingsOfPlace: KeysetList<MeetingRow> = {
  read: (db, _city, placeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.*
       from unnest($1::uuid[]) owner (id) join place on place.id = owner.id
       cross join lateral (
         select ${MEETING} from meeting
         where meeting.community_id = place.lineage[4]
           and (place.kind = 'community' or meeting.place_id = place.id)
           and (meeting.starts_at, meeting.id) < ($2::timestamptz, $3::uuid)
         order by meeting.starts_at desc, meeting.id desc limit $4
       ) listed order by owner.id, listed."startsAt" desc, listed.id desc`,
      [placeIds, ...stand(after), limit],
    ),
  ...ORDER,
};

const meetingsBy = (owner: 'council_id' | 'motion_id'): KeysetList<MeetingRow> => ({
  read: (db, communityId, ownerIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${MEETING} from meeting
         where meeting.community_id = $1 and meeting.${owner} = owner.id
           and (meeting.starts_at, meeting.id) < ($3::timestamptz, $4::uuid)
         order by meeting.starts_at desc, meeting.id desc limit $5
       ) listed order by owner.id, listed."startsAt" desc, listed.id desc`,
      [communityId, ownerIds, ...stand(after), limit],
    ),
  ...ORDER,
});

export const meetingsOfCouncil = meetingsBy('council_id');
export const hearingsOfMotion = meetingsBy('motion_id');

/** What was announced of meetings (owners) before, in the order in which it was changed. */
export const changesOfMeeting: KeysetList<MeetingChangeRow> = {
  read: (db, communityId, meetingIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select community_id "communityId", id, meeting_id "meetingId", agenda, venue, link,
           starts_at "startsAt", duration_minutes "durationMinutes", reason,
           changed_by "changedBy", changed_at "changedAt"
         from meeting_change where community_id = $1 and meeting_id = owner.id
           and meeting_change.id > $3::uuid
         order by meeting_change.id limit $4
       ) listed order by owner.id, listed.id`,
      [communityId, meetingIds, after?.[0] ?? CITY, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

export const MEETING_PATH = ['meetingId'];

/** The meeting that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needMeeting(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[] = MEETING_PATH,
): Promise<MeetingRow> {
  return await needRow(work, meetingById, { type: 'Meeting', globalId, path });
}

/** The meeting that a row belongs to. */
export async function meetingOf(
  work: UnitOfWork,
  { communityId, meetingId }: { readonly communityId: string; readonly meetingId: string },
): Promise<MeetingRow> {
  const [row] = await meetingById.read(work.db, communityId, [meetingId]);
  if (!row) throw new Error(`There is no meeting ${meetingId}`);
  return row;
}

/** How a meeting is held: by many at once, or by one who changes it. */
const LOCKS = { beside: 'for share', alone: 'for no key update' };

/**
 * A meeting's row, held until the unit of work ends. Cancelled: `MEETING_CANCELLED`; closed:
 * `MEETING_CLOSED`.
 */
export async function holdMeeting(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
  how: keyof typeof LOCKS,
  path: readonly string[] = MEETING_PATH,
): Promise<MeetingRow> {
  const db = await work.begin();
  const [row] = await read<MeetingRow>(
    db,
    `select ${MEETING} from meeting
     where meeting.community_id = $1 and meeting.id = $2 ${LOCKS[how]}`,
    [communityId, id],
  );
  if (!row) throw new Error(`There is no meeting ${id}`);
  if (row.cancelledAt !== null) throw new Refusal('MEETING_CANCELLED', {}, path);
  if (row.closedAt !== null) throw new Refusal('MEETING_CLOSED', {}, path);
  return row;
}
