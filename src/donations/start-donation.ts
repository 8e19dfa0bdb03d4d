import { readName, readText } from '../kernel/text';
import { amount, toDecimal, type Amount } from '../kernel/amount';
import { dayOf } from '../kernel/calendar';
import { currency, readMoney, type Currency, type MoneyInput } from '../kernel/currency';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { request, sameRequest, type Request } from '../kernel/request';
import { inUnitOfWork, type UnitOfWork } from '../kernel/unit-of-work';
import { processorOf, type Processor } from '../payments/processor';
import { needPlace } from '../society/place.reader';
import { DonationRow } from './donation.entity';
import { donationByKey } from './donation.reader';
import { newFollowToken } from './follow-token';
import { LARGEST_GIFT, LEAST_GIFT } from './gift-currencies';
import { communityOfTarget, needTarget, type Target, type TargetInput } from './gift-target';
import { openCheckout, type PayWith, type Started } from './open-checkout';
import { PledgeRow } from './pledge.entity';

export interface StartDonation {
  readonly idempotencyKey: string;
  /** One of the three. */
  readonly to: TargetInput;
  readonly amount: MoneyInput;
  readonly schedule: 'once' | 'monthly';
  /** How the giver means to pay; null leaves the choice to the processor's page. */
  readonly payWith?: PayWith | null;
  readonly giverKind?: DonationRow['giverKind'] | null;
  /** The giver's name, for the acknowledgement. */
  readonly name?: string | null;
  /** An organisation's. */
  readonly taxId?: string | null;
  /** The name to show in public; none: the gift is anonymous there. */
  readonly publicName?: string | null;
  readonly message?: string | null;
  readonly email?: string | null;
  readonly locale: DonationRow['locale'];
}

/** Nothing is left to pay. */
const DONE: readonly DonationRow['state'][] = ['paid', 'processing', 'cancelled'];

/**
 * Begins a gift to a pool, a campaign or a grant's project: anyone may, without an account (C8). It
 * is written down first and then brought to the processor's checkout, so that nothing that is paid
 * there is unknown here; asking again with the same key leads to the same gift.
 *
 * Refuses: `PAYMENTS_UNAVAILABLE`, `TARGET_UNCLEAR`, `ID_UNKNOWN`, `POOL_CLOSED`,
 * `CAMPAIGN_UPCOMING`, `CAMPAIGN_ENDED`, `GRANT_ENDED`, `CURRENCY_NOT_TAKEN`, `GIFT_TOO_SMALL`,
 * `EMAIL_MISSING`, `EMAIL_UNREADABLE`, `TAX_ID_MISPLACED`, `TEXT_LENGTH`, the refusals of amounts
 * and of `openCheckout`, `KEY_UNUSABLE`, `KEY_REUSED`.
 */
export async function startDonation(work: UnitOfWork, input: StartDonation): Promise<Started> {
  const processor = processorOf(work.source);
  const asked = request('startDonation', input);
  const communityId = communityOfTarget(input.to);
  const known = communityId ? await donationByKey(work.db, communityId, asked.key) : null;
  if (known) return await goOn(work, known, asked, input.payWith ?? null);
  const target = await needTarget(work, input.to, ['to']);
  const given = readGift(processor, input.amount, target);
  const row = readDonation(work, processor, input, { target, given, asked });
  // Committed before the processor hears of it: what is paid there is always known here.
  const donation = await inUnitOfWork(
    work.source,
    work.actor,
    (own) => write(own, row, input.schedule, input.payWith ?? null),
    work.now,
  );
  return await openCheckout(work, donation, input.payWith ?? null);
}

/** Asked again, it is the same gift; where it takes no money any more, it has no page. */
async function goOn(
  work: UnitOfWork,
  donation: DonationRow,
  asked: Request,
  payWith: PayWith | null,
): Promise<Started> {
  sameRequest(donation.fingerprint, asked);
  if (DONE.includes(donation.state)) return { donation, checkoutUrl: null };
  try {
    return await openCheckout(work, donation, payWith);
  } catch (error) {
    const closed = error instanceof Refusal && error.code === 'POOL_CLOSED';
    if (!closed) throw error;
    return { donation, checkoutUrl: null };
  }
}

