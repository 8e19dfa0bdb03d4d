import { DateTime } from 'luxon';
import type { Cell, Row } from '../../spreadsheets/cell';
import type { Column, List } from './lists';

/** What GraphQL answers: an object of objects, lists and plain values. */
export interface Tree {
  readonly [field: string]: unknown;
}

/** The lines that a row of a list makes: one, or one for each of its parts. */
export function cellsOf(list: List, owner: Tree, node: Tree, zone: string): Row[] {
  const parts = list.each ? ((node[list.each] as readonly Tree[] | null) ?? []) : [{}];
  return parts.map((each) =>
    list.columns.map((column) => cell(column, valueAt({ owner, node, each }, column.path), zone)),
  );
}

function valueAt(tree: Tree, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, field) => (at as Tree | null | undefined)?.[field], tree);
}

/** Moments stand as the clock of the community shows them. */
function cell({ as }: Column, value: unknown, zone: string): Cell {
  if (value === null || value === undefined) return null;
  if (as === 'moment') return clock(value, zone);
  const text = String(value as string | number);
  return as === 'figure' ? { figure: text } : text;
}

function clock(value: unknown, zone: string): string {
  const iso = value instanceof Date ? value.toISOString() : String(value as string);
  return DateTime.fromISO(iso, { zone }).toFormat('yyyy-MM-dd HH:mm');
}
