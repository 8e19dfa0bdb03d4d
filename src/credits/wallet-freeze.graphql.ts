import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { Allow, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import { Resident } from '../society/resident.graphql';

@ObjectType({ description: 'From when to when a wallet was frozen, and why.' })
@Allow(withParent)
export class WalletFreeze {
  @Field(() => String, { description: 'Why it was frozen.' })
  reason!: string;

  @Field(() => MomentScalar, { description: 'When it was frozen.' })
  frozenAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it ended; null: it is frozen.' })
  unfrozenAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it may be used again.' })
  unfreezeReason!: string | null;
}

export const WalletFreezeConnection = connectionOf(WalletFreeze);

@InputType({ description: 'A wallet to freeze.' })
export class FreezeWalletInput {
  @Field(() => ID, { description: 'The resident whose wallet it is.' })
  residentId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

@InputType({ description: 'A frozen wallet that may be used again.' })
export class UnfreezeWalletInput {
  @Field(() => ID, { description: 'The resident whose wallet it is.' })
  residentId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

@ObjectType({ description: 'The resident whose wallet was frozen.' })
export class FreezeWalletPayload extends Payload {
  @Field(() => Resident, { nullable: true, description: 'The resident; null if refused.' })
  resident?: Resident;
}

@ObjectType({ description: 'The resident whose wallet may be used again.' })
export class UnfreezeWalletPayload extends Payload {
  @Field(() => Resident, { nullable: true, description: 'The resident; null if refused.' })
  resident?: Resident;
}
