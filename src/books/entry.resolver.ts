import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CITY, type Context } from '../api/context';
import { tenantNode } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { ruleInWords } from '../bookkeeping/in-words';
import type { Entry as EntryRow } from '../ledger/entry.reader';
import type { PostedLeg } from '../ledger/leg.reader';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import { booksReader } from '../society/society.policy';
import { Block } from './block.graphql';
import { blockOfEntry } from './block.reader';
import './books-busy.graphql';
import { supervisesBooks } from './books.policy';
import { Account, Asset, Entry, EntryFact, Leg } from './entry.graphql';
import {
  accountById,
  assetOf,
  decimal,
  entryById,
  legsOfEntry,
  reversalOf,
  sealedUntil,
} from './entry.reader';
import { factsOf } from './facts';

tenantNode('Entry', (context, { communityId, id }) => context.load(entryById, communityId, id));

@Resolver(() => Entry)
export class EntryResolver {
  @FieldResolver()
  number(@Root() { id }: EntryRow): string {
    return id;
  }

  @FieldResolver()
  title(@Root() { rule }: EntryRow, @Ctx() { language }: Context): string {
    return ruleInWords(rule, language).title;
  }

  @FieldResolver()
  says(@Root() { rule }: EntryRow, @Ctx() { language }: Context): string {
    return ruleInWords(rule, language).says;
  }

  @FieldResolver(() => [EntryFact])
  @Allow(booksReader)
  facts(@Root() { facts }: EntryRow): EntryFact[] {
    return factsOf(facts);
  }

  @FieldResolver(() => Person, { nullable: true })
  async recordedBy(@Root() { actorId }: EntryRow, @Ctx() context: Context) {
    return actorId ? await context.load(personById, CITY, actorId) : null;
  }

  @FieldResolver(() => String, { nullable: true })
  @Allow(supervisesBooks)
  async recordedByName(@Root() { actorId }: EntryRow, @Ctx() context: Context) {
    return actorId ? ((await context.load(personById, CITY, actorId))?.name ?? null) : null;
  }

  @FieldResolver(() => Block, { nullable: true })
  @Allow(booksReader)
  async block(@Root() { communityId, id }: EntryRow, @Ctx() context: Context) {
    return await context.load(blockOfEntry, communityId, id);
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
