import type { MeInboxQuery } from '../../generated/operations';

type Inbox = NonNullable<NonNullable<MeInboxQuery['me']>['inbox']>;
export type Item = Inbox['edges'][number]['node'];

/** What waits: what it is called, what it is about, and where it is done. */
export interface Waiting {
  readonly words: string;
  /** What its button says. */
  readonly todo: string;
  readonly about: string | null;
  readonly until?: string;
  readonly to: string;
}

/** The desks at which the other items are done. */
const DESK_OF: Partial<Record<Item['__typename'], string>> = {
  ApplicationToReview: '/board',
  TrancheToCheck: '/board',
  RefundToCheck: '/board',
  PaymentToLookAt: '/board',
  StatementToCheck: '/board',
  StatementToPay: '/board',
  MilestoneToAccept: '/board',
  TrancheToRequest: '/board',
  DisputeToSettle: '/board',
  DisputeToAnswer: '/till/statements',
  RecalledToClear: '/till',
  ShiftToSettle: '/till',
  StockTakeToApprove: '/board',
  TillTaskToResolve: '/till',
  TransferToReceive: '/till',
  TransferToSettle: '/till',
  WriteOffToApprove: '/till',
};

const at = (path: string, id: string) => `/me/${path}/${encodeURIComponent(id)}`;

/** Where an item of an inbox leads, one tap from doing it. */
export function waitingOf(item: Item): Waiting {
  const words = `me.inbox.${item.__typename}`;
  const said = { words, todo: `${words}.do` };
  switch (item.__typename) {
    case 'BallotToCast': {
      const { id, question, closesAt } = item.ballot;
      return { ...said, about: question, until: closesAt, to: at('votes', id) };
    }
    case 'NominationToAccept': {
      const election = item.candidate.ward?.election;
      const about = election?.council?.name ?? null;
      const until = election ? { until: election.nominationsUntil } : {};
      return { ...said, about, ...until, to: at('elections', election?.id ?? '') };
    }
    case 'MinutesToApprove': {
      const meeting = item.minutes.meeting;
      return { ...said, about: meeting?.title ?? null, to: at('meetings', meeting?.id ?? '') };
    }
    case 'SpendingToConfirm': {
      const { purpose, grant } = item.spending;
      return { ...said, about: `${grant.title}: ${purpose}`, to: at('grants', grant.id) };
    }
    default: {
      const to = DESK_OF[item.__typename] ?? '/cadre';
      return { words, todo: 'me.inbox.other.do', about: null, to };
    }
  }
}
