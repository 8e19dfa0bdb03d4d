import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import { AllowanceClass } from './allowance.graphql';
import { allowanceClassById } from './allowance.reader';
import { ExchangeConnection } from './exchange.graphql';
import { Product } from './product.graphql';
import { productById } from './product.reader';
import type { ShiftCountRow } from './shift-count.entity';
import { exchangesInShift, shiftSumsNow } from './shift-sums.reader';
import type { ShiftRow } from './shift.entity';
import {
  Shift,
  ShiftConnection,
  ShiftCount,
  shiftExchangesReader,
  ShiftPieces,
  ShiftSums,
} from './shift.graphql';
import { countsOfShift, openShift, openShiftOf, shiftById, shiftsOf } from './shift.reader';
import { StockTake } from './stock-take.graphql';
import { stockTakeById } from './stock-take.reader';
import type { StoreRow } from './store.entity';
import { Store } from './store.graphql';
import { storeById } from './store.reader';
import { storeExchangesReader } from './supermarkets.policy';

tenantNode('Shift', (context, ref) => context.load(shiftById, ref.communityId, ref.id));

/** A count of a shift that is over or not. */
type ToldCount = ShiftCountRow & { readonly isOver: boolean };

interface ToldSums {
  readonly communityId: string;
  readonly pieces: Readonly<Record<string, number>>;
}

@Resolver(() => Shift)
export class ShiftResolver {
  @FieldResolver(() => Store, { description: 'The store.' })
  async store(@Root() { communityId, storeId }: ShiftRow, @Ctx() context: Context) {
    return await context.load(storeById, communityId, storeId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who works it.' })
  async clerk(@Root() { clerkId }: ShiftRow, @Ctx() context: Context) {
    return await context.load(personById, CITY, clerkId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who ended it.' })
  async closedBy(@Root() { closedBy }: ShiftRow, @Ctx() context: Context) {
    return closedBy ? await context.load(personById, CITY, closedBy) : null;
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who settled its differences.' })
  async settledBy(@Root() { settledBy }: ShiftRow, @Ctx() context: Context) {
    return settledBy ? await context.load(personById, CITY, settledBy) : null;
  }

  @FieldResolver(() => StockTake, {
    nullable: true,
    description: 'The stock-take that was started because of its differences.',
  })
  async stockTake(@Root() { communityId, stockTakeId }: ShiftRow, @Ctx() context: Context) {
    return stockTakeId ? await context.load(stockTakeById, communityId, stockTakeId) : null;
  }

  @FieldResolver(() => ShiftSums, { description: 'What it did; while it is open, until now.' })
  async sums(@Root() shift: ShiftRow, @Ctx() context: Context) {
    const { communityId, id } = shift;
    const sums = shift.closedAt ? shift : await context.load(shiftSumsNow, communityId, id);
    const { exchanges, voids, credits, pieces } = sums ?? shift;
    return { communityId, exchanges, voids, credits: Number(credits), pieces: pieces ?? {} };
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Slips beyond the exchanges of the books, below zero: missing; null: not counted.',
  })
  slipDifference(@Root() { slips, exchanges }: ShiftRow): number | null {
    return slips === null || exchanges === null ? null : slips - exchanges;
  }

  @FieldResolver(() => [ShiftCount], {
    description: 'What was counted at its beginning and at its end, at most 100 counts.',
  })
  async counts(@Root() shift: ShiftRow, @Ctx() context: Context): Promise<ToldCount[]> {
    const counts = await context.loadMany(countsOfShift, shift.communityId, shift.id);
    return counts.map((count) => ({ ...count, isOver: shift.closedAt !== null }));
  }

  @FieldResolver(() => ExchangeConnection, {
    nullable: true,
    description: 'The exchanges recorded in it, newest first, those taken back included.',
  })
  @Allow(shiftExchangesReader)
  async exchanges(
    @Root() { communityId, id }: ShiftRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, exchangesInShift, { communityId, ownerId: id }, page);
  }
}

@Resolver(() => ShiftSums)
export class ShiftSumsResolver {
  @FieldResolver(() => [ShiftPieces], { description: 'The pieces that left, by class of goods.' })
  pieces(@Root() { communityId, pieces }: ToldSums) {
    return Object.entries(pieces).map(([classId, count]) => ({
      ...{ communityId, classId, pieces: count },
    }));
  }
}

@Resolver(() => ShiftPieces)
export class ShiftPiecesResolver {
  @FieldResolver(() => AllowanceClass, { nullable: true, description: 'The class; null: none.' })
  async allowanceClass(
    @Root() { communityId, classId }: { communityId: string; classId: string },
    @Ctx() context: Context,
  ) {
    return classId === '' ? null : await context.load(allowanceClassById, communityId, classId);
  }
}

@Resolver(() => ShiftCount)
export class ShiftCountResolver {
  @FieldResolver(() => Product, { description: 'The product.' })
  async product(@Root() { communityId, productId }: ToldCount, @Ctx() context: Context) {
    return await context.load(productById, communityId, productId);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Pieces that the books held then; null until the shift is over.',
  })
  book(@Root() { book, isOver }: ToldCount): number | null {
    return isOver ? book : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Pieces beyond the books, below zero: missing; null until the shift is over.',
  })
  difference(@Root() { pieces, book, isOver }: ToldCount): number | null {
    return isOver ? pieces - book : null;
  }
}

@Resolver(() => Store)
export class StoreShiftsResolver {
  @FieldResolver(() => ShiftConnection, {
    nullable: true,
    description: 'Its shifts, the latest first.',
  })
  @Allow(storeExchangesReader)
  async shifts(
    @Root() { communityId, id }: StoreRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, shiftsOf, { communityId, ownerId: id }, page);
  }

  @FieldResolver(() => Shift, {
    nullable: true,
    description: 'The open shift of who asks; null: none.',
  })
  async ownShift(@Root() { communityId, id }: StoreRow, @Ctx() context: Context) {
    const { personId } = context.actor;
    return personId ? await context.load(openShift, communityId, openShiftOf(id, personId)) : null;
  }
}
