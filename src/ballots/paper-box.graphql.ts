import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { PaperBoxState } from './paper-box.entity';

export const PaperBoxStateEnum = enumType<PaperBoxState>(
  'PaperBoxState',
  'How far a box of papers is.',
  {
    waiting: 'It waits for its witness.',
    witnessed: 'A second person counted the same: it is part of the result.',
    rejected: 'It counts for nothing.',
  },
);

@ObjectType({
  implements: Node,
  description:
    'Votes on paper (纸质票箱), merged by the box and never by the person: counted by a clerk, ' +
    'and again by a witness.',
})
@Allow(anyone)
export class PaperBox extends Node {
  @Field(() => String, { description: 'Where it stood.' })
  place!: string;

  @Field(() => PaperBoxStateEnum, { description: 'How far it is.' })
  state!: PaperBoxState;

  @Field(() => Int, { description: 'How many papers were in it.' })
  papers!: number;

  @Field(() => Int, { description: 'How many took a paper: not all may have put it in.' })
  marked!: number;

  @Field(() => MomentScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was witnessed or rejected.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was rejected.' })
  rejectReason!: string | null;
}

export const PaperBoxConnection = connectionOf(PaperBox);

const PAPERS_SAYS =
  'How many papers there are, up to 500; may be left out where each marks one choice.';

@InputType({ description: 'A box of papers that a clerk opened.' })
export class RecordPaperBoxInput {
  @Field(() => ID, { description: 'The ballot, a secret one that is not closed.' })
  ballotId!: string;

  @Field(() => String, { description: 'Where it stood, 1 to 100 characters.' })
  place!: string;

  @Field(() => [Int], {
    description: 'The papers that mark each choice, in the order of the choices, 0 to 500 each.',
  })
  counts!: number[];

  @Field(() => Int, { nullable: true, description: PAPERS_SAYS })
  papers?: number | null;

  @Field(() => [ID], {
    description: '1 to 500 residents who took a paper, one for each that votes once.',
  })
  takers!: string[];
}

@InputType({ description: 'A box of papers, counted again.' })
export class WitnessPaperBoxInput {
  @Field(() => ID, { description: 'The box.' })
  paperBoxId!: string;

  @Field(() => [Int], {
    description: 'What the witness counted, for each choice in their order.',
  })
  counts!: number[];

  @Field(() => Int, { nullable: true, description: PAPERS_SAYS })
  papers?: number | null;
}

@InputType({ description: 'A box of papers that shall count for nothing.' })
export class RejectPaperBoxInput {
  @Field(() => ID, { description: 'The box.' })
  paperBoxId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

@ObjectType({ description: 'The box of papers that waits for its witness.' })
export class RecordPaperBoxPayload extends Payload {
  @Field(() => PaperBox, { nullable: true, description: 'The box; null if refused.' })
  paperBox?: PaperBox;
}

@ObjectType({ description: 'The box of papers that was witnessed.' })
export class WitnessPaperBoxPayload extends Payload {
  @Field(() => PaperBox, { nullable: true, description: 'The box; null if refused.' })
  paperBox?: PaperBox;
}

@ObjectType({ description: 'The box of papers that counts for nothing.' })
export class RejectPaperBoxPayload extends Payload {
  @Field(() => PaperBox, { nullable: true, description: 'The box; null if refused.' })
  paperBox?: PaperBox;
}
