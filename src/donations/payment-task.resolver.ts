import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import type { PaymentTaskRow } from '../payments/payment-task.entity';
import {
  PaymentTask,
  ResolvePaymentTaskInput,
  ResolvePaymentTaskPayload,
} from '../payments/payment-task.graphql';
import { wakeWorker } from '../kernel/wake';
import { Donation } from './donation.graphql';
import { taskGiftReader } from './donation.policy';
import { donationById } from './donation.reader';
import { resolvePaymentTask } from './resolve-payment-task';

@Resolver(() => PaymentTask)
export class PaymentTaskActsResolver {
  @FieldResolver(() => Donation, { nullable: true, description: 'The gift that it is about.' })
  @Allow(taskGiftReader)
  async donation(@Root() { communityId, aboutId }: PaymentTaskRow, @Ctx() context: Context) {
    return aboutId ? await context.load(donationById, communityId, aboutId) : null;
  }

  @Mutation(() => ResolvePaymentTaskPayload, {
    description:
      'Decides about money that is held, or closes what somebody has looked at. Codes: ' +
      'ID_UNKNOWN, TASK_RESOLVED, NOTHING_HELD, MONEY_HELD, WRONG_CURRENCY, GIFT_PAID, ' +
      'POOL_CLOSED, PAYMENTS_UNAVAILABLE, TEXT_LENGTH.',
  })
  @Allow(byCommand("The foundation's treasurer or secretary; an officer where it has none"))
  async resolvePaymentTask(
    @Arg('input', () => ResolvePaymentTaskInput) input: ResolvePaymentTaskInput,
    @Ctx() context: Context,
  ) {
    const decided = await answer(context, async (work) => ({
      task: await resolvePaymentTask(work, input),
    }));
    if (input.decision === 'refund') wakeWorker(context.source, 'refunds');
    return decided;
  }
}
