import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { Money, toMoney } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { currency } from '../kernel/currency';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import type { OperatorDisputeRow } from './operator-dispute.entity';
import { OperatorDispute, OperatorDisputeConnection } from './operator-dispute.graphql';
import { disputesOfStore, operatorDisputeById } from './operator-dispute.reader';
import { OperatorStatement, OperatorStatementLine } from './operator-statement.graphql';
import { lineKey, operatorStatementById, statementLineByKey } from './operator-statement.reader';
import type { StoreRow } from './store.entity';
import { Store } from './store.graphql';
import { costReader } from './supermarkets.policy';

tenantNode('OperatorDispute', (context, ref) =>
  context.load(operatorDisputeById, ref.communityId, ref.id),
);

@Resolver(() => OperatorDispute)
export class OperatorDisputeResolver {
  @FieldResolver(() => OperatorStatement, { description: 'The statement.' })
  async statement(
    @Root() { communityId, statementId }: OperatorDisputeRow,
    @Ctx() context: Context,
  ) {
    return await context.load(operatorStatementById, communityId, statementId);
  }

  @FieldResolver(() => OperatorStatementLine, { description: 'The line that it is about.' })
  async line(
    @Root() { communityId, statementId, line }: OperatorDisputeRow,
    @Ctx() context: Context,
  ) {
    return await context.load(statementLineByKey, communityId, lineKey(statementId, line));
  }

  @FieldResolver(() => Money, { description: 'The disputed part.' })
  async amount(
    @Root() { communityId, statementId, amount }: OperatorDisputeRow,
    @Ctx() context: Context,
  ) {
    const statement = await context.load(operatorStatementById, communityId, statementId);
    if (!statement) throw new Error(`There is no statement ${statementId}`);
    return toMoney({ asset: currency(statement.currency), minor: BigInt(amount) });
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who raised it.' })
  async raisedBy(@Root() { raisedBy }: OperatorDisputeRow, @Ctx() context: Context) {
    return await context.load(personById, CITY, raisedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who answered for the operator.' })
  async answeredBy(@Root() { answeredBy }: OperatorDisputeRow, @Ctx() context: Context) {
    return answeredBy ? await context.load(personById, CITY, answeredBy) : null;
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who decided it.' })
  async decidedBy(@Root() { decidedBy }: OperatorDisputeRow, @Ctx() context: Context) {
    return decidedBy ? await context.load(personById, CITY, decidedBy) : null;
  }
}

@Resolver(() => Store)
export class StoreDisputesResolver {
  @FieldResolver(() => OperatorDisputeConnection, {
    nullable: true,
    description: "Disputed lines of its operator's statements, the latest first.",
  })
  @Allow(costReader)
  async operatorDisputes(
    @Root() { communityId, id }: StoreRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, disputesOfStore, { communityId, ownerId: id }, page);
  }
}
