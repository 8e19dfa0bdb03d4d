import { money } from '../in-words';
import { link, says } from '../letter';
import { EXAMPLE, SITE, template, type AboutAGift } from './frame';

/** A monthly gift has ended. */
export interface PledgeCancelled extends AboutAGift {
  /** `asked`: the giver ended it; `unpaid`: it could not be collected for too long. */
  readonly because: 'asked' | 'unpaid';
  /** Where the giver may begin again. */
  readonly againLink: string;
}

export const pledgeCancelled = template<PledgeCancelled>(
  { ...EXAMPLE, because: 'asked', againLink: `${SITE}/give/canteen` },
  ({ amount, purpose, because, againLink }) => ({
    subject: `每月捐赠已停止：${purpose}`,
    parts: [
      says(
        because === 'asked'
          ? `按照您的要求，您为“${purpose}”每月捐赠 ${money('zh', amount)}的约定已经取消。`
          : `由于多次扣款没有成功，您为“${purpose}”每月捐赠 ${money('zh', amount)}的约定已经停止。`,
      ),
      says('今后不会再扣款。谢谢您给过的支持。'),
      ...link('随时可以重新开始', againLink),
    ],
  }),
  ({ amount, purpose, because, againLink }) => ({
    subject: `Your monthly gift has ended: ${purpose}`,
    parts: [
      says(
        because === 'asked'
          ? `As you asked, your monthly gift of ${money('en', amount)} for “${purpose}” is cancelled.`
          : `Your monthly gift of ${money('en', amount)} for “${purpose}” has ended, because it could not be collected several times.`,
      ),
      says('Nothing more will be charged. Thank you for what you have given.'),
      ...link('Begin again whenever you like', againLink),
    ],
  }),
);
