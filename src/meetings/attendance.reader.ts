import { CITY, type Batch } from '../api/context';
import { ID_PART, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { AttendanceListRow } from './attendance-list.entity';
import type { AttendanceRow } from './attendance.entity';
import type { RepresentativeRow } from './representative.entity';

const ATTENDED = `attended.community_id "communityId", attended.meeting_id "meetingId",
  attended.resident_id "residentId", attended.online_at "onlineAt", attended.list_id "listId"`;

const LIST = `list.community_id "communityId", list.id, list.meeting_id "meetingId", list.state,
  list.people, list.recorded_by "recordedBy", list.recorded_at "recordedAt",
  list.decided_by "decidedBy", list.decided_at "decidedAt", list.reject_reason "rejectReason"`;

const REPRESENTED = `represented.community_id "communityId", represented.meeting_id "meetingId",
  represented.organisation_id "organisationId", represented.person_id "personId",
  represented.represented_at "representedAt"`;

/** The key of a meeting and a resident. */
export const cameTo = (meetingId: string, residentId: string) => `${meetingId} ${residentId}`;

/** That residents came to meetings; keys are made by `cameTo`. */
export const attendanceOf: Batch<AttendanceRow> = {
  read: (db, communityId, keys) => {
    const asked = keys.map((key) => key.split(' '));
    return read(
      db,
      `select ${ATTENDED} from unnest($2::uuid[], $3::uuid[]) asked (meeting_id, resident_id)
       join meeting_attendance attended on attended.community_id = $1
         and attended.meeting_id = asked.meeting_id
         and attended.resident_id = asked.resident_id`,
      [communityId, asked.map(([meetingId]) => meetingId), asked.map(([, resident]) => resident)],
    );
  },
  keyOf: ({ meetingId, residentId }) => cameTo(meetingId, residentId),
};

/** Who came to meetings (owners), in the order in which they came to be residents. */
export const attendanceOfMeeting: KeysetList<AttendanceRow> = {
  read: (db, communityId, meetingIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${ATTENDED} from meeting_attendance attended
         where attended.community_id = $1 and attended.meeting_id = owner.id
           and attended.resident_id > $3::uuid
         order by attended.resident_id limit $4
       ) listed order by owner.id, listed."residentId"`,
      [communityId, meetingIds, after?.[0] ?? CITY, limit],
    ),
  keyOf: ({ residentId }) => [residentId],
  parts: [ID_PART],
};

/** The meetings to which residents (owners) came, in the order in which they were convened. */
export const attendanceOfResident: KeysetList<AttendanceRow> = {
  read: (db, communityId, residentIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${ATTENDED} from meeting_attendance attended
         where attended.community_id = $1 and attended.resident_id = owner.id
           and attended.meeting_id > $3::uuid
         order by attended.meeting_id limit $4
       ) listed order by owner.id, listed."meetingId"`,
      [communityId, residentIds, after?.[0] ?? CITY, limit],
    ),
  keyOf: ({ meetingId }) => [meetingId],
  parts: [ID_PART],
};

export const attendanceListById: Batch<AttendanceListRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${LIST} from meeting_attendance_list list
       where list.community_id = $1 and list.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

export const LIST_PATH = ['listId'];

/** The list that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needList(work: UnitOfWork, globalId: string): Promise<AttendanceListRow> {
  const asked = { type: 'MeetingAttendanceList', globalId, path: LIST_PATH };
  return await needRow(work, attendanceListById, asked);
}

/** Holds a list that still waits; decided: `LIST_DECIDED`. */
export async function holdList(
  work: UnitOfWork,
  { communityId, id }: AttendanceListRow,
): Promise<AttendanceListRow> {
  const db = await work.begin();
  const [row] = await read<AttendanceListRow>(
    db,
    `select ${LIST} from meeting_attendance_list list
     where list.community_id = $1 and list.id = $2 for no key update`,
    [communityId, id],
  );
  if (row?.state !== 'waiting') throw new Refusal('LIST_DECIDED', {}, LIST_PATH);
  return row;
}

/** The lists of meetings (owners), in the order in which they were recorded. */
export const listsOfMeeting: KeysetList<AttendanceListRow> = {
  read: (db, communityId, meetingIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${LIST} from meeting_attendance_list list
         where list.community_id = $1 and list.meeting_id = owner.id and list.id > $3::uuid
         order by list.id limit $4
       ) listed order by owner.id, listed.id`,
      [communityId, meetingIds, after?.[0] ?? CITY, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** The organisations that came to meetings (owners). */
export const representativesOfMeeting: KeysetList<RepresentativeRow> = {
  read: (db, communityId, meetingIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${REPRESENTED} from meeting_representative represented
         where represented.community_id = $1 and represented.meeting_id = owner.id
           and represented.organisation_id > $3::uuid
         order by represented.organisation_id limit $4
       ) listed order by owner.id, listed."organisationId"`,
      [communityId, meetingIds, after?.[0] ?? CITY, limit],
    ),
  keyOf: ({ organisationId }) => [organisationId],
  parts: [ID_PART],
};
