import { money } from '../in-words';
import { facts, link, says } from '../letter';
import { EXAMPLE, SITE, template, type AboutAGift, type Paper } from './frame';

/** Money goes back to the giver: `amount` of it, all of the gift or a part. */
export interface RefundMade extends AboutAGift {
  readonly reason: string;
  /** The paper that corrects the acknowledgement. */
  readonly correction: Paper | null;
}

export const refundMade = template<RefundMade>(
  {
    ...EXAMPLE,
    reason: '捐赠人重复付款',
    correction: { number: '2026-000124', link: `${SITE}/papers/3f9d.pdf` },
  },
  ({ amount, purpose, reason, correction }) => ({
    subject: `退款通知：${purpose}`,
    parts: [
      says(`您捐给“${purpose}”的款项中，${money('zh', amount)}已办理退款，将按原付款方式返还。`),
      says('到账时间由付款机构决定，一般为几个工作日。'),
      facts(['原因', reason], ['更正函编号', correction?.number ?? null]),
      ...link('下载更正函（PDF）', correction?.link ?? null),
    ],
  }),
  ({ amount, purpose, reason, correction }) => ({
    subject: `Refund: ${purpose}`,
    parts: [
      says(
        `Of your gift for “${purpose}” we have returned ${money('en', amount)}, the way it was paid.`,
      ),
      says('When it arrives depends on your bank; it usually takes a few working days.'),
      facts(['Reason', reason], ['Correction', correction?.number ?? null]),
      ...link('Download the correction (PDF)', correction?.link ?? null),
    ],
  }),
);
