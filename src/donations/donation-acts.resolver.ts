import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, anyone } from '../api/policy';
import { countGift } from './count-gift';
import {
  CancelDonationInput,
  CancelDonationPayload,
  LOCALES,
  PayDonationInput,
  PayDonationPayload,
  StartDonationInput,
  StartDonationPayload,
} from './donation-acts.graphql';
import { seenByToken } from './donation.policy';
import type { Started } from './open-checkout';
import { cancelDonation, payDonation } from './pay-donation';
import { startDonation } from './start-donation';

const shown = ({ donation, checkoutUrl }: Started) => ({
  donation: seenByToken(donation),
  checkoutUrl,
});

@Resolver()
export class DonationActsResolver {
  @Mutation(() => StartDonationPayload, {
    description:
      'Begins a gift on the web; anyone may, without an account. Asking again with the same key ' +
      'leads to the same gift and page. Codes: TARGET_UNCLEAR, ID_UNKNOWN, POOL_CLOSED, ' +
      'POOL_EARMARKED, CAMPAIGN_UPCOMING, CAMPAIGN_ENDED, GRANT_ENDED, WRONG_CURRENCY, CURRENCY_NOT_TAKEN, ' +
      'AMOUNT_UNREADABLE, AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE, ' +
      'GIFT_TOO_SMALL, EMAIL_MISSING, EMAIL_UNREADABLE, TAX_ID_MISPLACED, TEXT_LENGTH, ' +
      'GIFT_PAID, GIFT_CANCELLED, GIFT_PROCESSING, TOO_MANY_TRIES, PAYMENTS_UNAVAILABLE, ' +
      'PROCESSOR_UNREACHABLE, PROCESSOR_REFUSED, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(anyone)
  async startDonation(
    @Arg('input', () => StartDonationInput) input: StartDonationInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => {
      await countGift(context.source, context.session.address);
      return shown(await startDonation(work, { ...input, locale: LOCALES[input.locale] }));
    });
  }

  @Mutation(() => PayDonationPayload, {
    description:
      'Goes on with a gift that is not paid: the page that is open, or a new one. Codes: ' +
      'TOKEN_UNKNOWN, GIFT_PAID, GIFT_CANCELLED, GIFT_PROCESSING, POOL_CLOSED, TOO_MANY_TRIES, ' +
      'PAYMENTS_UNAVAILABLE, PROCESSOR_UNREACHABLE, PROCESSOR_REFUSED.',
  })
  @Allow(anyone)
  async payDonation(
    @Arg('input', () => PayDonationInput) input: PayDonationInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => {
      await countGift(context.source, context.session.address);
      return shown(await payDonation(work, input));
    });
  }

  @Mutation(() => CancelDonationPayload, {
    description:
      'Takes back a gift before it is paid. Codes: TOKEN_UNKNOWN, GIFT_PAID, GIFT_PROCESSING, ' +
      'PAYMENTS_UNAVAILABLE, PROCESSOR_UNREACHABLE.',
  })
  @Allow(anyone)
  async cancelDonation(
    @Arg('input', () => CancelDonationInput) input: CancelDonationInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      donation: seenByToken(await cancelDonation(work, input)),
    }));
  }
}
