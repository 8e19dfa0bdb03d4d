import { ObjectType } from 'type-graphql';
import { Allow, withParent } from '../api/policy';

@ObjectType({
  description: 'A motion waits to be screened, by another person than who tabled it (row C1).',
})
@Allow(withParent)
export class MotionToScreen {}

@ObjectType({
  description: 'A motion was admitted, and heard if it had to be; it waits for a vote.',
})
@Allow(withParent)
export class MotionToPutToVote {}

@ObjectType({
  description: 'The last moment to vote on a motion has passed; it waits to be counted.',
})
@Allow(withParent)
export class MotionToConclude {}

@ObjectType({ description: 'What a resident says against a resolution waits for an answer.' })
@Allow(withParent)
export class ObjectionToAnswer {}

@ObjectType({
  description:
    'A resolution was shown as long as it has to be, and no objection to it waits: it can be ' +
    'executed. So can one that was tried in vain (`Resolution.attempts`).',
})
@Allow(withParent)
export class ResolutionToExecute {}

@ObjectType({
  description:
    'A ballot is open, the person is on its roll, and what votes once with them has neither taken ' +
    'a token or a paper, nor voted by name, nor stands aside.',
})
@Allow(withParent)
export class BallotToCast {}
