import { money } from '../in-words';
import { link, says } from '../letter';
import { EXAMPLE, SITE, template, type AboutAGift } from './frame';

/** A monthly gift has ended. */
export interface PledgeCancelled extends AboutAGift {
  /**
   * `asked`: the giver ended it; `unpaid`: it could not be collected for too long; `closed`: what
   * it was for takes no gifts any more.
   */
  readonly because: 'asked' | 'unpaid' | 'closed';
  /** Where the giver may begin again. */
  readonly againLink: string;
}

const BECAUSE = {
  zh: {
    asked: '按照您的要求，',
    unpaid: '由于多次扣款没有成功，',
    closed: '由于这个资金池已经关闭，',
  },
  en: {
    asked: 'as you asked',
    unpaid: 'because it could not be collected several times',
    closed: 'because what it was for takes no gifts any more',
  },
} as const;

export const pledgeCancelled = template<PledgeCancelled>(
  { ...EXAMPLE, because: 'asked', againLink: `${SITE}/give/canteen` },
  ({ amount, purpose, because, againLink }) => ({
    subject: `每月捐赠已停止：${purpose}`,
    parts: [
      says(`${BECAUSE.zh[because]}您为“${purpose}”每月捐赠 ${money('zh', amount)}的约定已经停止。`),
      says('今后不会再扣款。谢谢您给过的支持。'),
      ...link('随时可以重新开始', againLink),
    ],
  }),
  ({ amount, purpose, because, againLink }) => ({
    subject: `Your monthly gift has ended: ${purpose}`,
    parts: [
      says(
        `Your monthly gift of ${money('en', amount)} for “${purpose}” has ended, ${BECAUSE.en[because]}.`,
      ),
      says('Nothing more will be charged. Thank you for what you have given.'),
      ...link('Begin again whenever you like', againLink),
    ],
  }),
);
