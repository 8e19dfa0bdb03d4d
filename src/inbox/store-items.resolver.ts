import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import { Lot } from '../supermarkets/lot.graphql';
import { lotById } from '../supermarkets/lot.reader';
import { OperatorDispute } from '../supermarkets/operator-dispute.graphql';
import { operatorDisputeById } from '../supermarkets/operator-dispute.reader';
import { OperatorStatement } from '../supermarkets/operator-statement.graphql';
import { operatorStatementById } from '../supermarkets/operator-statement.reader';
import { Shift } from '../supermarkets/shift.graphql';
import { shiftById } from '../supermarkets/shift.reader';
import { StockTake } from '../supermarkets/stock-take.graphql';
import { stockTakeById } from '../supermarkets/stock-take.reader';
import { StockTransfer } from '../supermarkets/stock-transfer.graphql';
import { transferById } from '../supermarkets/stock-transfer.reader';
import { TillTask } from '../supermarkets/till-task.graphql';
import { tillTaskById } from '../supermarkets/till-task.reader';
import { WriteOff } from '../supermarkets/write-off.graphql';
import { writeOffById } from '../supermarkets/write-off.reader';
import {
  DisputeToAnswer,
  DisputeToSettle,
  RecalledToClear,
  ShiftToSettle,
  StatementToCheck,
  StockTakeToApprove,
  TillTaskToResolve,
  TransferToReceive,
  TransferToSettle,
  WriteOffToApprove,
} from './inbox.graphql';
import type { InboxRow } from './inbox.reader';

@Resolver(() => StockTakeToApprove)
export class StockTakeToApproveResolver {
  @FieldResolver(() => StockTake, { description: 'The stock-take.' })
  async stockTake(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(stockTakeById, communityId, nodeId);
  }
}

@Resolver(() => ShiftToSettle)
export class ShiftToSettleResolver {
  @FieldResolver(() => Shift, { nullable: true, description: 'The shift.' })
  async shift(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(shiftById, communityId, nodeId);
  }
}

@Resolver(() => TillTaskToResolve)
export class TillTaskToResolveResolver {
  @FieldResolver(() => TillTask, { description: 'The task.' })
  async task(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(tillTaskById, communityId, nodeId);
  }
}

@Resolver(() => WriteOffToApprove)
export class WriteOffToApproveResolver {
  @FieldResolver(() => WriteOff, { description: 'The write-off.' })
  async writeOff(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(writeOffById, communityId, nodeId);
  }
}

@Resolver(() => RecalledToClear)
export class RecalledToClearResolver {
  @FieldResolver(() => Lot, { description: 'The lot.' })
  async lot(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(lotById, communityId, nodeId);
  }
}

@Resolver(() => TransferToReceive)
export class TransferToReceiveResolver {
  @FieldResolver(() => StockTransfer, { description: 'The transfer.' })
  async transfer(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(transferById, communityId, nodeId);
  }
}

@Resolver(() => TransferToSettle)
export class TransferToSettleResolver {
  @FieldResolver(() => StockTransfer, { description: 'The transfer.' })
  async transfer(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(transferById, communityId, nodeId);
  }
}

@Resolver(() => StatementToCheck)
export class StatementToCheckResolver {
  @FieldResolver(() => OperatorStatement, { description: 'The statement.' })
  async statement(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(operatorStatementById, communityId, nodeId);
  }
}

@Resolver(() => DisputeToAnswer)
export class DisputeToAnswerResolver {
  @FieldResolver(() => OperatorDispute, { description: 'The dispute.' })
  async dispute(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(operatorDisputeById, communityId, nodeId);
  }
}

@Resolver(() => DisputeToSettle)
export class DisputeToSettleResolver {
  @FieldResolver(() => OperatorDispute, { description: 'The dispute.' })
  async dispute(@Root() { communityId, nodeId }: InboxRow, @Ctx() context: Context) {
    return await context.load(operatorDisputeById, communityId, nodeId);
  }
}
