import { Field, Int, ObjectType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { attachmentReader } from './attachment.policy';

@ObjectType({
  implements: Node,
  description:
    'A photo or a paper that somebody uploaded (`POST /attachments?community=…` with the bytes as ' +
    'its body). It is its uploader’s own until a mutation attaches it to something; after a day ' +
    'that is attached to nothing is deleted.',
})
@Allow(attachmentReader)
export class Attachment extends Node {
  @Field(() => String, {
    description:
      'What is kept of it, by its media type: `image/jpeg`, `image/webp` (pictures are written ' +
      'anew, without what cameras add to them) or `application/pdf`.',
  })
  type!: string;

  @Field(() => Int, { description: 'The size of what is kept, in bytes.' })
  bytes!: number;

  @Field(() => Int, { nullable: true, description: 'In pixels; null for what is no picture.' })
  width!: number | null;

  @Field(() => Int, { nullable: true, description: 'In pixels; null for what is no picture.' })
  height!: number | null;

  @Field(() => MomentScalar, { description: 'When it was uploaded.' })
  uploadedAt!: Date;
}
