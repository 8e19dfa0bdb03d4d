import { CITY, type Batch, type GroupBatch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import type { TenantRef } from '../kernel/global-id';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { AttemptRow } from './attempt.entity';
import type { ObjectionRow } from './objection.entity';
import type { ResolutionRow } from './resolution.entity';

/** A resolution's columns; its table is called `resolution`. */
const RESOLUTION = `resolution.community_id "communityId", resolution.id,
  resolution.motion_id "motionId", resolution.council_id "councilId",
  resolution.ballot_id "ballotId", resolution.number, resolution.adopted_at "adoptedAt",
  resolution.notice_until "noticeUntil", resolution.lapses_on "lapsesOn", resolution.state,
  resolution.ended_by "endedBy", resolution.ended_at "endedAt",
  resolution.ended_because "endedBecause", resolution.key, resolution.fingerprint`;

const OBJECTION = `community_id "communityId", id, resolution_id "resolutionId",
  resident_id "residentId", text, raised_at "raisedAt", answer, upheld,
  answered_by "answeredBy", answered_at "answeredAt"`;

export const resolutionById: Batch<ResolutionRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${RESOLUTION} from resolution
       where resolution.community_id = $1 and resolution.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** The resolutions that came of motions, the last first: an upheld objection makes another vote. */
export const resolutionsOfMotion: GroupBatch<ResolutionRow> = {
  many: true,
  read: (db, communityId, motionIds) =>
    read(
      db,
      `select ${RESOLUTION} from resolution
       where resolution.community_id = $1 and resolution.motion_id = any ($2)
       order by resolution.motion_id, resolution.id desc`,
      [communityId, motionIds],
    ),
  keyOf: ({ motionId }) => motionId,
};

/** The resolutions of councils (owners), the last first. */
export const resolutionsOfCouncil: KeysetList<ResolutionRow> = {
  read: (db, communityId, councilIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${RESOLUTION} from resolution
         where resolution.community_id = $1 and resolution.council_id = owner.id
           and resolution.number < $3::integer
         order by resolution.number desc limit $4
       ) listed order by owner.id, listed.number desc`,
      [communityId, councilIds, after?.[0] ?? LAST_NUMBER, limit],
    ),
  keyOf: ({ number }) => [String(number)],
  parts: [/^\d{1,9}$/],
};
const LAST_NUMBER = '999999999';

/** The resolutions of communities (owners), the last first. */
export const resolutionsOfPlace: KeysetList<ResolutionRow> = {
  read: (db, _city, placeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($1::uuid[]) owner (id)
       cross join lateral (
         select ${RESOLUTION} from resolution
         where resolution.community_id = owner.id and resolution.id < $2::uuid
         order by resolution.id desc limit $3
       ) listed order by owner.id, listed.id desc`,
      [placeIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** The resolution that a command's input names, as it stands now; unknown: `ID_UNKNOWN`. */
export async function needResolution(work: UnitOfWork, globalId: string): Promise<ResolutionRow> {
  const path = ['resolutionId'];
  return await needRow(work, resolutionById, { type: 'Resolution', globalId, path });
}

/** A resolution that is held until the work is done. */
export async function holdResolution(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
): Promise<ResolutionRow> {
  const db = await work.begin();
  await db.query('select 1 from resolution where community_id = $1 and id = $2 for no key update', [
    communityId,
    id,
  ]);
  const [row] = await resolutionById.read(db, communityId, [id]);
  if (!row) throw new Refusal('ID_UNKNOWN', { type: 'Resolution' }, ['resolutionId']);
  return row;
}

export const objectionById: Batch<ObjectionRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${OBJECTION} from resolution_objection where community_id = $1 and id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** What was said against resolutions (owners), the first first. */
export const objectionsTo: KeysetList<ObjectionRow> = {
  read: (db, communityId, resolutionIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${OBJECTION} from resolution_objection
         where community_id = $1 and resolution_id = owner.id and id > $3::uuid
         order by id limit $4
       ) listed order by owner.id, listed.id`,
      [communityId, resolutionIds, after?.[0] ?? CITY, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** When resolutions (owners) could not be executed, and why, the last time first. */
export const attemptsAt: KeysetList<AttemptRow> = {
  read: (db, communityId, resolutionIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select community_id "communityId", id, resolution_id "resolutionId", code, facts,
           tried_by "triedBy", tried_at "triedAt"
         from resolution_attempt
         where community_id = $1 and resolution_id = owner.id and id < $3::uuid
         order by id desc limit $4
       ) listed order by owner.id, listed.id desc`,
      [communityId, resolutionIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};
