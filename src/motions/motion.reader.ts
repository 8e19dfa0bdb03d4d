import { CITY, type Batch, type GroupBatch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { MotionRow } from './motion.entity';

/** A motion's columns; its table is called `motion`. */
const MOTION = `motion.community_id "communityId", motion.id, motion.place_id "placeId",
  motion.council_id "councilId", motion.title, motion.text, motion.kind, motion.input,
  motion.tabled_as "tabledAs", motion.tabled_by "tabledBy", motion.written_at "writtenAt",
  motion.co_signers_needed "coSignersNeeded", motion.tabled_at "tabledAt", motion.state,
  motion.screen_by "screenBy", motion.screened_by "screenedBy", motion.screened_at "screenedAt",
  motion.screening_reason "screeningReason", motion.hearing_first "hearingFirst",
  motion.heard_at "heardAt", motion.merged_into "mergedInto",
  motion.ended_because "endedBecause"`;

export const motionById: Batch<MotionRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${MOTION} from motion where motion.community_id = $1 and motion.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** The motion that a command's input names, as it stands now; unknown: `ID_UNKNOWN`. */
export async function needMotion(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[] = ['motionId'],
): Promise<MotionRow> {
  return await needRow(work, motionById, { type: 'Motion', globalId, path });
}

/**
 * The motions of places (owners), the newest first: of a community with those of its courtyards and
 * grids. In a place's lineage, the community is the fourth: city, district, street, community.
 */
export const motionsOfPlace: KeysetList<MotionRow> = {
  read: (db, _city, placeIds, { after, limit, about: state }) =>
    read(
      db,
      `select owner.id "ownerId", listed.*
       from unnest($1::uuid[]) owner (id) join place on place.id = owner.id
       cross join lateral (
         select ${MOTION} from motion
         where motion.community_id = place.lineage[4]
           and (place.kind = 'community' or motion.place_id = place.id)
           and motion.id < $2::uuid and ($4 = '' or motion.state = $4)
         order by motion.id desc limit $3
       ) listed order by owner.id, listed.id desc`,
      [placeIds, after?.[0] ?? LAST_ID, limit, state],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** The motions before councils (owners), the newest first. */
export const motionsOfCouncil: KeysetList<MotionRow> = {
  read: (db, communityId, councilIds, { after, limit, about: state }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${MOTION} from motion
         where motion.community_id = $1 and motion.council_id = owner.id
           and motion.id < $3::uuid and ($5 = '' or motion.state = $5)
         order by motion.id desc limit $4
       ) listed order by owner.id, listed.id desc`,
      [communityId, councilIds, after?.[0] ?? LAST_ID, limit, state],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** How many residents have put their names to motions. */
export const signaturesOf: Batch<{ readonly motionId: string; readonly count: number }> = {
  read: (db, communityId, motionIds) =>
    read(
      db,
      `select motion_id "motionId", count(*)::integer as count from motion_co_signature
       where community_id = $1 and motion_id = any ($2) group by motion_id`,
      [communityId, motionIds],
    ),
  keyOf: ({ motionId }) => motionId,
};

/** The key of a motion and a resident. */
export const signedKey = (motionId: string, residentId: string) => `${motionId} ${residentId}`;

/** Whether residents have put their names to motions; keys are made by `signedKey`. */
export const signedBy: Batch<{ readonly motionId: string; readonly residentId: string }> = {
  read: (db, communityId, keys) => {
    const asked = keys.map((key) => key.split(' '));
    return read(
      db,
      `select signed.motion_id "motionId", signed.resident_id "residentId"
       from unnest($2::uuid[], $3::uuid[]) as asked (motion_id, resident_id)
       join motion_co_signature signed on signed.community_id = $1
         and signed.motion_id = asked.motion_id and signed.resident_id = asked.resident_id`,
      [communityId, asked.map(([motionId]) => motionId), asked.map(([, own]) => own)],
    );
  },
  keyOf: ({ motionId, residentId }) => signedKey(motionId, residentId),
};

/** A resident who put their name to a motion. */
export interface CoSigner {
  readonly communityId: string;
  readonly motionId: string;
  readonly id: string;
  readonly signedAt: Date;
}

/** Who put their names to motions (owners), by the residents' ids. */
export const coSignersOf: KeysetList<CoSigner> = {
  read: (db, communityId, motionIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select community_id "communityId", motion_id "motionId", resident_id id,
           signed_at "signedAt"
         from motion_co_signature
         where community_id = $1 and motion_id = owner.id and resident_id > $3::uuid
         order by resident_id limit $4
       ) listed order by owner.id, listed.id`,
      [communityId, motionIds, after?.[0] ?? CITY, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** A ballot on a motion. */
export interface VotedOn {
  readonly motionId: string;
  readonly ballotId: string;
  readonly n: number;
}

/** The ballots on motions, the first first. */
export const ballotsOfMotion: GroupBatch<VotedOn> = {
  many: true,
  read: (db, communityId, motionIds) =>
    read(
      db,
      `select motion_id "motionId", ballot_id "ballotId", n from motion_ballot
       where community_id = $1 and motion_id = any ($2) order by motion_id, n`,
      [communityId, motionIds],
    ),
  keyOf: ({ motionId }) => motionId,
};
