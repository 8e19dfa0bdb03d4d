import type { Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { authorise, personOf } from '../kernel/actor';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import type { ResidentRow } from '../society/resident.entity';
import { isResident } from '../society/resident.policy';
import { lockResident, needResident } from '../society/resident.reader';
import { isRegistrar } from '../society/society.policy';
import type { WalletFreezeRow } from './wallet-freeze.entity';

const FREEZE = `community_id "communityId", id, resident_id "residentId", reason,
  frozen_by "frozenBy", frozen_at "frozenAt", unfrozen_by "unfrozenBy",
  unfrozen_at "unfrozenAt", unfreeze_reason "unfreezeReason"`;

/** The freezes in force, by their residents. */
export const freezeInForce: Batch<WalletFreezeRow> = {
  read: (db, communityId, residentIds) =>
    read(
      db,
      `select ${FREEZE} from wallet_freeze
       where community_id = $1 and resident_id = any ($2) and unfrozen_at is null`,
      [communityId, residentIds],
    ),
  keyOf: ({ residentId }) => residentId,
};

/** All freezes of residents' wallets, the latest first. */
export const freezesOfResident: KeysetList<WalletFreezeRow> = {
  read: (db, communityId, residentIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", kept.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${FREEZE} from wallet_freeze
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
 * The resident whose wallet an officer or a cadre of the community freezes or gives free, locked,
 * with the freeze that is in force. Nobody does so with their own wallet: `OWN_WALLET`.
 */
export async function lockFreeze(
  work: UnitOfWork,
  residentId: string,
): Promise<{ resident: ResidentRow; inForce: WalletFreezeRow | null; personId: string }> {
  const path = ['residentId'];
  const resident = await needResident(work, residentId, path);
  const at = await needPlace(work, resident.communityId, path);
  authorise(work.actor, isRegistrar(work.actor, at));
  const personId = personOf(work.actor);
  if (resident.personId === personId || isResident(work.actor, resident))
    throw new Refusal('OWN_WALLET', {}, path);
  const db = await work.begin();
  await lockResident(work, resident, path);
  const [inForce] = await freezeInForce.read(db, resident.communityId, [resident.id]);
  return { resident, inForce: inForce ?? null, personId };
}
