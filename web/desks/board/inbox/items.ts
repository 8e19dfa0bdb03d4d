import type { BoardInboxQuery } from '../../../generated/operations';
import type { Sum } from '../../../kit/sums';

type Inbox = NonNullable<BoardInboxQuery['me']>['inbox'];
export type Item = Inbox['edges'][number]['node'];
type Kind = Item['__typename'];
type Of<K extends Kind> = Extract<Item, { readonly __typename: K }>;

/** The parts in which a person looks through what waits. */
export const GROUPS = ['decide', 'check', 'ask', 'look'] as const;
export type Group = (typeof GROUPS)[number];

/** What waits, in a line. */
export interface Row {
  readonly group: Group;
  readonly to: string;
  readonly title: string;
  /** What else is to be said, as words with facts. */
  readonly facts: Readonly<Record<string, string | number>>;
  readonly sum: Sum | null;
}

const at = (kind: string, id: string | undefined) => `/board/${kind}/${id ?? ''}`;

const ofTranche =
  (group: Group) =>
  ({ tranche }: Of<'TrancheToCheck' | 'TrancheToRequest' | 'MilestoneToAccept'>): Row => ({
    ...{ group, to: at('grants', tranche.grant?.id), title: tranche.grant?.title ?? '' },
    facts: {
      ...{ number: tranche.number, milestone: tranche.milestone.title },
      ...{ maker: tranche.maker?.name ?? '', due: tranche.milestone.dueOn },
    },
    sum: tranche.amount,
  });

const ofStatement = ({ statement }: Of<'StatementToCheck' | 'StatementToPay'>): Row => ({
  ...{ group: 'check', to: at('statements', statement.id), title: statement.store.name },
  facts: { month: statement.month, number: statement.number },
  sum: statement.total,
});

/** How each kind that waits for people of a foundation is shown; others have desks of their own. */
const SHOWN: { readonly [K in Kind]?: (item: Of<K>) => Row } = {
  ApplicationToReview: ({ application, pool }) => ({
    ...{ group: 'decide', to: at('applications', application.id), title: application.title },
    facts: {
      ...{ applicant: application.applicant.name, pool: pool.name },
      ...{ approvals: application.review.approvals.length, needed: application.review.needed },
    },
    sum: application.requested,
  }),
  DisputeToSettle: ({ dispute }) => ({
    ...{ group: 'decide', to: at('statements', dispute.statement.id) },
    ...{ title: dispute.statement.store.name, facts: { reason: dispute.reason } },
    sum: dispute.amount,
  }),
  TrancheToCheck: ofTranche('check'),
  RefundToCheck: ({ refund }) => ({
    ...{ group: 'check', to: at('refunds', refund.id), title: refund.donation.giverName ?? '—' },
    ...{ facts: { reason: refund.reason }, sum: refund.amount },
  }),
  StockTakeToApprove: ({ stockTake }) => ({
    ...{ group: 'check', to: at('stock-takes', stockTake.id), title: stockTake.store.name },
    ...{ facts: { starter: stockTake.startedBy?.displayName ?? '' }, sum: null },
  }),
  ShiftToSettle: ({ shift }) => ({
    ...{ group: 'check', to: at('store/shifts', shift?.id), title: shift?.store.name ?? '' },
    ...{ facts: { clerk: shift?.clerk?.displayName ?? '' }, sum: null },
  }),
  WriteOffToApprove: ({ writeOff }) => ({
    ...{ group: 'check', to: at('store/write-offs', writeOff.id), title: writeOff.store.name },
    ...{ facts: { pieces: writeOff.pieces, goods: writeOff.lot.product.name }, sum: null },
  }),
  RecalledToClear: ({ lot }) => ({
    ...{ group: 'check', to: at('store/lots', lot.id), title: lot.store.name },
    ...{ facts: { pieces: lot.recalled, goods: lot.product.name }, sum: null },
  }),
  TransferToSettle: ({ transfer }) => ({
    ...{ group: 'check', to: at('store/transfers', transfer.id), title: transfer.from.name },
    ...{ facts: { store: transfer.to.name }, sum: null },
  }),
  StatementToCheck: ofStatement,
  StatementToPay: ofStatement,
  TrancheToRequest: ofTranche('ask'),
  MilestoneToAccept: ofTranche('ask'),
  PaymentToLookAt: ({ task }) => ({
    ...{ group: 'look', to: at('tasks', task.id), title: '', facts: { kind: task.kind } },
    sum: task.held,
  }),
};

/** An item as a line of the boardroom; null: it waits at another desk of the person. */
export function rowOf(item: Item): Row | null {
  const shown = SHOWN[item.__typename] as ((item: Item) => Row) | undefined;
  return shown?.(item) ?? null;
}
