import type { MeInboxQuery } from '../../generated/operations';

type Inbox = NonNullable<NonNullable<MeInboxQuery['me']>['inbox']>;
export type Item = Inbox['edges'][number]['node'];

/** What waits: what it is called, what it is about, and where it is done. */
export interface Waiting {
  readonly words: string;
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
  DisputeToSettle: '/board',
  DisputeToAnswer: '/till',
  RecalledToClear: '/till',
  ShiftToSettle: '/till',
  StockTakeToApprove: '/till',
  TillTaskToResolve: '/till',
  TransferToReceive: '/till',
  TransferToSettle: '/till',
  WriteOffToApprove: '/till',
};

const at = (path: string, id: string) => `/me/${path}/${encodeURIComponent(id)}`;

/** Where an item of an inbox leads, one tap from doing it. */
export function waitingOf(item: Item): Waiting {
  const words = `me.inbox.${item.__typename}`;
  switch (item.__typename) {
    case 'BallotToCast': {
      const { id, question, closesAt } = item.ballot;
      return { words, about: question, until: closesAt, to: at('votes', id) };
    }
    case 'NominationToAccept': {
      const election = item.candidate.ward?.election;
      const about = election?.council?.name ?? null;
      const until = election ? { until: election.nominationsUntil } : {};
      return { words, about, ...until, to: at('elections', election?.id ?? '') };
    }
    case 'MinutesToApprove': {
      const meeting = item.minutes.meeting;
      return { words, about: meeting?.title ?? null, to: at('meetings', meeting?.id ?? '') };
    }
    case 'SpendingToConfirm': {
      const { purpose, grant } = item.spending;
      return { words, about: `${grant.title}: ${purpose}`, to: at('grants', grant.id) };
    }
    default:
      return { words: 'me.inbox.other', about: null, to: DESK_OF[item.__typename] ?? '/cadre' };
  }
}
