import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import { Ballot } from '../ballots/ballot.graphql';
import { ballotById } from '../ballots/ballot.reader';
import { Motion } from '../motions/motion.graphql';
import { motionById } from '../motions/motion.reader';
import { Objection, Resolution } from '../motions/resolution.graphql';
import { objectionById, resolutionById } from '../motions/resolution.reader';
import {
  BallotToCast,
  MotionToConclude,
  MotionToPutToVote,
  MotionToScreen,
  ObjectionToAnswer,
  ResolutionToExecute,
} from './deciding-items.graphql';
import type { InboxRow } from './inbox.reader';

@Resolver(() => MotionToScreen)
export class MotionToScreenResolver {
  @FieldResolver(() => Motion, { description: 'The motion.' })
  async motion(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(motionById, communityId, nodeId);
  }
}

@Resolver(() => MotionToPutToVote)
export class MotionToPutToVoteResolver {
  @FieldResolver(() => Motion, { description: 'The motion.' })
  async motion(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(motionById, communityId, nodeId);
  }
}

@Resolver(() => MotionToConclude)
export class MotionToConcludeResolver {
  @FieldResolver(() => Motion, { description: 'The motion.' })
  async motion(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(motionById, communityId, nodeId);
  }
}

@Resolver(() => ObjectionToAnswer)
export class ObjectionToAnswerResolver {
  @FieldResolver(() => Objection, { description: 'The objection.' })
  async objection(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(objectionById, communityId, nodeId);
  }
}

@Resolver(() => ResolutionToExecute)
export class ResolutionToExecuteResolver {
  @FieldResolver(() => Resolution, { description: 'The resolution.' })
  async resolution(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(resolutionById, communityId, nodeId);
  }
}

@Resolver(() => BallotToCast)
export class BallotToCastResolver {
  @FieldResolver(() => Ballot, { description: 'The ballot.' })
  async ballot(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(ballotById, communityId, nodeId);
  }
}
