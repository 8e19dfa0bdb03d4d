import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import type { Context } from '../api/context';
import { tenantNode } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { ruleSays } from '../bookkeeping/rules/chapters';
import { journal, type Entry as EntryRow } from '../ledger/entry.reader';
import type { PostedLeg } from '../ledger/leg.reader';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import './books-busy.graphql';
import { journalReader } from './books.policy';
import { Account, Asset, Entry, EntryConnection, Leg } from './entry.graphql';
import {
  accountById,
  assetOf,
  decimal,
  entryById,
  legsOfEntry,
  reversalOf,
  sealedUntil,
} from './entry.reader';

tenantNode('Entry', (context, { communityId, id }) => context.load(entryById, communityId, id));

@Resolver(() => Entry)
export class EntryResolver {
  @FieldResolver()
  says(@Root() { rule }: EntryRow): string {
    return ruleSays(rule);
  }

  @FieldResolver()
  async sealed(@Root() entry: EntryRow, @Ctx() context: Context): Promise<boolean> {
    const block = await context.load(sealedUntil, entry.communityId, entry.communityId);
    return block !== null && entry.recordedAt <= block.untilAt;
  }

  @FieldResolver(() => [Leg])
  async legs(@Root() { communityId, id }: EntryRow, @Ctx() context: Context) {
    return await context.loadMany(legsOfEntry, communityId, id);
  }

  @FieldResolver(() => Entry, { nullable: true })
  async reversalOf(@Root() entry: EntryRow, @Ctx() context: Context) {
    const { communityId, reversalOf: original } = entry;
    return original ? await context.load(entryById, communityId, original) : null;
  }

  @FieldResolver(() => Entry, { nullable: true })
  async reversedBy(@Root() { communityId, id }: EntryRow, @Ctx() context: Context) {
    return await context.load(reversalOf, communityId, id);
  }
}

@Resolver(() => Leg)
export class LegResolver {
  @FieldResolver(() => String, { nullable: true })
  async debit(@Root() { assetId, amount }: PostedLeg, @Ctx() context: Context) {
    return amount > 0n ? await decimal(context, assetId, amount) : null;
  }

  @FieldResolver(() => String, { nullable: true })
  async credit(@Root() { assetId, amount }: PostedLeg, @Ctx() context: Context) {
    return amount < 0n ? await decimal(context, assetId, -amount) : null;
  }

  @FieldResolver(() => Asset)
  async asset(@Root() { assetId }: PostedLeg, @Ctx() context: Context) {
    return await assetOf(context, assetId);
  }

  @FieldResolver(() => Account)
  async account(@Root() { communityId, accountId }: PostedLeg, @Ctx() context: Context) {
    return await context.load(accountById, communityId, accountId);
  }
}

@Resolver(() => Place)
export class JournalResolver {
  @FieldResolver(() => EntryConnection, {
    description: 'The entries of the books that this place keeps, newest first.',
  })
  @Allow(journalReader)
  async journal(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await journal(context.db, id, page);
  }
}
