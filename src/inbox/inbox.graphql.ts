import { createUnionType, Field, ObjectType } from 'type-graphql';
import { PageInfo } from '../api/connection';
import { Allow, withParent } from '../api/policy';

@ObjectType({ description: 'An application waits for a vote.' })
@Allow(withParent)
export class ApplicationToReview {}

@ObjectType({ description: 'A tranche that somebody asked to pay waits to be checked.' })
@Allow(withParent)
export class TrancheToCheck {}

@ObjectType({ description: 'A refund that somebody asked for waits to be checked.' })
@Allow(withParent)
export class RefundToCheck {}

@ObjectType({ description: 'Something about payments waits to be looked at.' })
@Allow(withParent)
export class PaymentToLookAt {}

const TYPES = {
  application: ApplicationToReview,
  tranche: TrancheToCheck,
  refund: RefundToCheck,
  payment: PaymentToLookAt,
};

export const InboxItem = createUnionType({
  name: 'InboxItem',
  description: 'Something that waits for a person.',
  types: () => [ApplicationToReview, TrancheToCheck, RefundToCheck, PaymentToLookAt] as const,
  resolveType: ({ kind }: { kind?: keyof typeof TYPES }) => kind && TYPES[kind],
});

@ObjectType({ description: 'One item of an inbox, with its cursor.' })
@Allow(withParent)
export class InboxItemEdge {
  @Field(() => String, { description: 'Where it stands in the list.' })
  cursor!: string;

  @Field(() => InboxItem, { description: 'The item itself.' })
  node!: typeof InboxItem;
}

@ObjectType({ description: 'A page of an inbox, what waits longest first.' })
@Allow(withParent)
export class InboxItemConnection {
  @Field(() => [InboxItemEdge], { description: 'The items of this page with their cursors.' })
  edges!: InboxItemEdge[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo;
}
