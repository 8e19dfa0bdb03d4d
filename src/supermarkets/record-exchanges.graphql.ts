import { Field, InputType, ObjectType } from 'type-graphql';
import { Allow, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import { RecordExchangeInput } from './exchange.graphql';

@InputType({ description: 'Exchanges that tills made without a connection.' })
export class RecordExchangesInput {
  @Field(() => [RecordExchangeInput], {
    description: '1 to 200 exchanges in the order in which they happened, each with its own key.',
  })
  exchanges!: RecordExchangeInput[];
}

@ObjectType({ description: 'What became of one exchange of many.' })
@Allow(withParent)
export class ExchangeResult {
  @Field(() => String, { description: 'The key that it was sent with.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'What became of each exchange.' })
export class RecordExchangesPayload extends Payload {
  @Field(() => [ExchangeResult], {
    nullable: true,
    description: 'One for each exchange, in their order; null if the whole was refused.',
  })
  results?: ExchangeResult[];
}
