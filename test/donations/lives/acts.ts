import type { Fate, Gift, Life, Month, Path } from './life';

/** One thing that somebody does; `gift` is the place in the life. */
export type Act =
  | { readonly do: 'start' | 'again' | 'expire' | 'release'; readonly gift: number }
  | { readonly do: 'pay'; readonly gift: number; readonly how: Pay }
  | { readonly do: 'settlePending'; readonly gift: number; readonly outcome: 'paid' | 'failed' }
  | { readonly do: 'ask' | 'dashboard'; readonly gift: number; readonly minor: number }
  | { readonly do: 'refundFails' | 'refundEnds'; readonly gift: number }
  | { readonly do: 'dispute' | 'inquiry'; readonly gift: number; readonly minor: number }
  | { readonly do: 'escalate'; readonly gift: number }
  | { readonly do: 'close'; readonly gift: number; readonly outcome: 'won' | 'lost' }
  | { readonly do: 'cycle' | 'payInvoice'; readonly gift: number; readonly outcome: Outcome }
  | { readonly do: 'pause' | 'resume' | 'cancel'; readonly gift: number }
  | { readonly do: 'spend'; readonly percent: number }
  | { readonly do: 'strange'; readonly minor: number };

type Outcome = 'paid' | 'failed';

export interface Pay {
  readonly session: 'first' | 'last';
  readonly outcome: 'paid' | 'pending' | 'failed';
  readonly late?: boolean;
  readonly hold?: boolean;
}

const paid: Pay = { session: 'last', outcome: 'paid' };

/** What comes before the money may be spent, and what comes after. */
export interface Script {
  readonly before: readonly Act[][];
  readonly after: readonly Act[][];
}

const pay = (gift: number, how: Partial<Pay> = {}): Act => ({
  ...{ do: 'pay', gift },
  how: { ...paid, ...how },
});

function pathOf(path: Path, gift: number): Act[] {
  const start: Act = { do: 'start', gift };
  const again: Act = { do: 'again', gift };
  const expire: Act = { do: 'expire', gift };
  const settle = (outcome: Outcome): Act => ({ do: 'settlePending', gift, outcome });
  const pending = pay(gift, { outcome: 'pending' });
  switch (path) {
    case 'paid':
    case 'monthly':
      return [start, pay(gift)];
    case 'declinedThenPaid':
      return [start, pay(gift, { outcome: 'failed' }), again, pay(gift)];
    case 'pendingPaid':
      return [start, pending, settle('paid')];
    case 'pendingFailed':
      return [start, pending, settle('failed')];
    case 'pendingFailedThenPaid':
      return [start, pending, settle('failed'), again, pay(gift)];
    case 'abandoned':
      return [start];
    case 'expiredThenPaid':
      return [start, expire, again, pay(gift)];
    case 'paidTwice':
      return [start, expire, again, pay(gift), pay(gift, { session: 'first', late: true })];
    case 'paidLate':
      return [start, expire, pay(gift, { session: 'first', late: true })];
    case 'heldBack':
      return [start, pay(gift, { hold: true }), { do: 'release', gift }];
  }
}

function fateOf(fate: Fate, gift: number, part: number, whole: number): Act[] {
  const ask: Act = { do: 'ask', gift, minor: part };
  const dashboard: Act = { do: 'dashboard', gift, minor: part };
  const dispute: Act = { do: 'dispute', gift, minor: part };
  const inquiry: Act = { do: 'inquiry', gift, minor: part };
  const close = (outcome: 'won' | 'lost'): Act => ({ do: 'close', gift, outcome });
  switch (fate) {
    case 'refundAsked':
      return [ask, { do: 'refundEnds', gift }];
    case 'refundAskedFails':
      return [ask, { do: 'refundFails', gift }];
    case 'refundTooLarge':
      return [{ do: 'ask', gift, minor: whole + 100 }];
    case 'dashboardRefund':
      return [dashboard, { do: 'refundEnds', gift }];
    case 'dashboardRefundFails':
      return [dashboard, { do: 'refundFails', gift }];
    case 'disputeOpen':
      return [dispute];
    case 'disputeWon':
      return [dispute, close('won')];
    case 'disputeLost':
      return [dispute, close('lost')];
    case 'inquiryClosed':
      return [inquiry, close('won')];
    case 'inquiryLost':
      return [inquiry, { do: 'escalate', gift }, close('lost')];
  }
}

function monthOf(month: Month, gift: number): Act[] {
  switch (month) {
    case 'paid':
    case 'failed':
      return [{ do: 'cycle', gift, outcome: month }];
    case 'failedThenPaid':
      return [
        { do: 'cycle', gift, outcome: 'failed' },
        { do: 'payInvoice', gift, outcome: 'paid' },
      ];
    case 'paused':
      return [
        { do: 'pause', gift },
        { do: 'cycle', gift, outcome: 'paid' },
      ];
    case 'resumed':
      return [{ do: 'resume', gift }];
    case 'cancelled':
      return [{ do: 'cancel', gift }];
  }
}

const UNPAID: readonly Path[] = ['pendingFailed', 'abandoned'];

/** Whatever is disputed is not given back as well, and a second payment goes back by itself. */
function afterwards({ path, fates, months, minor }: Gift, gift: number): Act[] {
  if (path === 'monthly') return monthsOf(months, gift);
  if (UNPAID.includes(path) || path === 'paidTwice') return [];
  const last = fates.findIndex((fate) => /^(dispute|inquiry)/.test(fate));
  const lived = last < 0 ? fates : fates.slice(0, last + 1);
  return lived.flatMap((fate, at) => {
    const part = at === 0 && lived.length > 1 ? minor / 4 : minor / 2;
    return fateOf(fate, gift, part, minor);
  });
}

function monthsOf(months: readonly Month[], gift: number): Act[] {
  const end = months.indexOf('cancelled');
  const lived = end < 0 ? months : months.slice(0, end + 1);
  let paused = false;
  return lived.flatMap((month) => {
    if (month === 'paused' && paused) return [];
    if (month === 'resumed' && !paused) return [];
    if (month === 'failedThenPaid' && paused) return [];
    paused = month === 'paused' || (paused && month !== 'resumed');
    return monthOf(month, gift);
  });
}

/** Round by round: each round holds what is done in it, one thing a gift. */
function rounds(lines: readonly Act[][]): Act[][] {
  const longest = Math.max(0, ...lines.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lines.flatMap((line) => line[at] ?? []));
}

export function scriptOf({ gifts, spends, strange }: Life): Script {
  const before = rounds(gifts.map(({ path }, at) => pathOf(path, at)));
  const after = rounds(gifts.map(afterwards));
  const spend: Act[] = spends > 0 ? [{ do: 'spend', percent: spends }] : [];
  const odd: Act[] = strange ? [{ do: 'strange', minor: 1200 }] : [];
  return { before, after: [[...spend, ...odd], ...after] };
}
