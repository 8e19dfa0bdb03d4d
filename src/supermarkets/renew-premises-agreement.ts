import { authorise } from '../kernel/actor';
import { readDay, type Day } from '../kernel/calendar';
import type { MoneyInput } from '../kernel/currency';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { isOfficer } from '../society/society.policy';
import { addPremisesAgreement } from './add-premises-agreement';
import { holdStore } from './pool-of-store';
import type { PremisesAgreementRow } from './premises-agreement.entity';
import { AGREEMENT_PATH, needPremisesAgreement } from './premises-agreement.reader';
import { readRent } from './record-premises-agreement';
import { storeOf } from './store.reader';

export interface RenewPremisesAgreement {
  readonly agreementId: string;
  /** The first day on which the new one no longer holds. */
  readonly until: Day;
  /** Left out: no rent. */
  readonly monthlyRent?: MoneyInput | null;
  /** Left out: the same. */
  readonly terms?: string | null;
}

/**
 * Lets an agreement about a store's premises go on, by a new one that begins where it ends (A1;
 * officers of the place). Refuses: `ID_UNKNOWN`, `DAY_UNREADABLE`, `PERIOD_EMPTY`, `TEXT_LENGTH`,
 * `PREMISES_ENDED` (early), `PREMISES_RENEWED`, `PREMISES_OVERLAP`, and what readMoney refuses.
 */
export async function renewPremisesAgreement(
  work: UnitOfWork,
  input: RenewPremisesAgreement,
): Promise<PremisesAgreementRow> {
  const named = await needPremisesAgreement(work, input.agreementId);
  const place = await needPlace(work, named.communityId, AGREEMENT_PATH);
  authorise(work.actor, isOfficer(work.actor, place));
  const until = readDay(input.until, ['until']);
  if (until <= named.validUntil) throw new Refusal('PERIOD_EMPTY', {}, ['until']);
  const { premisesOwnerId, address, currency } = named;
  const agreed = {
    ...{ premisesOwnerId, address, currency, validFrom: named.validUntil, validUntil: until },
    rentMinor: readRent(input.monthlyRent ?? null, currency),
    terms: typeof input.terms !== 'string' ? named.terms : readReason(input.terms, ['terms']),
    renewsId: named.id,
  };
  const store = await storeOf(work, named);
  await holdStore(work, store);
  await refuseOver(work, input.agreementId);
  return await addPremisesAgreement(work, store, agreed, ['until']);
}

/** One that was ended early does not go on, and one that goes on already does so once. */
async function refuseOver(work: UnitOfWork, globalId: string): Promise<void> {
  const { communityId, id, endedOn } = await needPremisesAgreement(work, globalId);
  if (endedOn !== null) throw new Refusal('PREMISES_ENDED', {}, AGREEMENT_PATH);
  const renewals = await read(
    work.db,
    'select id from premises_agreement where community_id = $1 and renews_id = $2',
    [communityId, id],
  );
  if (renewals.length > 0) throw new Refusal('PREMISES_RENEWED', {}, AGREEMENT_PATH);
}
