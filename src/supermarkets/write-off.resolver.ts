import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { then } from '../api/at-once';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { Money, toMoney } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { Attachment } from '../attachments/attachment.graphql';
import { attachmentsAreReadBy } from '../attachments/attachment.policy';
import { attachedTo } from '../attachments/attachment.reader';
import { Entry } from '../books/entry.graphql';
import { entryById } from '../books/entry.reader';
import { poolById } from '../foundations/pool.reader';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import { Lot } from './lot.graphql';
import { lotById } from './lot.reader';
import type { StoreRow } from './store.entity';
import { Store } from './store.graphql';
import { storeById } from './store.reader';
import { costReader } from './supermarkets.policy';
import type { WriteOffLimitRow } from './write-off-limit.entity';
import { writeOffLimitOf } from './write-off-limit.reader';
import type { WriteOffRow } from './write-off.entity';
import { WriteOff, WriteOffConnection, WriteOffLimit, writeOffReader } from './write-off.graphql';
import { writeOffById, writeOffsOf } from './write-off.reader';

/** Whoever may read a write-off may see what it looked like. */
attachmentsAreReadBy('WriteOff', (context, { communityId, id }) =>
  then(
    context.lookUp(writeOffById, communityId, id),
    (row) => row !== null && writeOffReader.allows(context, row as never),
  ),
);

tenantNode('WriteOff', (context, ref) => context.load(writeOffById, ref.communityId, ref.id));

@Resolver(() => WriteOff)
export class WriteOffResolver {
  @FieldResolver(() => Store, { description: 'The store.' })
  async store(@Root() { communityId, storeId }: WriteOffRow, @Ctx() context: Context) {
    return await context.load(storeById, communityId, storeId);
  }

  @FieldResolver(() => Lot, { description: 'The lot.' })
  async lot(@Root() { communityId, lotId }: WriteOffRow, @Ctx() context: Context) {
    return await context.load(lotById, communityId, lotId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who asked for it.' })
  async askedBy(@Root() { askedBy }: WriteOffRow, @Ctx() context: Context) {
    return await context.load(personById, CITY, askedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'The second person.' })
  async decidedBy(@Root() { decidedBy }: WriteOffRow, @Ctx() context: Context) {
    return decidedBy ? await context.load(personById, CITY, decidedBy) : null;
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who took it back.' })
  async reversedBy(@Root() { reversedBy }: WriteOffRow, @Ctx() context: Context) {
    return reversedBy ? await context.load(personById, CITY, reversedBy) : null;
  }

  @FieldResolver(() => Attachment, { nullable: true, description: 'A photo that shows it.' })
  async photo(@Root() { communityId, id }: WriteOffRow, @Ctx() context: Context) {
    const [photo] = await context.loadMany(attachedTo('WriteOff'), communityId, id);
    return photo ?? null;
  }

  @FieldResolver(() => Entry, {
    nullable: true,
    description: 'The entry by which the pieces left their lot.',
  })
  async entry(@Root() { communityId, entryId }: WriteOffRow, @Ctx() context: Context) {
    return entryId ? await context.load(entryById, communityId, entryId) : null;
  }
}

@Resolver(() => WriteOffLimit)
export class WriteOffLimitResolver {
  @FieldResolver(() => Money, { nullable: true })
  async value(@Root() limit: WriteOffLimitRow, @Ctx() context: Context) {
    const { communityId, storeId, valueMinor } = limit;
    if (valueMinor === null) return null;
    const store = await context.load(storeById, communityId, storeId);
    const pool = store && (await context.load(poolById, communityId, store.poolId));
    return pool ? toMoney(amount(currency(pool.currency), BigInt(valueMinor))) : null;
  }
}

@Resolver(() => Store)
export class StoreWriteOffsResolver {
  @FieldResolver(() => WriteOffConnection, {
    description: 'What was written off in it, the latest first.',
  })
  @Allow(costReader)
  async writeOffs(
    @Root() { communityId, id }: StoreRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, writeOffsOf, { communityId, ownerId: id }, page);
  }

  @FieldResolver(() => WriteOffLimit, {
    nullable: true,
    description:
      'What one person may write off in a day without a second; null: nothing is set, and ' +
      'everything waits for a second person.',
  })
  @Allow(costReader)
  async writeOffLimit(@Root() { communityId, id }: StoreRow, @Ctx() context: Context) {
    return await context.load(writeOffLimitOf, communityId, id);
  }
}
