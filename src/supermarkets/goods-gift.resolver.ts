import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { CITY, type Context } from '../api/context';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { Entry } from '../books/entry.graphql';
import { entryById } from '../books/entry.reader';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import { Resident } from '../society/resident.graphql';
import { residentById } from '../society/resident.reader';
import { GoodsDrive } from './goods-drive.graphql';
import { goodsDriveById } from './goods-drive.reader';
import type { GoodsGiftRow } from './goods-gift.entity';
import {
  GoodsGift,
  GoodsGiftLine,
  PrintGoodsSlipInput,
  PrintGoodsSlipPayload,
  ReceiveGoodsGiftInput,
  ReceiveGoodsGiftPayload,
} from './goods-gift.graphql';
import { goodsGiftNumber } from './goods-gift-number';
import { goodsGiftById, linesOfGift, type GivenLine } from './goods-gift.reader';
import { Lot } from './lot.graphql';
import { lotById } from './lot.reader';
import { printGoodsSlip } from './print-goods-slip';
import { receiveGoodsGift } from './receive-goods-gift';
import { Store } from './store.graphql';
import { storeById } from './store.reader';

tenantNode('GoodsGift', (context, ref) => context.load(goodsGiftById, ref.communityId, ref.id));

const STAFF = "The storekeepers and clerks of the store's operator";

@Resolver(() => GoodsGift)
export class GoodsGiftResolver {
  @FieldResolver(() => String, { description: 'The number on the slip, without gaps in a store.' })
  async number(@Root() { communityId, storeId, number }: GoodsGiftRow, @Ctx() context: Context) {
    const store = await context.load(storeById, communityId, storeId);
    return goodsGiftNumber(store?.code ?? '', number);
  }

  @FieldResolver(() => Store, { description: 'The store that received them.' })
  async store(@Root() { communityId, storeId }: GoodsGiftRow, @Ctx() context: Context) {
    return await context.load(storeById, communityId, storeId);
  }

  @FieldResolver(() => GoodsDrive, { nullable: true, description: 'The drive, if there was one.' })
  async drive(@Root() { communityId, driveId }: GoodsGiftRow, @Ctx() context: Context) {
    return driveId ? await context.load(goodsDriveById, communityId, driveId) : null;
  }

  @FieldResolver(() => Resident, { nullable: true, description: 'The resident who gave.' })
  async resident(@Root() { communityId, residentId }: GoodsGiftRow, @Ctx() context: Context) {
    return residentId ? await context.load(residentById, communityId, residentId) : null;
  }

  @FieldResolver(() => Organisation, { nullable: true, description: 'The organisation that gave.' })
  async organisation(@Root() { organisationId }: GoodsGiftRow, @Ctx() context: Context) {
    return organisationId ? await context.load(organisationById, CITY, organisationId) : null;
  }

  @FieldResolver(() => [GoodsGiftLine], {
    description: 'What was brought, at most 50 kinds, in the order told.',
  })
  async lines(@Root() { communityId, id }: GoodsGiftRow, @Ctx() context: Context) {
    const lines = await context.loadMany(linesOfGift, communityId, id);
    return lines.map((line, n) => ({ ...line, line: n + 1 }));
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who received them.' })
  async receivedBy(@Root() { receivedBy }: GoodsGiftRow, @Ctx() context: Context) {
    return receivedBy ? await context.load(personById, CITY, receivedBy) : null;
  }

  @FieldResolver(() => Entry, { nullable: true, description: 'The entry by which they came.' })
  async entry(@Root() { communityId, entryId }: GoodsGiftRow, @Ctx() context: Context) {
    return await context.load(entryById, communityId, entryId);
  }

  @Mutation(() => ReceiveGoodsGiftPayload, {
    description:
      'Receives the goods that one giver brings at once, and gives the slip. Codes: ID_UNKNOWN, ' +
      'OTHER_COMMUNITY, ONE_GIVER, RESIDENT_GONE, OWN_GIFT, CREDITS_FOR_RESIDENTS, ' +
      'DRIVE_NOT_BEGUN, DRIVE_ENDED, NO_LINES, TOO_MANY_LINES, QUANTITY_OUT_OF_RANGE, ' +
      'DAY_UNREADABLE, LOT_EXPIRED, TEXT_LENGTH, NO_SCHEME, NO_GOODS_VALUE, ' +
      'MONTHLY_CAP_REACHED, TOO_MANY_SLIPS, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand(STAFF))
  async receiveGoodsGift(
    @Arg('input', () => ReceiveGoodsGiftInput) input: ReceiveGoodsGiftInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => await receiveGoodsGift(work, input));
  }

  @Mutation(() => PrintGoodsSlipPayload, {
    description:
      "Prints a giver's slip once more, with a follow word of its own; those before stay good. " +
      'Codes: ID_UNKNOWN, TOO_MANY_SLIPS.',
  })
  @Allow(byCommand(STAFF))
  async printGoodsSlip(
    @Arg('input', () => PrintGoodsSlipInput) input: PrintGoodsSlipInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => await printGoodsSlip(work, input));
  }
}

@Resolver(() => GoodsGiftLine)
export class GoodsGiftLineResolver {
  @FieldResolver(() => Lot, { description: 'The lot, which tells what became of it.' })
  async lot(@Root() { communityId, lotId }: GivenLine, @Ctx() context: Context) {
    return await context.load(lotById, communityId, lotId);
  }
}
