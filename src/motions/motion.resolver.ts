import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Allow, signedIn } from '../api/policy';
import { Ballot } from '../ballots/ballot.graphql';
import { ballotById } from '../ballots/ballot.reader';
import type { CouncilRow } from '../councils/council.entity';
import { Council } from '../councils/council.graphql';
import { councilById } from '../councils/council.reader';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { place } from '../society/place.reader';
import { Resident } from '../society/resident.graphql';
import { residentById } from '../society/resident.reader';
import { MOTION_KINDS } from './motion-kinds';
import type { MotionRow } from './motion.entity';
import {
  CoSignature,
  CoSignatureConnection,
  Motion,
  MotionAct,
  MotionConnection,
  MotionStateEnum,
} from './motion.graphql';
import { readsCoSigners } from './motion.policy';
import {
  ballotsOfMotion,
  coSignersOf,
  motionById,
  motionsOfCouncil,
  motionsOfPlace,
  signaturesOf,
  signedBy,
  signedKey,
  type CoSigner,
} from './motion.reader';
import type { MotionState } from './states';

tenantNode('Motion', (context, ref) => context.load(motionById, ref.communityId, ref.id));

@Resolver(() => Motion)
export class MotionResolver {
  @FieldResolver(() => MotionAct, { description: 'The act that it opens if it is passed.' })
  act(@Root() { kind, input }: MotionRow) {
    return { name: MOTION_KINDS[kind].act, input: JSON.stringify(input) };
  }

  @FieldResolver(() => Place, { nullable: true, description: 'The place whose affair it is.' })
  async place(@Root() { placeId }: MotionRow, @Ctx() context: Context) {
    return await place(context, placeId);
  }

  @FieldResolver(() => Council, { nullable: true, description: 'The council that decides it.' })
  async council(@Root() { communityId, councilId }: MotionRow, @Ctx() context: Context) {
    return await context.load(councilById, communityId, councilId);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether nobody screened it in time, and silence spoke.',
  })
  bySilence(@Root() { screenedAt, screenedBy, screenBy }: MotionRow) {
    return (
      screenedBy === null && screenedAt !== null && screenedAt.getTime() === screenBy?.getTime()
    );
  }

  @FieldResolver(() => Motion, {
    nullable: true,
    description: 'The motion together with which it is dealt with.',
  })
  async mergedInto(@Root() { communityId, mergedInto }: MotionRow, @Ctx() context: Context) {
    return mergedInto === null ? null : await context.load(motionById, communityId, mergedInto);
  }

  @FieldResolver(() => Int, { description: 'How many residents have put their names to it.' })
  async coSignatures(@Root() { communityId, id }: MotionRow, @Ctx() context: Context) {
    return (await context.load(signaturesOf, communityId, id))?.count ?? 0;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the signed-in resident is one of them.' })
  @Allow(signedIn)
  async coSignedByMe(@Root() { communityId, id }: MotionRow, @Ctx() context: Context) {
    const own = context.actor.residences.find((each) => each.communityId === communityId);
    if (!own) return false;
    return (await context.load(signedBy, communityId, signedKey(id, own.residentId))) !== null;
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the signed-in person wrote or tabled it: who did takes it back, and nobody else.',
  })
  @Allow(signedIn)
  writtenByMe(@Root() { tabledBy }: MotionRow, @Ctx() { actor }: Context): boolean {
    return actor.personId !== null && tabledBy === actor.personId;
  }

  @FieldResolver(() => CoSignatureConnection, { description: 'Who they are.' })
  @Allow(readsCoSigners)
  async coSigners(
    @Root() { communityId, id: ownerId }: MotionRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, coSignersOf, { communityId, ownerId }, page);
  }

  @FieldResolver(() => [Ballot], {
    description: 'The ballots on it, the first first: without a quorum there is another.',
  })
  async ballots(@Root() { communityId, id }: MotionRow, @Ctx() context: Context) {
    const voted = await context.loadMany(ballotsOfMotion, communityId, id);
    return await Promise.all(
      voted.map(({ ballotId }) => context.load(ballotById, communityId, ballotId)),
    );
  }
}

@Resolver(() => CoSignature)
export class CoSignatureResolver {
  @FieldResolver(() => Resident, { nullable: true, description: 'The resident.' })
  async resident(@Root() { communityId, id }: CoSigner, @Ctx() context: Context) {
    return await context.load(residentById, communityId, id);
  }
}

const STATE = {
  nullable: true,
  description: 'Only those that are so far; all if left out.',
} as const;

@Resolver(() => Place)
export class PlaceMotionsResolver {
  @FieldResolver(() => MotionConnection, {
    description:
      'What was put before its councils, the newest first; of a community also the affairs of its ' +
      'courtyards and grids.',
  })
  async motions(
    @Root() { id }: PlaceRow,
    @Arg('state', () => MotionStateEnum, STATE) state: MotionState | null | undefined,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    const owner = { communityId: CITY, ownerId: id, about: state ?? '' };
    return await loadKeyset(context, motionsOfPlace, owner, page);
  }
}

@Resolver(() => Council)
export class CouncilMotionsResolver {
  @FieldResolver(() => MotionConnection, {
    description: 'What was put before it, the newest first.',
  })
  async motions(
    @Root() { communityId, id }: CouncilRow,
    @Arg('state', () => MotionStateEnum, STATE) state: MotionState | null | undefined,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    const owner = { communityId, ownerId: id, about: state ?? '' };
    return await loadKeyset(context, motionsOfCouncil, owner, page);
  }
}
