import { amount, toDecimal } from '../kernel/amount';
import { dayOf, monthOf } from '../kernel/calendar';
import { currency } from '../kernel/currency';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { writeMail } from '../mail/write-mail';
import type { Numbered } from './acknowledge';
import type { DonationRow } from './donation.entity';
import type { GiftRefundRow } from './gift-refund.entity';
import { followLink, manageLink, paperLink, payLink } from './links';
import { nextDay } from './month-after';
import { pledgeOfDonation } from './pledge.reader';
import { purposeOf } from './purpose';

async function about(work: UnitOfWork, donation: DonationRow, minor: bigint) {
  const { foundation, title: purpose, timeZone } = await purposeOf(work.db, donation);
  const { currency: code, giverName: giver, provider } = donation;
  const money = { amount: toDecimal(amount(currency(code), minor)), currency: code };
  const isDemo = provider === 'local';
  return { timeZone, facts: { giver, foundation, purpose, amount: money, isDemo } };
}

/**
 * Writes to whoever left an address that the gift has arrived; the first of a monthly gift also
 * tells how to end it, the later ones which month it is.
 */
export async function thankGiver(
  work: UnitOfWork,
  donation: DonationRow,
  acknowledged: Numbered,
): Promise<void> {
  const { communityId, id, email: to, locale } = donation;
  if (!to) return;
  const { facts, timeZone } = await about(work, donation, BigInt(donation.amountMinor));
  const received = {
    ...facts,
    followLink: followLink(work, donation),
    acknowledgement: {
      number: acknowledged.number,
      link: paperLink(work, donation, acknowledged),
    },
  };
  const pledge = await pledgeOfDonation(work.db, donation);
  if (pledge && !pledge.isFirst) {
    const month = monthOf(work.now, timeZone);
    const cycle = { ...received, month, manageLink: manageLink(work, pledge) };
    const letter = { key: `received/${id}`, to, locale, template: 'pledgeCycle' } as const;
    return await writeMail(work, communityId, { ...letter, facts: cycle });
  }
  const letter = { key: `received/${id}`, to, locale, template: 'donationReceived' } as const;
  await writeMail(work, communityId, { ...letter, facts: received });
  if (!pledge) return;
  const nextOn = nextDay(dayOf(work.now, timeZone), pledge.anchorDay);
  const started = { ...facts, nextOn, manageLink: manageLink(work, pledge) };
  const first = { key: `pledge/${pledge.id}`, to, locale, template: 'pledgeStarted' } as const;
  await writeMail(work, communityId, { ...first, facts: started });
}

export async function tellFailure(work: UnitOfWork, donation: DonationRow): Promise<void> {
  const { communityId, id, email: to, locale } = donation;
  if (!to) return;
  const { facts } = await about(work, donation, BigInt(donation.amountMinor));
  await writeMail(work, communityId, {
    ...{ key: `failed/${id}`, to, locale, template: 'donationFailed' },
    facts: { ...facts, againLink: payLink(work, donation) },
  });
}

export async function tellRefund(
  work: UnitOfWork,
  donation: DonationRow,
  { id, reason }: GiftRefundRow,
  minor: bigint,
  corrected: Numbered | null,
): Promise<void> {
  const { communityId, email: to, locale } = donation;
  if (!to) return;
  const { facts } = await about(work, donation, minor);
  const correction = corrected && {
    number: corrected.number,
    link: paperLink(work, donation, corrected),
  };
  await writeMail(work, communityId, {
    ...{ key: `refund/${id}`, to, locale, template: 'refundMade' },
    facts: { ...facts, reason, correction },
  });
}
