import { createUnionType, Field, ObjectType } from 'type-graphql';
import { PageInfo } from '../api/connection';
import { Allow, withParent } from '../api/policy';
import {
  AttendanceToWitness,
  ElectionToConclude,
  ElectionWardToCount,
  FundProjectToAdvance,
  MinutesToApprove,
  NominationToAccept,
} from './assembly-items.graphql';
import {
  BallotToCast,
  MotionToConclude,
  MotionToPutToVote,
  MotionToScreen,
  ObjectionToAnswer,
  ResolutionToExecute,
} from './deciding-items.graphql';
import { MilestoneToAccept, TrancheToRequest } from './maker-items.graphql';
import { SpendingToConfirm } from './spending-item.graphql';

@ObjectType({ description: 'An application waits for a vote.' })
@Allow(withParent)
export class ApplicationToReview {}

@ObjectType({ description: 'A tranche that somebody asked to pay waits to be checked.' })
@Allow(withParent)
export class TrancheToCheck {}

@ObjectType({ description: 'A refund that somebody asked for waits to be checked.' })
@Allow(withParent)
export class RefundToCheck {}

@ObjectType({ description: 'Something about payments waits to be looked at.' })
@Allow(withParent)
export class PaymentToLookAt {}

@ObjectType({ description: 'The differences of a stock-take wait for a second person.' })
@Allow(withParent)
export class StockTakeToApprove {}

@ObjectType({ description: 'What was counted in a shift is not as the books say.' })
@Allow(withParent)
export class ShiftToSettle {}

@ObjectType({ description: 'An exchange that a till made offline could not be recorded.' })
@Allow(withParent)
export class TillTaskToResolve {}

@ObjectType({ description: 'A write-off that somebody asked for waits for a second person.' })
@Allow(withParent)
export class WriteOffToApprove {}

@ObjectType({
  description: 'Of a lot that somebody called back pieces wait to be thrown away or returned.',
})
@Allow(withParent)
export class RecalledToClear {}

@ObjectType({ description: 'Goods from another store are on their way and wait to be counted.' })
@Allow(withParent)
export class TransferToReceive {}

@ObjectType({ description: 'Of goods sent to another store something did not arrive.' })
@Allow(withParent)
export class TransferToSettle {}

@ObjectType({ description: "A statement of an operator's month waits to be checked." })
@Allow(withParent)
export class StatementToCheck {}

@ObjectType({
  description: "A line of a statement was disputed, and waits for the operator's word.",
})
@Allow(withParent)
export class DisputeToAnswer {}

@ObjectType({ description: 'An operator insists on a disputed line, and the board has to decide.' })
@Allow(withParent)
export class DisputeToSettle {}

@ObjectType({ description: 'A checked statement waits to be paid.' })
@Allow(withParent)
export class StatementToPay {}

@ObjectType({
  description: "A store's premises agreement has ended or ends within 60 days; none follows it.",
})
@Allow(withParent)
export class PremisesEnding {}

/** The kinds of what waits, and their types. */
const TYPES = {
  application: ApplicationToReview,
  tranche: TrancheToCheck,
  trancheToRequest: TrancheToRequest,
  milestone: MilestoneToAccept,
  refund: RefundToCheck,
  payment: PaymentToLookAt,
  stockTake: StockTakeToApprove,
  shift: ShiftToSettle,
  tillTask: TillTaskToResolve,
  writeOff: WriteOffToApprove,
  recalledLot: RecalledToClear,
  transfer: TransferToReceive,
  shortTransfer: TransferToSettle,
  statement: StatementToCheck,
  dispute: DisputeToAnswer,
  insistedDispute: DisputeToSettle,
  statementToPay: StatementToPay,
  premises: PremisesEnding,
  motionToScreen: MotionToScreen,
  motionToPutToVote: MotionToPutToVote,
  motionToConclude: MotionToConclude,
  objection: ObjectionToAnswer,
  resolution: ResolutionToExecute,
  ballot: BallotToCast,
  attendance: AttendanceToWitness,
  minutes: MinutesToApprove,
  nomination: NominationToAccept,
  ward: ElectionWardToCount,
  election: ElectionToConclude,
  fundProject: FundProjectToAdvance,
  spending: SpendingToConfirm,
} as const;
export type InboxKind = keyof typeof TYPES;

export const InboxItem = createUnionType({
  name: 'InboxItem',
  description: 'Something that waits for a person.',
  types: () => Object.values(TYPES),
  resolveType: ({ kind }: { kind?: InboxKind }) => kind && TYPES[kind],
});

@ObjectType({ description: 'One item of an inbox, with its cursor.' })
@Allow(withParent)
export class InboxItemEdge {
  @Field(() => String, { description: 'Where it stands in the list.' })
  cursor!: string;

  @Field(() => InboxItem, { description: 'The item itself.' })
  node!: typeof InboxItem;
}

@ObjectType({ description: 'A page of an inbox, what waits longest first.' })
@Allow(withParent)
export class InboxItemConnection {
  @Field(() => [InboxItemEdge], { description: 'The items of this page with their cursors.' })
  edges!: InboxItemEdge[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo;
}
