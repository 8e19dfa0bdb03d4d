import { money } from '../in-words';
import { link, says } from '../letter';
import { EXAMPLE, SITE, template, type AboutAGift } from './frame';

/** A payment did not succeed, so there is no gift. */
export interface DonationFailed extends AboutAGift {
  /** Where the giver may try again. */
  readonly againLink: string;
}

export const donationFailed = template<DonationFailed>(
  { ...EXAMPLE, againLink: `${SITE}/give/canteen` },
  ({ amount, purpose, againLink }) => ({
    subject: `这笔捐赠没有完成：${purpose}`,
    parts: [
      says(`您为“${purpose}”捐赠 ${money('zh', amount)}的付款没有成功，我们没有收到这笔钱。`),
      says('如果您的账户显示已经扣款，付款机构通常会在几个工作日内退回。'),
      says('谢谢您的心意。如果您愿意，可以再试一次。'),
      ...link('再试一次', againLink),
    ],
  }),
  ({ amount, purpose, againLink }) => ({
    subject: `Your gift was not completed: ${purpose}`,
    parts: [
      says(`Your payment of ${money('en', amount)} for “${purpose}” did not succeed.`),
      says(
        'We have received nothing. If your account shows a charge, it is usually returned within a few working days.',
      ),
      says('Thank you for meaning to give. If you like, you can try again.'),
      ...link('Try again', againLink),
    ],
  }),
);
