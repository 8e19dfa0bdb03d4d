import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { CITY, type Context } from '../api/context';
import { Money, toMoney } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { Entry } from '../books/entry.graphql';
import { entryById } from '../books/entry.reader';
import { amount } from '../kernel/amount';
import { currency, type Currency } from '../kernel/currency';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { wakeWorker } from '../kernel/wake';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import { approveRefund, declineRefund } from './check-refund';
import type { DonationRow } from './donation.entity';
import { Donation } from './donation.graphql';
import { financeReader, seenAs } from './donation.policy';
import { donationById } from './donation.reader';
import {
  ApproveRefundInput,
  ApproveRefundPayload,
  DeclineRefundInput,
  DeclineRefundPayload,
  Refund,
  RequestRefundInput,
  RequestRefundPayload,
} from './refund.graphql';
import { refundById, refundsOfDonation, type Refund as RefundRow } from './refund.reader';
import { requestRefund } from './request-refund';

tenantNode('Refund', (context, ref) => context.load(refundById, ref.communityId, ref.id));

/** Answers with a refund; one that is let go by it waits for the worker. */
async function sent(context: Context, command: (work: UnitOfWork) => Promise<RefundRow>) {
  const payload = await answer(context, async (work) => ({ refund: await command(work) }));
  if (payload.refund?.state === 'approved') wakeWorker(context.source, 'refunds');
  return payload;
}

@Resolver(() => Refund)
export class RefundResolver {
  @FieldResolver(() => Money, { description: 'How much goes back.' })
  amount(@Root() { currency: code, minor }: RefundRow) {
    return toMoney(amount(currency(code as Currency), BigInt(minor)));
  }

  @FieldResolver(() => Donation, { description: 'The gift.' })
  async donation(@Root() refund: RefundRow, @Ctx() context: Context) {
    const row = await context.load(donationById, refund.communityId, refund.donationId);
    return row && seenAs(refund, row);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who asked for it (the maker).' })
  @Allow(financeReader)
  async maker(@Root() { makerId }: RefundRow, @Ctx() context: Context) {
    return makerId ? await context.load(personById, CITY, makerId) : null;
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who decided (the checker).' })
  @Allow(financeReader)
  async checker(@Root() { checkerId }: RefundRow, @Ctx() context: Context) {
    return checkerId ? await context.load(personById, CITY, checkerId) : null;
  }

  @FieldResolver(() => Entry, { nullable: true, description: 'The entry that gave it back.' })
  @Allow(financeReader)
  async entry(@Root() { communityId, entryId }: RefundRow, @Ctx() context: Context) {
    return entryId ? await context.load(entryById, communityId, entryId) : null;
  }

  @Mutation(() => RequestRefundPayload, {
    description:
      'Gives back a gift, in whole or in part; above an amount another person has to check. ' +
      'Codes: ID_UNKNOWN, GIFT_NOT_PAID, REFUND_EXCEEDS, POOL_SHORT, WRONG_CURRENCY, ' +
      'AMOUNT_UNREADABLE, AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE, TEXT_LENGTH, ' +
      'KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand("The foundation's treasurer or secretary"))
  async requestRefund(
    @Arg('input', () => RequestRefundInput) input: RequestRefundInput,
    @Ctx() context: Context,
  ) {
    return await sent(context, (work) => requestRefund(work, input));
  }

  @Mutation(() => ApproveRefundPayload, {
    description:
      'Lets a refund go that somebody else asked for. Codes: ID_UNKNOWN, SAME_PERSON, ' +
      'REFUND_DECIDED, POOL_SHORT.',
  })
  @Allow(byCommand("The foundation's treasurer or chair, who did not ask for it"))
  async approveRefund(
    @Arg('input', () => ApproveRefundInput) input: ApproveRefundInput,
    @Ctx() context: Context,
  ) {
    return await sent(context, (work) => approveRefund(work, input));
  }

  @Mutation(() => DeclineRefundPayload, {
    description:
      'Says no to a refund that somebody else asked for. Codes: ID_UNKNOWN, SAME_PERSON, ' +
      'REFUND_DECIDED, TEXT_LENGTH.',
  })
  @Allow(byCommand("The foundation's treasurer or chair, who did not ask for it"))
  async declineRefund(
    @Arg('input', () => DeclineRefundInput) input: DeclineRefundInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ refund: await declineRefund(work, input) }));
  }
}

@Resolver(() => Donation)
export class DonationRefundsResolver {
  @FieldResolver(() => [Refund], { description: 'What of it goes or went back, in order; few.' })
  async refunds(@Root() donation: DonationRow, @Ctx() context: Context) {
    const rows = await context.loadMany(refundsOfDonation, donation.communityId, donation.id);
    return rows.map((row) => seenAs(donation, row));
  }
}
