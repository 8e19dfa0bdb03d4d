import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { place } from '../society/place.reader';
import { endGoodsDrive } from './end-goods-drive';
import type { GoodsDriveRow } from './goods-drive.entity';
import {
  EndGoodsDriveInput,
  EndGoodsDrivePayload,
  GoodsDrive,
  GoodsDriveConnection,
  OpenGoodsDriveInput,
  OpenGoodsDrivePayload,
} from './goods-drive.graphql';
import { goodsDriveById, goodsDrivesOf } from './goods-drive.reader';
import { openGoodsDrive } from './open-goods-drive';

tenantNode('GoodsDrive', (context, ref) => context.load(goodsDriveById, ref.communityId, ref.id));

const OPENERS = 'Storekeepers of the operator there, cadres of the place and officers above';

@Resolver(() => GoodsDrive)
export class GoodsDriveResolver {
  @FieldResolver(() => Place, { description: 'The community whose stores receive the goods.' })
  async community(@Root() { communityId }: GoodsDriveRow, @Ctx() context: Context) {
    return await place(context, communityId);
  }

  @FieldResolver(() => Organisation, { nullable: true, description: 'Who holds it, if one does.' })
  async organiser(@Root() { organiserId }: GoodsDriveRow, @Ctx() context: Context) {
    return organiserId ? await context.load(organisationById, CITY, organiserId) : null;
  }

  @FieldResolver(() => Int)
  pieces(@Root() { pieces }: GoodsDriveRow) {
    return Number(pieces);
  }

  @Mutation(() => OpenGoodsDrivePayload, {
    description:
      'Opens a drive, under which goods come in on its days. Codes: ID_UNKNOWN, KEEPS_NO_BOOKS, ' +
      'TEXT_LENGTH, DAY_UNREADABLE, DRIVE_DATES.',
  })
  @Allow(byCommand(OPENERS))
  async openGoodsDrive(
    @Arg('input', () => OpenGoodsDriveInput) input: OpenGoodsDriveInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ drive: await openGoodsDrive(work, input) }));
  }

  @Mutation(() => EndGoodsDrivePayload, {
    description:
      'Ends a drive today; what came in stays. Codes: ID_UNKNOWN, DRIVE_NOT_BEGUN, DRIVE_ENDED.',
  })
  @Allow(byCommand(OPENERS))
  async endGoodsDrive(
    @Arg('input', () => EndGoodsDriveInput) input: EndGoodsDriveInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ drive: await endGoodsDrive(work, input) }));
  }
}

@Resolver(() => Place)
export class PlaceGoodsDrivesResolver {
  @FieldResolver(() => GoodsDriveConnection, {
    description: 'The drives for goods in it, the latest first.',
  })
  async goodsDrives(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadKeyset(context, goodsDrivesOf, { communityId: id, ownerId: id }, page);
  }
}
