import type { Context } from '../api/context';
import { addDays, addMonths, dayOf, startOf, type Day } from '../kernel/calendar';
import { place } from '../society/place.reader';
import { oldCredits } from './old-credits.reader';
import type { Wallet } from './wallet.reader';

/** Credits that will end unless they are spent. */
export interface ExpiringCredits {
  /** Whole credits. */
  readonly credits: number;
  /** The day on which the first of them end. */
  readonly on: Day;
}

/** How many days ahead credits count as expiring soon, and their end is told. */
export const DAYS_AHEAD = 30;

/**
 * What of a wallet ends within thirty days, the oldest credits being spent first; null where
 * nothing does. Credits age from the moment they were recorded. What should have ended already and
 * stands there still counts as well.
 */
export async function expiringSoon(
  context: Context,
  { communityId, accountId, scheme: { expiryMonths, placeId } }: Wallet,
): Promise<ExpiringCredits | null> {
  if (expiryMonths === null) return null;
  // A scheme's days begin where it was opened, for all communities that share it.
  const { timeZone = 'utc' } = (await place(context, placeId)) ?? {};
  const before = endingSoonBefore(context.now, expiryMonths, timeZone).toISOString();
  const old = await context.load(oldCredits, communityId, `${accountId} ${before}`);
  if (!old) return null;
  const on = addMonths(dayOf(old.earnedAt, timeZone), expiryMonths);
  return { credits: Number(old.credits), on };
}

/** The moment before which the credits came that end within thirty days. */
export function endingSoonBefore(now: Date, expiryMonths: number, timeZone: string): Date {
  return startOf(addDays(lastDayEarned(dayOf(now, timeZone), expiryMonths), 1), timeZone);
}

/** The last day whose credits end at most so many days after today. */
export function lastDayEarned(today: Day, expiryMonths: number, daysAhead = DAYS_AHEAD): Day {
  const limit = addDays(today, daysAhead);
  // Months differ in length: the day so many months earlier may not be the last that leads there.
  let day = addMonths(limit, -expiryMonths);
  while (addMonths(addDays(day, 1), expiryMonths) <= limit) day = addDays(day, 1);
  return day;
}
