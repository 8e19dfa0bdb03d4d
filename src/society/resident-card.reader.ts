import type { EntityManager } from 'typeorm';
import type { Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import { readCardCode } from './card-code';
import type { ResidentCardRow } from './resident-card.entity';
import type { ResidentRow } from './resident.entity';
import { residentById } from './resident.reader';

const CARD = `community_id "communityId", id, resident_id "residentId", code,
  issued_by "issuedBy", issued_at "issuedAt", ended_by "endedBy", ended_at "endedAt",
  ended_because "endedBecause"`;

export const cardById: Batch<ResidentCardRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${CARD} from resident_card where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** The cards that are good, by their residents. */
export const cardInForce: Batch<ResidentCardRow> = {
  read: (db, communityId, residentIds) =>
    read(
      db,
      `select ${CARD} from resident_card
       where community_id = $1 and resident_id = any ($2) and ended_at is null`,
      [communityId, residentIds],
    ),
  keyOf: ({ residentId }) => residentId,
};

/** All cards of residents, the latest first. */
export const cardsOfResident: KeysetList<ResidentCardRow> = {
  read: (db, communityId, residentIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", kept.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${CARD} from resident_card
         where community_id = $1 and resident_id = owner.id and id < $3::uuid
         order by id desc limit $4
       ) kept
       order by owner.id, kept.id desc`,
      [communityId, residentIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/**
 * Whose card a code is on in a community. Refuses: `CODE_UNREADABLE`, `CARD_UNKNOWN` (there is none
 * with it here; of another community's nothing is told), `CARD_ENDED`, `RESIDENT_GONE`.
 */
export async function residentOfCard(
  db: EntityManager,
  communityId: string,
  text: string,
  path: readonly string[],
): Promise<ResidentRow> {
  const [card] = await read<ResidentCardRow>(
    db,
    `select ${CARD} from resident_card where community_id = $1 and code = $2`,
    [communityId, readCardCode(text, path)],
  );
  if (!card) throw new Refusal('CARD_UNKNOWN', {}, path);
  if (card.endedAt !== null) throw new Refusal('CARD_ENDED', {}, path);
  const [resident] = await residentById.read(db, communityId, [card.residentId]);
  if (!resident) throw new Error(`The card ${card.id} has no resident`);
  if (resident.movedOut !== null) throw new Refusal('RESIDENT_GONE', {}, path);
  return resident;
}
