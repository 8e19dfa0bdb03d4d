import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CITY, type Context } from '../api/context';
import { toMoney, type Money } from '../api/money.graphql';
import { kindInWords, ruleInWords } from '../bookkeeping/in-words';
import { assetOf, entryById, legsOfEntry } from '../books/entry.reader';
import { Pool } from '../foundations/pool.graphql';
import { poolById } from '../foundations/pool.reader';
import { Grant } from '../grants/grant.graphql';
import { grantById } from '../grants/grant.reader';
import type { MoneyItem } from '../reports/money-flows';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import { Store } from '../supermarkets/store.graphql';
import { storeById } from '../supermarkets/store.reader';
import { PublicEntry, PublicEntryLine } from './public-entry.graphql';
import { referenceOf, type PublicEntryRow } from './public-entry.reader';
import { publicLines } from './public-lines';

/** What stands at the other end of entries of an item. */
const ABOUT: Partial<Record<MoneyItem, 'enterprise' | 'grant' | 'store'>> = {
  ...{ surplus: 'enterprise', matches: 'enterprise' },
  ...{ grants: 'grant', shown: 'grant' },
  ...{ welfare_goods: 'store', operator_goods: 'store' },
};

@Resolver(() => PublicEntry)
export class PublicEntryResolver {
  @FieldResolver()
  reference(@Root() row: PublicEntryRow): string {
    return referenceOf(row);
  }

  @FieldResolver(() => String)
  async rule(@Root() row: PublicEntryRow, @Ctx() context: Context) {
    return (await entryOf(row, context)).rule;
  }

  @FieldResolver(() => String)
  async says(@Root() row: PublicEntryRow, @Ctx() context: Context) {
    return ruleInWords((await entryOf(row, context)).rule, context.language).says;
  }

  @FieldResolver(() => Boolean)
  async takesBack(@Root() row: PublicEntryRow, @Ctx() context: Context) {
    return (await entryOf(row, context)).reversalOf !== null;
  }

  @FieldResolver()
  async money(@Root() row: PublicEntryRow, @Ctx() context: Context): Promise<Money> {
    return toMoney({ asset: await assetOf(context, row.assetId), minor: BigInt(row.minor) });
  }

  @FieldResolver(() => Pool, { description: 'The pool whose money it is.' })
  async pool(@Root() { communityId, poolId }: PublicEntryRow, @Ctx() context: Context) {
    return await context.load(poolById, communityId, poolId);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The enterprise whose surplus or match it is; null of anything else.',
  })
  async enterprise(@Root() { item, aboutId }: PublicEntryRow, @Ctx() context: Context) {
    const isOne = ABOUT[item] === 'enterprise';
    return isOne ? await context.load(organisationById, CITY, aboutId) : null;
  }

  @FieldResolver(() => Grant, {
    nullable: true,
    description: 'The grant that it pays or shows; null of anything else.',
  })
  async grant(@Root() { item, communityId, aboutId }: PublicEntryRow, @Ctx() context: Context) {
    return ABOUT[item] === 'grant' ? await context.load(grantById, communityId, aboutId) : null;
  }

  @FieldResolver(() => Store, {
    nullable: true,
    description: 'The store whose goods it paid; null of anything else.',
  })
  async store(@Root() { item, communityId, aboutId }: PublicEntryRow, @Ctx() context: Context) {
    return ABOUT[item] === 'store' ? await context.load(storeById, communityId, aboutId) : null;
  }

  @FieldResolver(() => [PublicEntryLine])
  async lines(@Root() { communityId, entryId, assetId }: PublicEntryRow, @Ctx() context: Context) {
    const legs = await context.loadMany(legsOfEntry, communityId, entryId);
    const asset = await assetOf(context, assetId);
    return publicLines(legs, assetId).map(({ kind, minor }) => ({
      ...{ kind, title: kindInWords(kind, context.language) },
      debit: minor > 0n ? toMoney({ asset, minor }) : null,
      credit: minor < 0n ? toMoney({ asset, minor: -minor }) : null,
    }));
  }
}

async function entryOf({ communityId, entryId }: PublicEntryRow, context: Context) {
  const entry = await context.load(entryById, communityId, entryId);
  if (!entry)
    throw new Error(`The open book lists an entry that the books do not hold: ${entryId}`);
  return entry;
}