function readGift(processor: Processor, given: MoneyInput, target: Target): Amount {
  const path = ['amount'];
  const read = readMoney(given, currency(target.currency), path);
  if (!processor.currencies.includes(target.currency))
    throw new Refusal('CURRENCY_NOT_TAKEN', { currency: target.currency }, [...path, 'currency']);
  const least = LEAST_GIFT[target.currency];
  if (read.minor < least)
    throw new Refusal('GIFT_TOO_SMALL', tooSmall(target.currency), [...path, 'amount']);
  if (read.minor > LARGEST_GIFT) throw new Refusal('AMOUNT_TOO_LARGE', {}, [...path, 'amount']);
  return read;
}

const tooSmall = (code: Currency) => ({
  least: toDecimal(amount(currency(code), LEAST_GIFT[code])),
  currency: code,
});

interface Read {
  readonly target: Target;
  readonly given: Amount;
  readonly asked: Request;
}

function readDonation(
  work: UnitOfWork,
  { provider }: Processor,
  input: StartDonation,
  { target, given, asked }: Read,
): DonationRow {
  const { communityId, foundationId, poolId, campaignId, grantId } = target;
  const { schedule, locale } = input;
  const email = readEmail(input.email ?? null);
  if (schedule === 'monthly' && !email) throw new Refusal('EMAIL_MISSING', {}, ['email']);
  const giverKind = input.giverKind ?? 'person';
  const taxId = input.taxId ? readText(input.taxId, 40, ['taxId']) : null;
  if (taxId && giverKind === 'person') throw new Refusal('TAX_ID_MISPLACED', {}, ['taxId']);
  return {
    ...{ communityId, id: newId(), foundationId, poolId, campaignId, grantId, pledgeId: null },
    ...{ currency: given.asset.code as Currency, amountMinor: given.minor.toString() },
    ...{ state: 'created', giverKind, taxId, email, locale, provider },
    giverName: input.name ? readName(input.name, ['name']) : null,
    publicName: input.publicName ? readName(input.publicName, ['publicName']) : null,
    message: input.message ? readText(input.message, 500, ['message']) : null,
    token: newFollowToken(communityId),
    ...{ key: asked.key, fingerprint: asked.fingerprint, startedAt: work.now, paidAt: null },
    ...{ refundedMinor: '0', disputedMinor: '0' },
  };
}

/** As far as a form can tell; whether letters arrive is seen by sending one. */
function readEmail(given: string | null): string | null {
  const email = given?.trim() ?? '';
  if (email === '') return null;
  if (
    email.length > 254 ||
    !/^[^\s@<>()",;:\\]+@[^\s@<>()",;:\\]+\.[^\s@.<>()",;:\\]+$/.test(email)
  )
    throw new Refusal('EMAIL_UNREADABLE', {}, ['email']);
  return email;
}

async function write(
  work: UnitOfWork,
  row: DonationRow,
  schedule: StartDonation['schedule'],
  payWith: PayWith | null,
): Promise<DonationRow> {
  const db = await work.begin();
  const known = await donationByKey(db, row.communityId, row.key);
  if (known) {
    sameRequest(known.fingerprint, row);
    return known;
  }
  const pledgeId = schedule === 'monthly' ? await pledge(work, row, payWith) : null;
  await db.insert(DonationRow, { ...row, pledgeId });
  return { ...row, pledgeId };
}

/** Alipay and WeChat Pay cannot take money by themselves every month: their givers are reminded. */
async function pledge(
  work: UnitOfWork,
  { communityId, foundationId, currency: code, amountMinor }: DonationRow,
  payWith: PayWith | null,
): Promise<string> {
  const { timeZone } = await needPlace(work, communityId, ['to']);
  const id = newId();
  await work.db.insert(PledgeRow, {
    ...{ communityId, id, foundationId, currency: code, amountMinor, state: 'starting' },
    way: payWith === null || payWith === 'card' ? 'card' : 'reminder',
    ...{ subscriptionId: null, startedAt: work.now, nextLookOn: null, cancelledAt: null },
    anchorDay: Number(dayOf(work.now, timeZone).slice(8)),
    token: newFollowToken(communityId),
  });
  return id;
}
