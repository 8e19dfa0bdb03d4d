import { ObjectType } from 'type-graphql';
import { Allow, withParent } from '../api/policy';

@ObjectType({
  description: 'A list of who sits in a meeting waits for a second person, who counts again.',
})
@Allow(withParent)
export class AttendanceToWitness {}

@ObjectType({
  description: 'The minutes of a meeting wait for another person than who wrote them.',
})
@Allow(withParent)
export class MinutesToApprove {}

@ObjectType({ description: 'The person was nominated, and has neither accepted nor declined.' })
@Allow(withParent)
export class NominationToAccept {}

@ObjectType({
  description: 'The last moment to vote in a ward has passed; it waits to be counted.',
})
@Allow(withParent)
export class ElectionWardToCount {}

@ObjectType({ description: 'All seats of an election were won; they wait to be given.' })
@Allow(withParent)
export class ElectionToConclude {}

@ObjectType({
  description:
    'A project of the public fund stands at a step at which the person acts, until it is passed ' +
    '(row C3).',
})
@Allow(withParent)
export class FundProjectToAdvance {}
