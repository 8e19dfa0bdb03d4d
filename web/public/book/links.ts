import type { LoopNode, MoneyItem } from '../../generated/operations';
import type { Period } from './period';

/** What a number of the book adds up. */
export interface NumberOf {
  readonly items?: readonly MoneyItem[];
  readonly fromNode?: LoopNode;
  readonly toNode?: LoopNode;
  readonly grant?: string;
}

/** An address with what is to be said in it; what is not given is left out. */
function address(path: string, said: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(said).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

const numberIn = ({ items, ...of }: NumberOf) => ({ ...of, items: items?.join('.') });

export const bookHref = (slug: string, period: Partial<Period> = {}, after?: string): string =>
  address(`/c/${slug}`, { ...period, after });

/** The page of the entries beneath a number. */
export const entriesHref = (slug: string, period: Period, of: NumberOf, after?: string): string =>
  address(`/c/${slug}/entries`, { ...numberIn(of), from: period.from, until: period.until, after });

/** A list of the book as a spreadsheet. */
export function fileHref(
  slug: string,
  list: string,
  { from, until, lang }: Period & { readonly lang: string },
  of: NumberOf = {},
): string {
  return address(`/c/${slug}/csv/${list}.csv`, { ...numberIn(of), from, until, lang });
}
