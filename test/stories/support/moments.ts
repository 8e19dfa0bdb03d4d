import { addDays, addMonths, dayOf } from '../../../src/kernel/calendar';

const ZONE = 'Asia/Shanghai';
const HOUR_MS = 3_600_000;

/** The day it is in the community, so many days from now. */
export const day = (days = 0): string => addDays(dayOf(new Date(), ZONE), days);

/** The first day of a month, so many months from this one. */
export const monthStart = (months = 0): string => addMonths(`${day().slice(0, 7)}-01`, months);

/** A month as the API names it, so many months from this one. */
export const month = (months = 0): string => monthStart(months).slice(0, 7);

/** A moment, so many hours from now, as a client writes it. */
export const hours = (count: number): string =>
  new Date(Date.now() + count * HOUR_MS).toISOString();

/** Noon in the community on a day. */
export const noon = (on: string): Date => new Date(`${on}T04:00:00.000Z`);
