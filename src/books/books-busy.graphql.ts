import { Field, Int, ObjectType } from 'type-graphql';
import { Allow, withParent } from '../api/policy';
import { RichRefusal, UserError } from '../api/user-error.graphql';

@ObjectType({
  implements: UserError,
  description:
    'So much waits to be recorded at this moment that no more is taken in. Nothing was recorded: ' +
    'ask again, with the same key.',
})
@Allow(withParent)
@RichRefusal('BOOKS_BUSY')
export class BooksBusy extends UserError {
  @Field(() => Int, { description: 'When there should be room again, in milliseconds from now.' })
  retryAfterMs!: number;
}
