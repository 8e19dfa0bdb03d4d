import { ObjectType } from 'type-graphql';
import { Allow, withParent } from '../api/policy';

@ObjectType({
  description:
    'A tranche can be asked for: its grant goes on, the milestone before it is accepted, and nobody ' +
    'has asked.',
})
@Allow(withParent)
export class TrancheToRequest {}

@ObjectType({
  description: 'The day of a milestone has come: its tranche is paid, and nobody has accepted it.',
})
@Allow(withParent)
export class MilestoneToAccept {}
