import type Stripe from 'stripe';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { AttemptRow } from './attempt.entity';
import type { DonationRow } from './donation.entity';
import { followLink } from './links';
import { pledgeOfDonation } from './pledge.reader';
import { purposeOf } from './purpose';

type Asked = Stripe.Checkout.SessionCreateParams;

/**
 * What is asked of the processor for one attempt: the page in the giver's language, with our names
 * on every object that comes of it, so that any of them leads back to the gift. The currency is the
 * pool's and stays so. It is written down with the attempt, as the same attempt has to ask the
 * same whatever is renamed meanwhile: its key would be refused otherwise.
 */
export async function checkoutFor(
  work: UnitOfWork,
  donation: DonationRow,
  attempt: Pick<AttemptRow, 'id' | 'expiresAt' | 'payWith'>,
): Promise<Asked> {
  const { title, foundation } = await purposeOf(work.db, donation);
  const pledge = await pledgeOfDonation(work.db, donation);
  const monthly = pledge?.way === 'card';
  const metadata = {
    community: donation.communityId,
    donation: donation.id,
    attempt: attempt.id,
    ...(pledge ? { pledge: pledge.id } : {}),
  };
  const back = followLink(work, donation);
  const asked: Asked = {
    mode: monthly ? 'subscription' : 'payment',
    line_items: [{ quantity: 1, price_data: priceOf(donation, title, foundation, monthly) }],
    success_url: `${back}/return?session={CHECKOUT_SESSION_ID}`,
    cancel_url: back,
    client_reference_id: donation.id,
    locale: donation.locale,
    expires_at: Math.floor(attempt.expiresAt.getTime() / 1000),
    adaptive_pricing: { enabled: false },
    metadata,
    ...(donation.email ? { customer_email: donation.email } : {}),
    ...(attempt.payWith ? { allowed_payment_method_types: [attempt.payWith] } : {}),
  };
  return monthly
    ? { ...asked, subscription_data: { metadata } }
    : { ...asked, submit_type: 'donate', payment_intent_data: { metadata } };
}

function priceOf(
  { currency, amountMinor }: DonationRow,
  title: string,
  foundation: string,
  monthly: boolean,
): Stripe.Checkout.SessionCreateParams.LineItem.PriceData {
  return {
    currency: currency.toLowerCase(),
    unit_amount: Number(amountMinor),
    product_data: { name: title, description: foundation },
    ...(monthly ? { recurring: { interval: 'month' } } : {}),
  };
}
