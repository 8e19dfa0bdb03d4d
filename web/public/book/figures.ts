import type { TFunction } from 'i18next';
import { count } from '../../kit/figures';
import type { Language } from '../../kit/words';

/** Hundredths of a percent as a percentage; a part that is small is not told as none. */
export function share(basisPoints: number | null | undefined, language: Language): string {
  if (basisPoints === null || basisPoints === undefined) return '–';
  const small = basisPoints > 0 && basisPoints < 1000;
  return new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: small ? 1 : 0,
  }).format(basisPoints / 10_000);
}

/** The calendar day (`2026-11-26`) of a moment, on the clocks of a place. */
export function dayAt(moment: string, timeZone: string): string {
  const options: Intl.DateTimeFormatOptions = {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    timeZone,
  };
  return new Intl.DateTimeFormat('en-CA', options).format(new Date(moment));
}

/** A month as people name it: November 2026. */
export function monthName(month: string, language: Language, short = false): string {
  const options: Intl.DateTimeFormatOptions = {
    ...{ month: short ? 'short' : 'long', timeZone: 'UTC' },
    ...(short ? {} : { year: 'numeric' }),
  };
  return new Intl.DateTimeFormat(language, options).format(new Date(`${month}-01T00:00:00Z`));
}

/** Yuan without fen, short enough for a chart: it is for the eye, the table has the sum. */
export function rough(minor: number, language: Language): string {
  const isLong = minor >= 1_000_000;
  return new Intl.NumberFormat(language, {
    ...{ notation: isLong ? 'compact' : 'standard', maximumFractionDigits: isLong ? 1 : 0 },
  }).format(minor / 100);
}

/** How many entries, in words. */
export const entriesIn = (t: TFunction, language: Language, entries: number): string =>
  t('book.entries', { count: entries, n: count(entries, language) });
