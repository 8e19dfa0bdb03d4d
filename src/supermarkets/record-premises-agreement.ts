import { authorise } from '../kernel/actor';
import { readPeriod, type Period } from '../kernel/calendar';
import { currency, readMoney, type MoneyInput } from '../kernel/currency';
import { readReason, readText } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needOrganisation } from '../society/organisation.reader';
import { needPlace } from '../society/place.reader';
import { isOfficer } from '../society/society.policy';
import { addPremisesAgreement } from './add-premises-agreement';
import { poolOfStore } from './pool-of-store';
import type { PremisesAgreementRow } from './premises-agreement.entity';
import { needStore } from './store.reader';

export interface RecordPremisesAgreement {
  readonly storeId: string;
  /** Who lends them; left out: who lent them when the store was opened. */
  readonly ownerId?: string | null;
  readonly address: string;
  /** It may have begun before it is written down here. */
  readonly period: Period;
  /** Left out: no rent. */
  readonly monthlyRent?: MoneyInput | null;
  readonly terms: string;
}

/** An address is a line or two. */
export const LONGEST_ADDRESS = 200;

/**
 * Writes down who lends a store its premises, from when until when and on what terms (A1; officers
 * of the place). The rent is told and not booked. Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`,
 * `DAY_UNREADABLE`, `PERIOD_EMPTY`, `PREMISES_OVERLAP`, and what readMoney refuses.
 */
export async function recordPremisesAgreement(
  work: UnitOfWork,
  input: RecordPremisesAgreement,
): Promise<PremisesAgreementRow> {
  const store = await needStore(work, input.storeId, ['storeId']);
  const place = await needPlace(work, store.communityId, ['storeId']);
  authorise(work.actor, isOfficer(work.actor, place));
  const owner = input.ownerId ? await needOrganisation(work, input.ownerId, ['ownerId']) : null;
  const { from: validFrom, until: validUntil } = readPeriod(input.period, ['period']);
  const { currency: code } = await poolOfStore(work, store);
  const agreed = {
    ...{
      premisesOwnerId: owner?.id ?? store.premisesOwnerId,
      validFrom,
      validUntil,
      currency: code,
    },
    address: readText(input.address, LONGEST_ADDRESS, ['address']),
    rentMinor: readRent(input.monthlyRent ?? null, code),
    ...{ terms: readReason(input.terms, ['terms']), renewsId: null },
  };
  return await addPremisesAgreement(work, store, agreed, ['period']);
}

/** Minor units for a month; nothing given, nothing paid. */
export function readRent(
  rent: MoneyInput | null,
  code: PremisesAgreementRow['currency'],
): PremisesAgreementRow['rentMinor'] {
  return rent === null ? '0' : readMoney(rent, currency(code), ['monthlyRent']).minor.toString();
}
