import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Money, toMoney } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { Entry } from '../books/entry.graphql';
import { entryById } from '../books/entry.reader';
import { operatorStatementById } from './operator-statement.reader';
import { settleOperator } from './settle-operator';
import {
  OperatorSettlement,
  SettleOperatorInput,
  SettleOperatorPayload,
} from './settlement.graphql';
import { settlementById, type Settlement } from './settlement.reader';
import { Store } from './store.graphql';
import { storeById } from './store.reader';

tenantNode('OperatorSettlement', (context, ref) =>
  context.load(settlementById, ref.communityId, ref.id),
);

@Resolver(() => OperatorSettlement)
export class OperatorSettlementResolver {
  @FieldResolver(() => Money)
  amount(@Root() { amount }: Settlement) {
    return toMoney(amount);
  }

  @FieldResolver(() => Store, { description: 'The store.' })
  async store(@Root() { communityId, storeId }: Settlement, @Ctx() context: Context) {
    return await context.load(storeById, communityId, storeId);
  }

  @FieldResolver(() => Entry, { nullable: true, description: 'Its entry in the books.' })
  async entry(@Root() { communityId, id }: Settlement, @Ctx() context: Context) {
    return await context.load(entryById, communityId, id);
  }

  @FieldResolver(() => [Int], {
    description: 'The numbers of the checked statements that it paid, or what was left of them.',
  })
  async statementNumbers(
    @Root() { communityId, statementIds }: Settlement,
    @Ctx() context: Context,
  ) {
    const found = await Promise.all(
      statementIds.map((id) => context.load(operatorStatementById, communityId, id)),
    );
    return found.flatMap((statement) => (statement ? [statement.number] : []));
  }

  @Mutation(() => SettleOperatorPayload, {
    description:
      'Pays a store’s operator what the pool owes for a month that has ended, as far as it is ' +
      'checked and not in dispute; settling again pays what was checked or decided since. ' +
      'Codes: ID_UNKNOWN, MONTH_UNREADABLE, MONTH_OPEN, NOTHING_OWED, NOTHING_CHECKED, ' +
      'PAID_BY_CHECKER, BANK_SHORT, BOOKS_BUSY, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand('The treasurer of the foundation that holds the pool, who has not checked it'))
  async settleOperator(
    @Arg('input', () => SettleOperatorInput) input: SettleOperatorInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      settlement: await settleOperator(work, input),
    }));
  }
}
