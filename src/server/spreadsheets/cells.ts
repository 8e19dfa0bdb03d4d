import { DateTime } from 'luxon';
import type { Language } from '../../api/say';
import type { Cell, Row } from '../../spreadsheets/cell';
import { wordFor } from './choices';
import type { Column, List } from './list';

/** What GraphQL answers: an object of objects, lists and plain values. */
export interface Tree {
  readonly [field: string]: unknown;
}

/** For whom cells are written: whose clock moments stand by, and in which words choices. */
export interface Reader {
  readonly zone: string;
  readonly language: Language;
}

/** The lines that a row of a list makes: one, or one for each of its parts. */
export function cellsOf(
  list: Pick<List, 'columns' | 'each'>,
  owner: Tree,
  node: Tree,
  reader: Reader,
): Row[] {
  const parts = list.each ? ((node[list.each] as readonly Tree[] | null) ?? []) : [{}];
  return parts.map((each) =>
    list.columns.map((column) => cell(column, valueAt({ owner, node, each }, column.path), reader)),
  );
}

function valueAt(tree: Tree, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, field) => (at as Tree | null | undefined)?.[field], tree);
}

/** Moments stand as the clock of the community shows them. */
function cell({ as, of = '' }: Column, value: unknown, { zone, language }: Reader): Cell {
  if (value === null || value === undefined) return null;
  if (as === 'moment') return clock(value, zone);
  const text = String(value as string | number);
  if (as === 'choice') return wordFor(language, of, text);
  return as === 'figure' ? { figure: text } : text;
}

function clock(value: unknown, zone: string): string {
  const iso = value instanceof Date ? value.toISOString() : String(value as string);
  return DateTime.fromISO(iso, { zone }).toFormat('yyyy-MM-dd HH:mm');
}
