import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import type { Context } from '../api/context';
import { Refund } from '../donations/refund.graphql';
import { refundById } from '../donations/refund.reader';
import { Pool } from '../foundations/pool.graphql';
import { poolById } from '../foundations/pool.reader';
import { PaymentTask } from '../payments/payment-task.graphql';
import { taskById } from '../payments/payment-task.reader';
import { Viewer, type ViewerRow } from '../society/viewer.graphql';
import { Application } from '../grants/application.graphql';
import { applicationById } from '../grants/application.reader';
import {
  ApplicationToReview,
  InboxItemConnection,
  PaymentToLookAt,
  RefundToCheck,
  TrancheToCheck,
} from './inbox.graphql';
import { inboxOf, type InboxRow } from './inbox.reader';
import { Tranche } from '../grants/tranche.graphql';
import { trancheById } from '../grants/tranche.reader';

@Resolver(() => Viewer)
export class InboxResolver {
  @FieldResolver(() => InboxItemConnection, {
    description: 'What waits for the person, longest first.',
  })
  async inbox(@Root() _viewer: ViewerRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await inboxOf(context.db, context.actor, page, context.now);
  }
}

@Resolver(() => ApplicationToReview)
export class ApplicationToReviewResolver {
  @FieldResolver(() => Application, { description: 'The application.' })
  async application(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(applicationById, communityId, nodeId);
  }

  @FieldResolver(() => Pool, { description: 'The pool that it asks.' })
  async pool(@Root() { communityId, poolId }: InboxRow, @Ctx() context: Context) {
    return poolId ? await context.load(poolById, communityId, poolId) : null;
  }
}

@Resolver(() => TrancheToCheck)
export class TrancheToCheckResolver {
  @FieldResolver(() => Tranche, { description: 'The tranche.' })
  async tranche(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(trancheById, communityId, nodeId);
  }
}

@Resolver(() => RefundToCheck)
export class RefundToCheckResolver {
  @FieldResolver(() => Refund, { description: 'The refund.' })
  async refund(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(refundById, communityId, nodeId);
  }
}

@Resolver(() => PaymentToLookAt)
export class PaymentToLookAtResolver {
  @FieldResolver(() => PaymentTask, { description: 'The task.' })
  async task(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(taskById, communityId, nodeId);
  }
}
