import type { Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { read } from '../kernel/read';
import type { VerificationRow } from './verification.entity';

const VERIFICATION = `community_id "communityId", id, asked_at "askedAt", asked_by "askedBy",
  begun_at "begunAt", ended_at "endedAt", wrong, checks`;

export const verificationById: Batch<VerificationRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${VERIFICATION} from verification where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** What was verified of places' books, the one asked for last first. */
export const verificationsOfPlace: KeysetList<VerificationRow> = {
  read: (db, _city, placeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($1::uuid[]) owner (id)
       cross join lateral (
         select ${VERIFICATION} from verification
         where community_id = owner.id and id < $2 order by id desc limit $3
       ) listed`,
      [placeIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};
