import type { AuditJournalQueryVariables } from '../../../generated/operations';
import { daysAfter } from '../../../kit/days';
import { minorOf, sumOf } from '../../../kit/sums';

/** What is searched for, as it stands in the address: a search can be sent to a colleague. */
export interface Sought {
  readonly rule?: string;
  readonly from?: string;
  /** The last day that is still in it. */
  readonly to?: string;
  readonly amount?: string;
  readonly account?: string;
  readonly actor?: string;
}

export const FIELDS = ['rule', 'from', 'to', 'amount', 'account', 'actor'] as const;

type Find = NonNullable<AuditJournalQueryVariables['find']>;

/** What an address asks for. */
export function soughtIn(search: URLSearchParams): Sought {
  return Object.fromEntries(
    FIELDS.flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

const isDay = (text: string | undefined): text is string =>
  text !== undefined && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** The same as the API takes it; null where nothing is searched for. */
export function findOf(sought: Sought): Find | null {
  const { rule, from, to, amount, account, actor } = sought;
  const minor = amount === undefined ? null : minorOf(amount, 'CNY');
  const written = minor === null ? amount : sumOf(minor, 'CNY').amount;
  const find: Find = {
    ...(rule !== undefined && { rule }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { until: daysAfter(to, 1) }),
    ...(written !== undefined && { amount: { amount: written, currency: 'CNY' } }),
    ...(account !== undefined && { accountId: account }),
    ...(actor !== undefined && { actorId: actor }),
  };
  return Object.keys(find).length > 0 ? find : null;
}
