import { date, money } from '../in-words';
import { link, says } from '../letter';
import { EXAMPLE, SITE, template } from './frame';
import { MANAGE, type AboutAPledge } from './pledge-started';

/** A month's gift could not be collected. */
export interface PledgePaymentFailed extends AboutAPledge {
  /** `2026-11`. */
  readonly month: string;
  /** Where the giver pays this month's gift, or names another way of paying. */
  readonly payLink: string;
  /** The day on which it is tried again by itself; null when it is not. */
  readonly nextTryOn: string | null;
}

export const pledgePaymentFailed = template<PledgePaymentFailed>(
  {
    ...EXAMPLE,
    month: '2026-11',
    payLink: `${SITE}/pay/91aa`,
    nextTryOn: '2026-11-08',
    manageLink: MANAGE,
  },
  ({ amount, purpose, month, payLink, nextTryOn, manageLink }) => ({
    subject: `${date('zh', month)}的捐赠没有扣款成功：${purpose}`,
    parts: [
      says(
        `您${date('zh', month)}为“${purpose}”捐赠 ${money('zh', amount)}的付款没有成功，可能是卡已过期或余额不足。`,
      ),
      says(nextTryOn ? `${date('zh', nextTryOn)}会自动再试一次。` : '我们不会再自动扣这一笔。'),
      ...link('换一种付款方式', payLink),
      ...link('暂停或取消', manageLink),
    ],
  }),
  ({ amount, purpose, month, payLink, nextTryOn, manageLink }) => ({
    subject: `Your gift for ${date('en', month)} could not be collected: ${purpose}`,
    parts: [
      says(
        `Your gift of ${money('en', amount)} for “${purpose}” could not be collected. Perhaps a card has expired or has too little on it.`,
      ),
      says(
        nextTryOn
          ? `It will be tried again on ${date('en', nextTryOn)}.`
          : 'It will not be tried again by itself.',
      ),
      ...link('Pay in another way', payLink),
      ...link('Pause or cancel', manageLink),
    ],
  }),
);
