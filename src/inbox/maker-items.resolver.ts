import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import type { Context } from '../api/context';
import { Tranche } from '../grants/tranche.graphql';
import { trancheById } from '../grants/tranche.reader';
import { Viewer, type ViewerRow } from '../society/viewer.graphql';
import { InboxItemConnection } from './inbox.graphql';
import { askedBy, type InboxRow } from './inbox.reader';
import { MilestoneToAccept, TrancheToRequest } from './maker-items.graphql';

@Resolver(() => Viewer)
export class AskedResolver {
  @FieldResolver(() => InboxItemConnection, {
    description:
      'What the person asked for and another one has to check, longest first: tranches, refunds, ' +
      'and statements of operators that the person has checked.',
  })
  async asked(@Root() _viewer: ViewerRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await askedBy(context.db, context.actor, page, context.now);
  }
}

@Resolver(() => TrancheToRequest)
export class TrancheToRequestResolver {
  @FieldResolver(() => Tranche, { description: 'The tranche.' })
  async tranche(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(trancheById, communityId, nodeId);
  }
}

@Resolver(() => MilestoneToAccept)
export class MilestoneToAcceptResolver {
  @FieldResolver(() => Tranche, { description: 'The tranche that brought it.' })
  async tranche(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(trancheById, communityId, nodeId);
  }
}
