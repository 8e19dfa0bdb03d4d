import { ObjectType } from 'type-graphql';
import { Allow, withParent } from '../api/policy';

@ObjectType({
  description:
    'What an organisation spent of a grant waits to be confirmed, by another of its people than ' +
    'who recorded it (row C4).',
})
@Allow(withParent)
export class SpendingToConfirm {}
