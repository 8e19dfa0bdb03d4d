import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import { OperatorStatement } from '../supermarkets/operator-statement.graphql';
import { operatorStatementById } from '../supermarkets/operator-statement.reader';
import { PremisesAgreement } from '../supermarkets/premises-agreement.graphql';
import { premisesAgreementById } from '../supermarkets/premises-agreement.reader';
import { PremisesEnding, StatementToPay } from './inbox.graphql';
import type { InboxRow } from './inbox.reader';

@Resolver(() => StatementToPay)
export class StatementToPayResolver {
  @FieldResolver(() => OperatorStatement, { description: 'The statement.' })
  async statement(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(operatorStatementById, communityId, nodeId);
  }
}

@Resolver(() => PremisesEnding)
export class PremisesEndingResolver {
  @FieldResolver(() => PremisesAgreement, { description: 'The agreement.' })
  async agreement(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(premisesAgreementById, communityId, nodeId);
  }
}
