import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { CardEnd } from './resident-card.entity';
import { servesPriority } from './resident.policy';
import { CardEndEnum } from './society.enums';

@ObjectType({
  implements: Node,
  description:
    'A card (居民卡) by which a resident is found at the till. Its code is chance alone and tells ' +
    'nothing about anybody.',
})
@Allow(servesPriority)
export class ResidentCard extends Node {
  @Field(() => MomentScalar, { description: 'When it was given out.' })
  issuedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it ended; null: it is good.' })
  endedAt!: Date | null;

  @Field(() => CardEndEnum, {
    nullable: true,
    description: 'Why it ended; null of one that has: a new one took its place.',
  })
  endedBecause!: CardEnd | null;
}

export const ResidentCardConnection = connectionOf(ResidentCard);

@InputType({ description: 'Who gets a card.' })
export class IssueCardInput {
  @Field(() => ID, { description: 'The resident.' })
  residentId!: string;
}

@ObjectType({ description: 'The card that was given out.' })
export class IssueCardPayload extends Payload {
  @Field(() => ResidentCard, { nullable: true, description: 'The card; null if refused.' })
  card?: ResidentCard;
}

@InputType({ description: 'A card that is to be good no longer.' })
export class EndCardInput {
  @Field(() => ID, { description: 'The `ResidentCard`.' })
  cardId!: string;

  @Field(() => CardEndEnum, { description: 'Why.' })
  because!: CardEnd;
}

@ObjectType({ description: 'The card that ended.' })
export class EndCardPayload extends Payload {
  @Field(() => ResidentCard, { nullable: true, description: 'The card; null if refused.' })
  card?: ResidentCard;
}
