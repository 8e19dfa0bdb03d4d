import { FieldResolver, Resolver, Root } from 'type-graphql';
import { tenantNode } from '../api/node.graphql';
import { addressOf } from './address';
import { Attachment } from './attachment.graphql';
import { attachmentById, type Attached } from './attachment.reader';

tenantNode('Attachment', (context, ref) => context.load(attachmentById, ref.communityId, ref.id));

@Resolver(() => Attachment)
export class AttachmentResolver {
  @FieldResolver(() => String, {
    description: 'Where its bytes are, on this server, for whoever may read it.',
  })
  url(@Root() { communityId, id }: Attached): string {
    return addressOf({ communityId, id });
  }
}
