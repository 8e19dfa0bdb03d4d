import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import { giftReader } from './donation.policy';

@ObjectType({ description: "The receipt that the state's own system issued (捐赠票据)." })
@Allow(withParent)
export class StateReceipt {
  @Field(() => String, { description: 'Its code (票据代码).' })
  code!: string;

  @Field(() => String, { description: 'Its number (票据号码).' })
  number!: string;

  @Field(() => String, { description: 'Its check code (校验码).' })
  checkCode!: string;
}

@ObjectType({
  implements: Node,
  description:
    'A numbered acknowledgement of a gift, or the correction of one (捐赠致谢函). It is no tax ' +
    'receipt, and is never changed.',
})
@Allow(giftReader)
export class Acknowledgement extends Node {
  @Field(() => MomentScalar, { description: 'When it was issued.' })
  issuedAt!: Date;
}

@InputType({ description: 'A receipt of the state for an acknowledged gift.' })
export class RecordReceiptInput {
  @Field(() => ID, { description: 'The acknowledgement.' })
  acknowledgementId!: string;

  @Field(() => String, { description: 'The code, at most 40 characters.' })
  code!: string;

  @Field(() => String, { description: 'The number, at most 40 characters.' })
  number!: string;

  @Field(() => String, { description: 'The check code, at most 40 characters.' })
  checkCode!: string;
}

@ObjectType({ description: 'The acknowledgement with its receipt.' })
export class RecordReceiptPayload extends Payload {
  @Field(() => Acknowledgement, {
    nullable: true,
    description: 'The acknowledgement; null if refused.',
  })
  acknowledgement?: Acknowledgement;
}
