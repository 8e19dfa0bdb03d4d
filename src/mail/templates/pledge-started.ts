import { date, money } from '../in-words';
import { facts, link, says } from '../letter';
import { EXAMPLE, SITE, template, type AboutAGift } from './frame';

/** What every letter about a monthly gift knows besides. */
export interface AboutAPledge extends AboutAGift {
  /** Where the giver pauses or cancels. */
  readonly manageLink: string;
}

export const MANAGE = `${SITE}/pledges/7b21`;

/** Somebody has begun to give every month. */
export interface PledgeStarted extends AboutAPledge {
  /** The day of the next gift. */
  readonly nextOn: string;
}

export const pledgeStarted = template<PledgeStarted>(
  { ...EXAMPLE, nextOn: '2026-12-05', manageLink: MANAGE },
  ({ amount, purpose, nextOn, manageLink }) => ({
    subject: `谢谢您的每月捐赠：${purpose}`,
    parts: [
      says(`您的每月捐赠开始了：每月 ${money('zh', amount)}，用于“${purpose}”。谢谢您。`),
      facts(['下一次', date('zh', nextOn)]),
      says('您随时可以暂停或取消，不需要说明理由。'),
      ...link('暂停或取消', manageLink),
    ],
  }),
  ({ amount, purpose, nextOn, manageLink }) => ({
    subject: `Thank you for your monthly gift: ${purpose}`,
    parts: [
      says(`Your monthly gift of ${money('en', amount)} for “${purpose}” has begun. Thank you.`),
      facts(['Next gift', date('en', nextOn)]),
      says('You can pause or cancel at any time, and need give no reason.'),
      ...link('Pause or cancel', manageLink),
    ],
  }),
);
