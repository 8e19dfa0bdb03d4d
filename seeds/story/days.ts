import { DateTime } from 'luxon';
import { ZONE } from '../stage';

const now = () => DateTime.now().setZone(ZONE);
const text = (day: DateTime) => day.toFormat('yyyy-MM-dd');

export const today = (): string => text(now());

/** A day so many months from now. */
export const inMonths = (months: number): string => text(now().plus({ months }));

/** The last quarter that is over, and the day it began. */
export function lastQuarter(): { from: string; until: string } {
  const until = now().startOf('quarter');
  return { from: text(until.minus({ months: 3 })), until: text(until) };
}

/** Last month by its name: `2026-10`. */
export const lastMonth = (): string => now().minus({ months: 1 }).toFormat('yyyy-MM');
