import { newId } from '../kernel/id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { holdStore } from './pool-of-store';
import { PremisesAgreementRow } from './premises-agreement.entity';
import type { StoreRow } from './store.entity';

/** What two parties agree on. */
export type Agreed = Pick<
  PremisesAgreementRow,
  | 'premisesOwnerId'
  | 'address'
  | 'validFrom'
  | 'validUntil'
  | 'rentMinor'
  | 'currency'
  | 'terms'
  | 'renewsId'
>;

/**
 * Adds an agreement about a store's premises, holding the store's row: two that overlap cannot both
 * see the other missing. Refuses: `PREMISES_OVERLAP`.
 */
export async function addPremisesAgreement(
  work: UnitOfWork,
  store: StoreRow,
  agreed: Agreed,
  path: readonly string[],
): Promise<PremisesAgreementRow> {
  const { communityId, id: storeId, operatorId } = store;
  await holdStore(work, store);
  const [other] = await read<{ from: string; until: string }>(
    work.db,
    `select valid_from as from, coalesce(ended_on, valid_until) as until from premises_agreement
     where community_id = $1 and store_id = $2
       and daterange(valid_from, coalesce(ended_on, valid_until)) && daterange($3, $4)
     order by valid_from limit 1`,
    [communityId, storeId, agreed.validFrom, agreed.validUntil],
  );
  if (other) throw new Refusal('PREMISES_OVERLAP', { ...other }, path);
  const agreement: PremisesAgreementRow = {
    ...{ communityId, id: newId(), storeId, operatorId, ...agreed },
    ...{ recordedBy: work.actor.personId, recordedAt: work.now },
    ...{ endedOn: null, endReason: null, endedBy: null, endedAt: null },
  };
  await work.db.insert(PremisesAgreementRow, agreement);
  return agreement;
}
