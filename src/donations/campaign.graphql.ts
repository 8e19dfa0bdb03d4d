import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Money } from '../api/money.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import type { Day } from '../kernel/calendar';
import type { CampaignState } from './campaign-state';

export const CampaignStateEnum = enumType<CampaignState>(
  'CampaignState',
  'Whether a campaign asks for gifts.',
  {
    upcoming: 'Its first day is still to come.',
    running: 'It asks for gifts.',
    ended: 'Its last day has passed, or somebody ended it.',
  },
);

@ObjectType({
  description: 'What an enterprise adds to the gifts of a campaign (配捐), as it promised.',
})
@Allow(withParent)
export class CampaignMatch {
  @Field(() => Int, { description: 'What it adds to each gift, in percent: 100 is one to one.' })
  percent!: number;

  @Field(() => Money, { description: 'All that it promised to match.' })
  cap!: Money;

  @Field(() => Money, { description: 'What it has matched: due and received together.' })
  matched!: Money;

  @Field(() => Money, { description: 'What it owes for matched gifts and has not yet paid.' })
  due!: Money;

  @Field(() => Money, { description: 'What it has paid.' })
  received!: Money;

  @Field(() => Money, {
    description: 'What it would still match; nothing once the campaign has been ended.',
  })
  left!: Money;
}

@ObjectType({
  implements: Node,
  description: 'Asks for gifts to one pool, for a time, with a story (募捐活动).',
})
@Allow(anyone)
export class Campaign extends Node {
  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What the money is for, in the words of who asks.' })
  story!: string;

  @Field(() => Money, { nullable: true, description: 'How much it hopes for, if it says so.' })
  goal!: Money | null;

  @Field(() => DayScalar, { description: 'Its first day.' })
  startsOn!: Day;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day after its last; null: it goes on until somebody ends it.',
  })
  endsOn!: Day | null;

  @Field(() => MomentScalar, { description: 'When it was opened.' })
  openedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When somebody ended it, if so.' })
  endedAt!: Date | null;

  @Field(() => CampaignStateEnum, { description: 'Whether it asks for gifts today.' })
  state!: CampaignState;

  @Field(() => Money, {
    description:
      'What was given to it, less what went back or is held by a dispute; without what an ' +
      'enterprise adds.',
  })
  raised!: Money;

  @Field(() => Int, { description: 'How many gifts were paid to it.' })
  giftCount!: number;

  @Field(() => CampaignMatch, {
    nullable: true,
    description: 'What an enterprise adds; null where none has promised anything.',
  })
  match!: CampaignMatch | null;
}

export const CampaignConnection = connectionOf(Campaign);
