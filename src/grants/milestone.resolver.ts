import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { then } from '../api/at-once';
import { CITY, type Context } from '../api/context';
import { Allow } from '../api/policy';
import { Attachment } from '../attachments/attachment.graphql';
import { attachmentsAreReadBy } from '../attachments/attachment.policy';
import { attachedTo } from '../attachments/attachment.reader';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import type { TrancheRow } from './tranche.entity';
import { Milestone } from './tranche.graphql';
import { insideTranche } from './tranche.policy';
import { trancheById } from './tranche.reader';

/** Photos of a service show people: they are shown to whoever may read the evidence. */
attachmentsAreReadBy('Tranche', (context, { communityId, id }) =>
  then(
    context.lookUp(trancheById, communityId, id),
    (row) => row !== null && insideTranche.allows(context, row as never),
  ),
);

@Resolver(() => Milestone)
export class MilestoneResolver {
  @FieldResolver()
  title(@Root() { milestone }: TrancheRow): string {
    return milestone;
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who accepted it, if anyone did.' })
  @Allow(insideTranche)
  async acceptedBy(@Root() { acceptedBy }: TrancheRow, @Ctx() context: Context) {
    return acceptedBy ? await context.load(personById, CITY, acceptedBy) : null;
  }

  @FieldResolver(() => [Attachment], {
    description: 'Photos and papers that showed that it was reached, at most 6.',
  })
  @Allow(insideTranche)
  async files(@Root() { communityId, id }: TrancheRow, @Ctx() context: Context) {
    return await context.loadMany(attachedTo('Tranche'), communityId, id);
  }
}
