import type Stripe from 'stripe';

type Recurring = Pick<Stripe.Price.Recurring, 'interval' | 'interval_count'>;

const DAY_SECONDS = 24 * 3600;

/**
 * The first moment after `after` at which a cycle that began at `anchor` comes round. A month ends
 * on the anchor's day or, where it has no such day, on its last.
 */
export function nextPeriodEnd(anchor: number, after: number, recurring: Recurring): number {
  for (let cycle = 1; ; cycle += 1) {
    const end = cycleEnd(anchor, cycle * recurring.interval_count, recurring.interval);
    if (end > after) return end;
  }
}

function cycleEnd(anchor: number, count: number, interval: string): number {
  if (interval === 'day') return anchor + count * DAY_SECONDS;
  if (interval === 'week') return anchor + count * 7 * DAY_SECONDS;
  return monthsAfter(anchor, interval === 'year' ? 12 * count : count);
}

function monthsAfter(seconds: number, months: number): number {
  const from = new Date(seconds * 1000);
  const end = new Date(from);
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + months + 1, 0);
  end.setUTCDate(Math.min(from.getUTCDate(), end.getUTCDate()));
  return Math.floor(end.getTime() / 1000);
}
