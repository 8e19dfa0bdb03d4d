import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import { GrantSpending } from '../courtyards/grant-spending.graphql';
import { spendingById } from '../courtyards/grant-spending.reader';
import { SpendingToConfirm } from './spending-item.graphql';
import type { InboxRow } from './inbox.reader';

@Resolver(() => SpendingToConfirm)
export class SpendingToConfirmResolver {
  @FieldResolver(() => GrantSpending, { description: 'The spending.' })
  async spending(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(spendingById, communityId, nodeId);
  }
}
