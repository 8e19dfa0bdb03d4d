import { amount, toDecimal } from '../kernel/amount';
import { monthOf } from '../kernel/calendar';
import { currency } from '../kernel/currency';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { writeMail } from '../mail/write-mail';
import { processorOf } from '../payments/processor';
import type { DonationRow } from './donation.entity';
import { donationById } from './donation.reader';
import { manageLink, payLink } from './links';
import type { PledgeRow } from './pledge.entity';
import { firstDonationOf } from './pledge.reader';
import { purposeOf } from './purpose';

/** What every letter about a monthly gift says, and to whom; null where nobody left an address. */
async function letterAbout(work: UnitOfWork, pledge: PledgeRow) {
  const { communityId, currency: code } = pledge;
  const firstId = await firstDonationOf(work.db, pledge);
  const [first] = await donationById.read(work.db, communityId, [firstId]);
  if (!first?.email) return null;
  const { foundation, title, timeZone } = await purposeOf(work.db, first);
  const minor = BigInt(pledge.amountMinor);
  return {
    to: { to: first.email, locale: first.locale },
    month: monthOf(work.now, timeZone),
    facts: {
      ...{ giver: first.giverName, foundation, purpose: title, isDemo: first.provider === 'local' },
      amount: { amount: toDecimal(amount(currency(code), minor)), currency: code },
    },
  };
}

/** A month's gift is due, by a way that the giver has to go each time. */
export async function remindGiver(work: UnitOfWork, pledge: PledgeRow, donation: DonationRow) {
  const letter = await letterAbout(work, pledge);
  if (!letter) return;
  const links = { payLink: payLink(work, donation), manageLink: manageLink(work, pledge) };
  await writeMail(work, pledge.communityId, {
    ...{ key: `reminder/${donation.id}`, ...letter.to, template: 'pledgeReminder' },
    facts: { ...letter.facts, month: letter.month, ...links },
  });
}

/** A month's gift could not be taken; the processor tries again by itself. */
export async function tellPledgeUnpaid(work: UnitOfWork, pledge: PledgeRow): Promise<void> {
  const letter = await letterAbout(work, pledge);
  if (!letter) return;
  const link = manageLink(work, pledge);
  await writeMail(work, pledge.communityId, {
    ...{
      key: `unpaid/${pledge.id}/${letter.month}`,
      ...letter.to,
      template: 'pledgePaymentFailed',
    },
    facts: {
      ...letter.facts,
      ...{ month: letter.month, payLink: link, manageLink: link, nextTryOn: null },
    },
  });
}

/** A monthly gift has ended: it was asked for, or could not be taken for too long. */
export async function tellPledgeEnded(
  work: UnitOfWork,
  pledge: PledgeRow,
  because: 'asked' | 'unpaid' | 'closed',
): Promise<void> {
  const letter = await letterAbout(work, pledge);
  if (!letter) return;
  await writeMail(work, pledge.communityId, {
    ...{ key: `ended/${pledge.id}`, ...letter.to, template: 'pledgeCancelled' },
    facts: { ...letter.facts, because, againLink: processorOf(work.source).publicUrl },
  });
}
