import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import type { Context } from '../api/context';
import { MomentScalar } from '../api/day.graphql';
import { tenantNode } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { kindInWords, ruleInWords } from '../bookkeeping/in-words';
import type { Account as AccountState } from '../ledger/account.reader';
import { statement, type StatementLine as Line } from '../ledger/leg.reader';
import { place } from '../society/place.reader';
import { booksReader, mayReadBooks } from '../society/society.policy';
import { balanceAsOf } from './as-of.reader';
import { Account, Asset, Entry, StatementLine, StatementLineConnection } from './entry.graphql';
import { accountById, assetOf, decimal, entryById } from './entry.reader';

// An account's fields are for whoever was given it; by its bare id only the books' readers are.
tenantNode('Account', async (context, { communityId, id }) => {
  const at = await place(context, communityId);
  const may = at !== null && mayReadBooks(context.actor, at);
  return may ? await context.load(accountById, communityId, id) : null;
});

@Resolver(() => Account)
export class AccountResolver {
  @FieldResolver()
  path(@Root() { kind, holderId, about }: AccountState): string {
    return [kind, holderId, about].filter(Boolean).join('/');
  }

  @FieldResolver()
  title(@Root() { kind }: AccountState, @Ctx() { language }: Context): string {
    return kindInWords(kind, language);
  }

  @FieldResolver(() => Asset)
  async asset(@Root() { assetId }: AccountState, @Ctx() context: Context) {
    return await assetOf(context, assetId);
  }

  @FieldResolver(() => String)
  async balance(@Root() { assetId, balance }: AccountState, @Ctx() context: Context) {
    return await decimal(context, assetId, balance);
  }

  @FieldResolver(() => String, {
    description:
      'What it held at a moment, on its normal side, as a decimal: with all that was recorded up ' +
      'to the end of that millisecond, whenever it is said to have happened. What was once ' +
      'recorded stays so, and a moment long past has the same answer for ever.',
  })
  @Allow(booksReader)
  async balanceAsOf(
    @Root() account: AccountState,
    @Arg('moment', () => MomentScalar, { description: 'The moment, in recorded time.' })
    moment: Date,
    @Ctx() context: Context,
  ) {
    return await decimal(context, account.assetId, await balanceAsOf(context, account, moment));
  }

  @FieldResolver(() => StatementLineConnection, { description: 'Its lines, newest first.' })
  @Allow(booksReader)
  async statement(
    @Root() { communityId, id }: AccountState,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await statement(context.db, communityId, id, page);
  }
}

@Resolver(() => StatementLine)
export class StatementLineResolver {
  @FieldResolver()
  says(@Root() { rule }: Line, @Ctx() { language }: Context): string {
    return ruleInWords(rule, language).says;
  }

  @FieldResolver(() => String)
  async change(@Root() line: Line, @Ctx() context: Context) {
    return await decimal(context, line.assetId, line.amount * BigInt(line.normalSide));
  }

  @FieldResolver(() => String)
  async balance(@Root() line: Line, @Ctx() context: Context) {
    const held = (line.debits - line.credits) * BigInt(line.normalSide);
    return await decimal(context, line.assetId, held);
  }

  @FieldResolver(() => Entry)
  async entry(@Root() { communityId, entryId }: Line, @Ctx() context: Context) {
    return await context.load(entryById, communityId, entryId);
  }
}
