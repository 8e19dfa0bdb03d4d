import { date, money } from '../in-words';
import { facts, link, says } from '../letter';
import { EXAMPLE, SITE, template, type Paper } from './frame';
import { MANAGE, type AboutAPledge } from './pledge-started';

/** A month's gift has arrived. */
export interface PledgeCycle extends AboutAPledge {
  /** `2026-11`. */
  readonly month: string;
  readonly followLink: string;
  readonly acknowledgement: Paper | null;
}

export const pledgeCycle = template<PledgeCycle>(
  {
    ...EXAMPLE,
    month: '2026-11',
    followLink: `${SITE}/follow/3f9c`,
    acknowledgement: { number: '2026-000123', link: `${SITE}/papers/3f9c.pdf` },
    manageLink: MANAGE,
  },
  ({ amount, purpose, month, followLink, acknowledgement, manageLink }) => ({
    subject: `${date('zh', month)}的捐赠已收到：${purpose}`,
    parts: [
      says(
        `您${date('zh', month)}的捐赠 ${money('zh', amount)}已经收到，将用于“${purpose}”。谢谢您一直同行。`,
      ),
      facts(['捐赠致谢函编号', acknowledgement?.number ?? null]),
      ...link('看看这笔钱用到了哪里', followLink),
      ...link('下载捐赠致谢函（PDF）', acknowledgement?.link ?? null),
      ...link('暂停或取消每月捐赠', manageLink),
    ],
  }),
  ({ amount, purpose, month, followLink, acknowledgement, manageLink }) => ({
    subject: `Your gift for ${date('en', month)} has arrived: ${purpose}`,
    parts: [
      says(
        `Your gift of ${money('en', amount)} for ${date('en', month)} has arrived. It is for “${purpose}”. Thank you for staying with us.`,
      ),
      facts(['Acknowledgement', acknowledgement?.number ?? null]),
      ...link('See what becomes of your gift', followLink),
      ...link('Download the acknowledgement (PDF)', acknowledgement?.link ?? null),
      ...link('Pause or cancel your monthly gift', manageLink),
    ],
  }),
);
