import type { Batch } from '../api/context';
import { SEQ_PART, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { MinutesRow } from './minutes.entity';

const MINUTES = `minutes.community_id "communityId", minutes.id, minutes.meeting_id "meetingId",
  minutes.version, minutes.text, minutes.written_by "writtenBy", minutes.written_at "writtenAt",
  minutes.approved_by "approvedBy", minutes.approved_at "approvedAt"`;

export const minutesById: Batch<MinutesRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${MINUTES} from meeting_minutes minutes
       where minutes.community_id = $1 and minutes.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** The last approved minutes of meetings. */
export const approvedMinutes: Batch<MinutesRow> = {
  read: (db, communityId, meetingIds) =>
    read(
      db,
      `select ${MINUTES} from unnest($2::uuid[]) asked (id) cross join lateral (
         select version.* from meeting_minutes version
         where version.community_id = $1 and version.meeting_id = asked.id
           and version.approved_at is not null
         order by version.version desc limit 1
       ) minutes`,
      [communityId, meetingIds],
    ),
  keyOf: ({ meetingId }) => meetingId,
};

const versionsOf = (only: string): KeysetList<MinutesRow> => ({
  read: (db, communityId, meetingIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${MINUTES} from meeting_minutes minutes
         where minutes.community_id = $1 and minutes.meeting_id = owner.id
           and minutes.version > $3::bigint ${only}
         order by minutes.version limit $4
       ) listed order by owner.id, listed.version`,
      [communityId, meetingIds, after?.[0] ?? 0, limit],
    ),
  keyOf: ({ version }) => [String(version)],
  parts: [SEQ_PART],
});

/** The versions of meetings' minutes (owners), the first first. */
export const versionsOfMinutes = versionsOf('');

/** Those among them that were approved. */
export const approvedVersions = versionsOf('and minutes.approved_at is not null');

/** The last version of a meeting's minutes; 0 where nothing is written yet. */
export async function lastVersion(
  work: UnitOfWork,
  { communityId, id }: { readonly communityId: string; readonly id: string },
): Promise<number> {
  const [last] = await read<{ version: number }>(
    work.db,
    `select version from meeting_minutes where community_id = $1 and meeting_id = $2
     order by version desc limit 1`,
    [communityId, id],
  );
  return last?.version ?? 0;
}

export const MINUTES_PATH = ['minutesId'];

/** The minutes that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needMinutes(work: UnitOfWork, globalId: string): Promise<MinutesRow> {
  const asked = { type: 'MeetingMinutes', globalId, path: MINUTES_PATH };
  return await needRow(work, minutesById, asked);
}
