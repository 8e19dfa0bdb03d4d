import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { say } from '../api/say';
import { Ballot } from '../ballots/ballot.graphql';
import { ballotById } from '../ballots/ballot.reader';
import type { CouncilRow } from '../councils/council.entity';
import { Council } from '../councils/council.graphql';
import { councilById } from '../councils/council.reader';
import { dayOf } from '../kernel/calendar';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { place } from '../society/place.reader';
import type { AttemptRow } from './attempt.entity';
import type { MotionRow } from './motion.entity';
import { Motion } from './motion.graphql';
import { motionById } from './motion.reader';
import type { ObjectionRow } from './objection.entity';
import type { ResolutionRow } from './resolution.entity';
import {
  ExecutionAttempt,
  ExecutionAttemptConnection,
  Objection,
  ObjectionConnection,
  Resolution,
  ResolutionConnection,
  ResolutionStateEnum,
} from './resolution.graphql';
import {
  attemptsAt,
  objectionById,
  objectionsTo,
  resolutionById,
  resolutionsOfCouncil,
  resolutionsOfMotion,
  resolutionsOfPlace,
} from './resolution.reader';

tenantNode('Resolution', (context, ref) => context.load(resolutionById, ref.communityId, ref.id));
tenantNode('Objection', (context, ref) => context.load(objectionById, ref.communityId, ref.id));

@Resolver(() => Resolution)
export class ResolutionResolver {
  @FieldResolver(() => ResolutionStateEnum)
  async state(@Root() { communityId, state, lapsesOn }: ResolutionRow, @Ctx() context: Context) {
    if (state !== 'adopted') return state;
    const at = await place(context, communityId);
    return dayOf(context.now, at?.timeZone ?? 'utc') < lapsesOn ? state : 'lapsed';
  }

  @FieldResolver(() => Motion, { nullable: true, description: 'The motion, with the text.' })
  async motion(@Root() { communityId, motionId }: ResolutionRow, @Ctx() context: Context) {
    return await context.load(motionById, communityId, motionId);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council that resolved it.' })
  async council(@Root() { communityId, councilId }: ResolutionRow, @Ctx() context: Context) {
    return await context.load(councilById, communityId, councilId);
  }

  @FieldResolver(() => Ballot, {
    nullable: true,
    description: 'The ballot that passed it: the count, its base, and who stood aside.',
  })
  async ballot(@Root() { communityId, ballotId }: ResolutionRow, @Ctx() context: Context) {
    return await context.load(ballotById, communityId, ballotId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: 'Who executed it, gave it up, or upheld an objection.',
  })
  async endedBy(@Root() { endedBy }: ResolutionRow, @Ctx() context: Context) {
    return endedBy === null ? null : await context.load(personById, CITY, endedBy);
  }

  @FieldResolver(() => ObjectionConnection, {
    description: 'What residents said against it, the first first.',
  })
  async objections(
    @Root() { communityId, id: ownerId }: ResolutionRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, objectionsTo, { communityId, ownerId }, page);
  }

  @FieldResolver(() => ExecutionAttemptConnection, {
    description: 'When it could not be executed, the last time first.',
  })
  async attempts(
    @Root() { communityId, id: ownerId }: ResolutionRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, attemptsAt, { communityId, ownerId }, page);
  }
}

@Resolver(() => ExecutionAttempt)
export class ExecutionAttemptResolver {
  @FieldResolver(() => String, {
    description: 'The reason for people, in the language asked for.',
  })
  message(@Root() { code, facts }: AttemptRow, @Ctx() context: Context) {
    return say(context.language, code, facts as Record<string, unknown>);
  }
}

@Resolver(() => Objection)
export class ObjectionResolver {
  @FieldResolver(() => Resolution, { nullable: true, description: 'What it is against.' })
  async resolution(@Root() { communityId, resolutionId }: ObjectionRow, @Ctx() context: Context) {
    return await context.load(resolutionById, communityId, resolutionId);
  }
}

@Resolver(() => Motion)
export class MotionResolutionsResolver {
  @FieldResolver(() => [Resolution], {
    description: 'The resolutions that came of it, the last first: one that was set aside is kept.',
  })
  async resolutions(@Root() { communityId, id }: MotionRow, @Ctx() context: Context) {
    return await context.loadMany(resolutionsOfMotion, communityId, id);
  }
}

@Resolver(() => Council)
export class CouncilResolutionsResolver {
  @FieldResolver(() => ResolutionConnection, { description: 'What it resolved, the last first.' })
  async resolutions(
    @Root() { communityId, id: ownerId }: CouncilRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, resolutionsOfCouncil, { communityId, ownerId }, page);
  }
}

@Resolver(() => Place)
export class PlaceResolutionsResolver {
  @FieldResolver(() => ResolutionConnection, {
    description: 'What its councils resolved, the last first; of a place that is a community.',
  })
  async resolutions(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadKeyset(context, resolutionsOfPlace, { communityId: CITY, ownerId: id }, page);
  }
}
