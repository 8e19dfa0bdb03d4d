import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { Money, toMoney } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { poolById } from '../foundations/pool.reader';
import { monthPeriod } from '../kernel/calendar';
import { currency } from '../kernel/currency';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import { OperatorDispute } from './operator-dispute.graphql';
import { disputeOfLine } from './operator-dispute.reader';
import { monthKey, operatorMonths } from './operator-month.reader';
import type { OperatorStatementRow } from './operator-statement.entity';
import {
  OperatorMonth,
  OperatorStatement,
  OperatorStatementConnection,
  OperatorStatementLine,
  OperatorStatementStateEnum,
  type StatementState,
} from './operator-statement.graphql';
import {
  linesOfStatement,
  operatorStatementById,
  operatorStatementsOf,
  type StatementLine,
} from './operator-statement.reader';
import { Product } from './product.graphql';
import { productById } from './product.reader';
import type { StoreRow } from './store.entity';
import { Store } from './store.graphql';
import { storeById } from './store.reader';
import { costReader } from './supermarkets.policy';

tenantNode('OperatorStatement', (context, ref) =>
  context.load(operatorStatementById, ref.communityId, ref.id),
);

const money = (code: OperatorStatementRow['currency'], minor: bigint | string) =>
  toMoney({ asset: currency(code), minor: BigInt(minor) });

@Resolver(() => OperatorStatement)
export class OperatorStatementResolver {
  @FieldResolver(() => OperatorStatementStateEnum, { description: 'How far it is.' })
  state(@Root() { checkedAt, settledAt }: OperatorStatementRow): StatementState {
    if (settledAt) return 'settled';
    return checkedAt ? 'checked' : 'issued';
  }

  @FieldResolver(() => Money, {
    description: 'What its lines come to; below zero where more was voided than came late.',
  })
  total(@Root() { currency: code, total }: OperatorStatementRow) {
    return money(code, total);
  }

  @FieldResolver(() => Store, { description: 'The store.' })
  async store(@Root() { communityId, storeId }: OperatorStatementRow, @Ctx() context: Context) {
    return await context.load(storeById, communityId, storeId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who issued it; null: by itself.' })
  async issuedBy(@Root() { issuedBy }: OperatorStatementRow, @Ctx() context: Context) {
    return issuedBy ? await context.load(personById, CITY, issuedBy) : null;
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who accepted it.' })
  async checkedBy(@Root() { checkedBy }: OperatorStatementRow, @Ctx() context: Context) {
    return checkedBy ? await context.load(personById, CITY, checkedBy) : null;
  }

  @FieldResolver(() => [OperatorStatementLine], {
    description: 'Its lines: one for each product and cost.',
  })
  async lines(@Root() { communityId, id }: OperatorStatementRow, @Ctx() context: Context) {
    return await context.loadMany(linesOfStatement, communityId, id);
  }
}

@Resolver(() => OperatorStatementLine)
export class OperatorStatementLineResolver {
  @FieldResolver(() => Product, { description: 'The product.' })
  async product(@Root() { communityId, productId }: StatementLine, @Ctx() context: Context) {
    return await context.load(productById, communityId, productId);
  }

  @FieldResolver(() => Money, { description: 'What a piece costs.' })
  unitCost(@Root() { currency: code, unitCost }: StatementLine) {
    return money(code, unitCost);
  }

  @FieldResolver(() => Money, { description: 'What it comes to: the pieces that were not voided.' })
  amount(@Root() { currency: code, amount }: StatementLine) {
    return money(code, amount);
  }

  @FieldResolver(() => OperatorDispute, { nullable: true, description: 'Its dispute, if any.' })
  async dispute(@Root() { communityId, key }: StatementLine, @Ctx() context: Context) {
    return await context.load(disputeOfLine, communityId, key);
  }
}

@Resolver(() => Store)
export class StoreStatementsResolver {
  @FieldResolver(() => OperatorStatementConnection, {
    nullable: true,
    description: "Its operator's statements, the latest first.",
  })
  @Allow(costReader)
  async operatorStatements(
    @Root() { communityId, id }: StoreRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, operatorStatementsOf, { communityId, ownerId: id }, page);
  }

  @FieldResolver(() => OperatorMonth, {
    nullable: true,
    description: 'Where a month stands between its operator and the foundation.',
  })
  @Allow(costReader)
  async operatorMonth(
    @Root() store: StoreRow,
    @Arg('month', () => String, { description: 'The month: `2026-11`.' }) month: string,
    @Ctx() context: Context,
  ) {
    const { from } = monthPeriod(month, ['month']);
    const pool = await context.load(poolById, store.communityId, store.poolId);
    if (!pool) throw new Error(`Store ${store.id} has no pool`);
    const key = monthKey(store, pool, from.slice(0, 7));
    const found = await context.load(operatorMonths, store.communityId, key);
    if (!found) throw new Error('A month that was asked for is there');
    const { exchanged, unchecked, disputed, reduced, paid, payable } = found;
    const figures = { exchanged, unchecked, disputed, reduced, paid, payable };
    return Object.fromEntries(
      Object.entries(figures).map(([name, minor]) => [name, money(pool.currency, minor)]),
    );
  }
}
