import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import type { MotionKind } from './motion-kinds';
import { MOTION_STATES, TABLERS, type MotionState, type Tabler } from './states';

export const MotionStateEnum = enumType<MotionState>(
  'MotionState',
  'How far a motion is.',
  MOTION_STATES,
);

export const TablerEnum = enumType<Tabler>(
  'Tabler',
  'As whom a motion was tabled (row C1).',
  TABLERS,
);

export const MotionKindEnum = enumType<MotionKind>(
  'MotionKind',
  'What a motion opens if it is passed.',
  {
    award_grant: 'It awards a grant from a pool for which a council decides.',
    spend_public_fund: 'It spends money of a public fund; only a procedure tables it.',
    set_service_rates: 'It sets what an hour of service earns.',
    set_price: 'It sets what goods cost in credits.',
    set_routing_plan: "It sets to which pools an enterprise's surplus goes.",
    set_pool_thresholds: 'It sets how many of a board must approve from which amount on.',
    set_pool_decider: 'It sets who decides what a pool gives.',
    set_council_rule: 'It sets what a council follows: thresholds, days, who may table.',
    adopt_covenant: 'It adopts a covenant, or another version of it.',
    appoint_member: 'It appoints somebody to a role.',
    end_membership: 'It recalls somebody from a role.',
    vacate_seat: 'It recalls a member of a council.',
    open_project: 'It opens a micro-project.',
    free_text: 'It says what it says, and opens nothing.',
  },
);

@ObjectType({ description: 'The one act that a motion opens, exactly as it is voted on.' })
@Allow(withParent)
export class MotionAct {
  @Field(() => String, { description: 'The act, by the name of its mutation: `setPrice`.' })
  name!: string;

  @Field(() => String, { description: 'Its whole input, as JSON.' })
  input!: string;
}

@ObjectType({
  implements: Node,
  description:
    'What is put before a council (议题, rows C1 and N4): tabled, screened, heard if need be, and ' +
    'voted on. If it is passed, a resolution opens the one act that it carries.',
})
@Allow(anyone)
export class Motion extends Node {
  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What it says; the text of its resolution.' })
  text!: string;

  @Field(() => MotionKindEnum, { description: 'What it opens.' })
  kind!: MotionKind;

  @Field(() => TablerEnum, { description: 'As whom it was tabled.' })
  tabledAs!: Tabler;

  @Field(() => MotionStateEnum, { description: 'How far it is.' })
  state!: MotionState;

  @Field(() => MomentScalar, { description: 'When it was written.' })
  writtenAt!: Date;

  @Field(() => Int, {
    description: 'How many residents must put their names to it; 0: it was tabled without.',
  })
  coSignersNeeded!: number;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'When it was tabled; null while names are gathered.',
  })
  tabledAt!: Date | null;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'The last moment to screen it; then silence speaks, as the rule says.',
  })
  screenBy!: Date | null;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was screened.' })
  screenedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was admitted or returned.' })
  screeningReason!: string | null;

  @Field(() => Boolean, { description: 'Whether it is heard in public before it is voted on.' })
  hearingFirst!: boolean;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was heard.' })
  heardAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was merged or withdrawn.' })
  endedBecause!: string | null;
}

export const MotionConnection = connectionOf(Motion);

@ObjectType({ description: 'A resident who put their name to a motion.' })
@Allow(withParent)
export class CoSignature {
  @Field(() => MomentScalar, { description: 'When.' })
  signedAt!: Date;
}

export const CoSignatureConnection = connectionOf(CoSignature);
