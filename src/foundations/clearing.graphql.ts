import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Money, MoneyInput } from '../api/money.graphql';
import { Allow, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { DueSide } from './due.reader';

export const DueSideEnum = enumType<DueSide>('DueSide', 'Who holds whose money.', {
  owes: "The foundation holds the other's money.",
  owed: "The other holds the foundation's money.",
});

@ObjectType({ description: 'What stands open between two foundations of two sets of books.' })
@Allow(withParent)
export class Due {
  @Field(() => DueSideEnum, { description: 'Who holds whose money.' })
  side!: DueSide;

  @Field(() => Money, { description: 'How much.' })
  amount!: Money;
}

@InputType({ description: 'A foundation with the set of books in which it acts.' })
export class ClearingPartyInput {
  @Field(() => ID, { description: 'The Place that keeps the books.' })
  communityId!: string;

  @Field(() => ID, { description: 'The foundation (Organisation).' })
  foundationId!: string;
}

@InputType({ description: 'A payment of what one set of books owes another.' })
export class SettleClearingInput {
  @Field(() => String, { description: 'Repeating it gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ClearingPartyInput, { description: 'Who holds the money and pays it.' })
  payer!: ClearingPartyInput;

  @Field(() => ClearingPartyInput, { description: 'Whose money it is.' })
  payee!: ClearingPartyInput;

  @Field(() => MoneyInput, { description: 'How much is paid: at most what is owed.' })
  amount!: MoneyInput;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was paid; now if left out.' })
  occurredAt?: Date | null;
}

@ObjectType({ description: 'A payment between two sets of books: an entry on each side.' })
@Allow(withParent)
export class Settlement {
  @Field(() => Money, { description: 'What was paid.' })
  amount!: Money;
}

@ObjectType({ description: 'The settlement that was recorded.' })
export class SettleClearingPayload extends Payload {
  @Field(() => Settlement, { nullable: true, description: 'The settlement; null if refused.' })
  settlement?: Settlement;
}
