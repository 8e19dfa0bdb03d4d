import { amount, toDecimal } from '../kernel/amount';
import { dayOf, type Day } from '../kernel/calendar';
import { currency, type Currency, type MoneyInput } from '../kernel/currency';
import { newId } from '../kernel/id';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { AcknowledgementFacts } from '../papers/acknowledgement';
import { AcknowledgementRow } from './acknowledgement.entity';
import type { DonationRow } from './donation.entity';
import type { GiftPaymentRow } from './gift-payment.entity';
import { goneBackOf } from './gift-payment.reader';
import { purposeOf } from './purpose';

/** An acknowledgement as letters name it. */
export interface Numbered {
  readonly id: string;
  /** `2026-000123`, without gaps within a foundation's year and set of books. */
  readonly number: string;
}

/**
 * Issues the acknowledgement of a gift, in the unit of work that posts it: the number is given
 * under a lock that the commit lets go, so that none is lost and none is doubled.
 */
export async function acknowledge(
  work: UnitOfWork,
  donation: DonationRow,
  payment: GiftPaymentRow,
): Promise<Numbered> {
  const minor = BigInt(payment.minor);
  const about = await aboutOf(work, donation, payment);
  return await issue(work, donation, payment.id, null, about.issuedOn, (number) => ({
    ...about,
    ...{ kind: 'gift', number, amount: money(payment.currency, minor) },
  }));
}

/**
 * Issues the correction of an acknowledgement: so much went back (or, below zero, came back after
 * all). The acknowledgement itself is never changed.
 */
export async function correct(
  work: UnitOfWork,
  donation: DonationRow,
  payment: GiftPaymentRow,
  causeId: string,
  reason: string,
  minor: bigint,
): Promise<Numbered | null> {
  const corrected = await lastOf(work, donation);
  if (!corrected) return null;
  const { refunded, lost } = await goneBackOf(work.db, donation, ['gift']);
  const about = await aboutOf(work, donation, payment);
  const remaining = BigInt(payment.minor) - refunded - lost;
  return await issue(work, donation, causeId, corrected.id, about.issuedOn, (number) => ({
    ...about,
    ...{ kind: 'correction', number, corrects: corrected.number, reason },
    ...{
      amount: money(payment.currency, minor > 0n ? minor : 0n),
      remaining: money(payment.currency, remaining > 0n ? remaining : 0n),
    },
  }));
}

type About = Omit<Extract<AcknowledgementFacts, { kind: 'gift' }>, 'kind' | 'number' | 'amount'>;

async function aboutOf(
  work: UnitOfWork,
  donation: DonationRow,
  payment: GiftPaymentRow,
): Promise<About> {
  const { foundation, title, timeZone } = await purposeOf(work.db, donation);
  const { locale, giverName: giver, taxId, provider } = donation;
  return {
    ...{ locale, foundation, giver, taxId, provider, purpose: title, method: payment.method },
    receivedOn: dayOf(payment.paidAt, timeZone),
    issuedOn: dayOf(work.now, timeZone),
    receipt: null,
  };
}

const money = (code: Currency, minor: bigint): MoneyInput => ({
  amount: toDecimal(amount(currency(code), minor)),
  currency: code,
});

async function issue(
  work: UnitOfWork,
  { communityId, foundationId, id: donationId }: DonationRow,
  causeId: string,
  correctsId: string | null,
  issuedOn: Day,
  factsFor: (number: string) => AcknowledgementFacts,
): Promise<Numbered> {
  const year = Number(issuedOn.slice(0, 4));
  const number = await nextNumber(work, communityId, foundationId, year);
  const shown = shownNumber(year, number);
  const id = newId();
  await work.db.insert(AcknowledgementRow, {
    ...{ communityId, id, foundationId, year, number, donationId, causeId, correctsId },
    ...{ facts: factsFor(shown), issuedAt: work.now },
  });
  return { id, number: shown };
}

export function shownNumber(year: number, number: number): string {
  return `${year}-${String(number).padStart(6, '0')}`;
}

async function nextNumber(
  work: UnitOfWork,
  communityId: string,
  foundationId: string,
  year: number,
): Promise<number> {
  const rows = await read<{ number: number }>(
    work.db,
    `insert into acknowledgement_series (community_id, foundation_id, year, last_number)
     values ($1, $2, $3, 1)
     on conflict (community_id, foundation_id, year)
       do update set last_number = acknowledgement_series.last_number + 1
     returning last_number number`,
    [communityId, foundationId, year],
  );
  return rows[0]?.number ?? 0;
}

/** The acknowledgement that stands last for a donation: the one to correct. */
async function lastOf(
  work: UnitOfWork,
  { communityId, id }: DonationRow,
): Promise<Numbered | null> {
  const rows = await read<{ id: string; year: number; number: number }>(
    work.db,
    `select id, year, number from acknowledgement
     where community_id = $1 and donation_id = $2 order by id desc limit 1`,
    [communityId, id],
  );
  const [last] = rows;
  return last ? { id: last.id, number: shownNumber(last.year, last.number) } : null;
}
