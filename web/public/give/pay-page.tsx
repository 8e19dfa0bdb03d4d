import { GiftFollow, GiftPay } from '../../generated/operations';
import { money } from '../../kit/figures';
import { page, type Refused, type Visit } from '../page';
import { drawnGift, isPayable, titleOf } from './gift-page';
import { DemoNotice, RefusedAct } from './notices';
import { PayForm } from './pay-form';
import type { Gift } from './way';

/**
 * `/gifts/<token>/pay`: where letters lead to who have still to pay. What needs no payment any more
 * shows the gift itself.
 */
export const payPage = page({
  path: '/gifts/:token/pay',
  isPrivate: true,
  asks: GiftFollow,
  variables: ({ params }) => ({ followToken: params.token ?? '' }),
  draw: ({ donation }, visit, refused) => {
    if (!donation) return null;
    return isPayable(donation) ? drawnPay(donation, visit, refused) : drawnGift(donation, visit);
  },
  sent: {
    asks: GiftPay,
    input: (_form, { params }) => ({ followToken: params.token ?? '' }),
    leads: ({ payDonation: { checkoutUrl, userErrors } }, { params }) => {
      const home = `/gifts/${params.token}`;
      // What was paid meanwhile is no refusal to a giver.
      const isDone = userErrors.some(({ code }) => code.startsWith('GIFT_'));
      if (userErrors.length > 0 && !isDone) return { refused: userErrors };
      return { to: checkoutUrl ?? home };
    },
  },
});

function drawnPay(gift: Gift, visit: Visit, refused: Refused | undefined) {
  const { t, language } = visit;
  const { amount, followToken, foundation, isDemo } = gift;
  const given = money(amount, language);
  return {
    title: `${t('give.go')} · ${titleOf(gift)}`,
    leadsTo: ['http:', 'https:'],
    body: (
      <div className="gift">
        <DemoNotice isDemo={isDemo} t={t} />
        <p className="give-from">{foundation.name}</p>
        <h1>{titleOf(gift)}</h1>
        <RefusedAct title={t('gift.pay.refused')} refused={refused} />
        <section className="gift-card">
          <p className="gift-amount">{given}</p>
          <p className="give-soft">{t('gift.pay.note', { given })}</p>
          {followToken && <PayForm token={followToken} visit={visit} />}
        </section>
        <p>
          <a href={`/gifts/${followToken}`}>{t('gift.back')}</a>
        </p>
      </div>
    ),
  };
}
