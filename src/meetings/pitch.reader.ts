import { CITY, type Batch } from '../api/context';
import { ID_PART, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PitchRow } from './pitch.entity';

const PITCH = `pitch.community_id "communityId", pitch.id, pitch.meeting_id "meetingId",
  pitch.organisation_id "organisationId", pitch.title, pitch.text, pitch.backers,
  pitch.pitched_by "pitchedBy", pitch.pitched_at "pitchedAt"`;

export const pitchById: Batch<PitchRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${PITCH} from meeting_pitch pitch
       where pitch.community_id = $1 and pitch.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** The projects presented at meetings (owners), in the order in which they were. */
export const pitchesOfMeeting: KeysetList<PitchRow> = {
  read: (db, communityId, meetingIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${PITCH} from meeting_pitch pitch
         where pitch.community_id = $1 and pitch.meeting_id = owner.id and pitch.id > $3::uuid
         order by pitch.id limit $4
       ) listed order by owner.id, listed.id`,
      [communityId, meetingIds, after?.[0] ?? CITY, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

export const PITCH_PATH = ['pitchId'];

/** The pitch that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needPitch(work: UnitOfWork, globalId: string): Promise<PitchRow> {
  return await needRow(work, pitchById, { type: 'MeetingPitch', globalId, path: PITCH_PATH });
}
