import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Allow, withParent } from '../api/policy';
import { RichRefusal, UserError } from '../api/user-error.graphql';
import { BoardMember } from '../foundations/board.graphql';
import { RECUSAL_GROUNDS, VERDICTS, type RecusalGround, type Verdict } from './states';

export const VerdictEnum = enumType<Verdict>('Verdict', 'What a member of a board says.', VERDICTS);
export const RecusalGroundEnum = enumType<RecusalGround>(
  'RecusalGround',
  'Why a member of a board stands aside.',
  RECUSAL_GROUNDS,
);

@ObjectType({ description: 'What a member of the board said of an application, and why.' })
@Allow(withParent)
export class Opinion {
  @Field(() => BoardMember, { description: 'Who said it.' })
  member!: BoardMember;

  @Field(() => VerdictEnum, { description: 'What was said.' })
  verdict!: Verdict;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => MomentScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType({ description: 'A member of the board who stands aside from an application.' })
@Allow(withParent)
export class Recused {
  @Field(() => BoardMember, { description: 'Who stands aside.' })
  member!: BoardMember;

  @Field(() => RecusalGroundEnum, { description: 'Why.' })
  because!: RecusalGround;

  @Field(() => String, {
    nullable: true,
    description: 'What the member declared, where that is why.',
  })
  declared!: string | null;
}

@ObjectType({
  description:
    'An application before its board: N of M members must approve. While M is less than N the board ' +
    'cannot decide; it needs more members. When decided: the board as it was that day. Where a ' +
    'council or a procedure decides, N is 0 and nobody is in it.',
})
@Allow(withParent)
export class Review {
  @Field(() => Int, { description: "N: approvals needed, by the pool's table." })
  needed!: number;

  @Field(() => Int, { description: 'M: members who may vote; who stands aside is not among them.' })
  possible!: number;

  @Field(() => [Opinion], { description: 'Approvals so far.' })
  approvals!: Opinion[];

  @Field(() => [Opinion], { description: 'Members who declined, so far.' })
  declines!: Opinion[];

  @Field(() => [Recused], { description: 'Members who stand aside.' })
  recused!: Recused[];

  @Field(() => [BoardMember], { description: 'Members who may vote and have not.' })
  pending!: BoardMember[];
}

@InputType({ description: "A member's vote on an application." })
export class ReviewApplicationInput {
  @Field(() => String, { description: 'Repeating it gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The Application.' })
  applicationId!: string;

  @Field(() => VerdictEnum, { description: 'Approve or decline. It cannot be changed.' })
  verdict!: Verdict;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

@InputType({ description: "A board member's interest in an application." })
export class DeclareInterestInput {
  @Field(() => ID, { description: 'The Application.' })
  applicationId!: string;

  @Field(() => String, { description: 'What the interest is, 1 to 2,000 characters.' })
  reason!: string;
}

@ObjectType({ implements: UserError, description: 'The member has to stand aside.' })
@Allow(withParent)
@RichRefusal('RECUSED')
export class MemberRecused extends UserError {
  @Field(() => RecusalGroundEnum, { description: 'Why.' })
  because!: RecusalGround;
}

@ObjectType({ implements: UserError, description: 'Fewer members may vote than must approve.' })
@Allow(withParent)
@RichRefusal('BOARD_TOO_SMALL')
export class BoardTooSmall extends UserError {
  @Field(() => Int, { description: 'How many must approve.' })
  needed!: number;

  @Field(() => Int, { description: 'How many may vote.' })
  possible!: number;
}
