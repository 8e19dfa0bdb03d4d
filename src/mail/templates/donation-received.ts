import { money } from '../in-words';
import { facts, link, says } from '../letter';
import { EXAMPLE, SITE, template, type AboutAGift, type Paper } from './frame';

/** A gift has arrived. */
export interface DonationReceived extends AboutAGift {
  /** Where the giver sees what becomes of the gift. */
  readonly followLink: string;
  readonly acknowledgement: Paper | null;
}

export const donationReceived = template<DonationReceived>(
  {
    ...EXAMPLE,
    followLink: `${SITE}/follow/3f9c`,
    acknowledgement: { number: '2026-000123', link: `${SITE}/papers/3f9c.pdf` },
  },
  ({ amount, purpose, followLink, acknowledgement }) => ({
    subject: `谢谢您的捐赠：${purpose}`,
    parts: [
      says(`您捐赠的 ${money('zh', amount)}已经收到，将用于“${purpose}”。谢谢您。`),
      facts(['捐赠致谢函编号', acknowledgement?.number ?? null]),
      ...link('看看这笔钱用到了哪里', followLink),
      ...link('下载捐赠致谢函（PDF）', acknowledgement?.link ?? null),
      ...(acknowledgement ? [says('捐赠致谢函不是捐赠票据，也不是发票。')] : []),
    ],
  }),
  ({ amount, purpose, followLink, acknowledgement }) => ({
    subject: `Thank you for your gift: ${purpose}`,
    parts: [
      says(`Your gift of ${money('en', amount)} has arrived. It is for “${purpose}”. Thank you.`),
      facts(['Acknowledgement', acknowledgement?.number ?? null]),
      ...link('See what becomes of your gift', followLink),
      ...link('Download the acknowledgement (PDF)', acknowledgement?.link ?? null),
      ...(acknowledgement
        ? [says('The acknowledgement is not a tax receipt and not an invoice.')]
        : []),
    ],
  }),
);
