import { date, money } from '../in-words';
import { link, says } from '../letter';
import { EXAMPLE, SITE, template } from './frame';
import { MANAGE, type AboutAPledge } from './pledge-started';

/**
 * The month's gift is due, and is paid in a way that takes nothing by itself (Alipay, WeChat Pay):
 * the giver pays it anew each month, or does not.
 */
export interface PledgeReminder extends AboutAPledge {
  /** `2026-11`. */
  readonly month: string;
  /** A fresh checkout. */
  readonly payLink: string;
}

export const pledgeReminder = template<PledgeReminder>(
  { ...EXAMPLE, month: '2026-11', payLink: `${SITE}/pay/91aa`, manageLink: MANAGE },
  ({ amount, purpose, month, payLink, manageLink }) => ({
    subject: `${date('zh', month)}的每月捐赠：${purpose}`,
    parts: [
      says(`又到了您每月捐赠的日子：为“${purpose}”捐赠 ${money('zh', amount)}。`),
      says('支付宝和微信支付不会自动扣款，需要您每月确认一次。'),
      ...link('去付款', payLink),
      says('如果这个月不方便，不必理会这封信，不会扣款。'),
      ...link('暂停或取消', manageLink),
    ],
  }),
  ({ amount, purpose, month, payLink, manageLink }) => ({
    subject: `Your gift for ${date('en', month)}: ${purpose}`,
    parts: [
      says(`It is time for your monthly gift of ${money('en', amount)} for “${purpose}”.`),
      says('Alipay and WeChat Pay take nothing by themselves, so we ask you once a month.'),
      ...link('Give now', payLink),
      says('If this month does not suit you, leave this letter be: nothing will be charged.'),
      ...link('Pause or cancel', manageLink),
    ],
  }),
);
