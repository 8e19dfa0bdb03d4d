import { Field, Int, ObjectType } from 'type-graphql';
import { enumType } from '../api/enum.graphql';
import { Allow, withParent } from '../api/policy';
import type { EarnedBy } from './earned-credits.reader';

export const EarnedByEnum = enumType<EarnedBy>('EarnedBy', 'What credits are earned by.', {
  service: 'By serving others (以服务换福利).',
  goods: 'By giving goods (以慈善换福利).',
  course: 'By attending courses (微课堂).',
});

@ObjectType({ description: 'What credits were earned by in some months, in all wallets together.' })
@Allow(withParent)
export class EarnedCredits {
  @Field(() => EarnedByEnum, { description: 'By what.' })
  by!: EarnedBy;

  @Field(() => Int, { description: 'Whole credits, less those that were taken back.' })
  credits!: number;

  @Field(() => Int, { description: 'Their share of all of them, in hundredths of a percent.' })
  shareBasisPoints!: number;
}
