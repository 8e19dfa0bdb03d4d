import type { DataSource } from 'typeorm';
import { canonical } from '../../../src/kernel/request';
import type { Act, Does } from './acts';
import type { Wish } from './judge';
import type { Model } from './model';

/** An act as it is about to be done, in view of what there is. */
export interface Play<Result = unknown> {
  /** Of these refusals one is told; empty: it is done. Left out where nobody can know. */
  readonly expected?: readonly string[];
  readonly ask: (source: DataSource) => Promise<Result>;
  /** The baskets in it: what others may find gone. */
  readonly wishes?: readonly Wish[];
  /** Says what is wrong with what was done, and writes it down. */
  done(result: Result, source: DataSource): void | Promise<void>;
}

/** What becomes of an act; null where there is nothing that it could be about. */
export type Maker<Kind extends Does> = (
  model: Model,
  act: Act<Kind>,
  /** Whether nobody else does anything meanwhile. */
  alone: boolean,
) => Play | null;

export type Makers<Kind extends Does> = { readonly [Each in Kind]: Maker<Each> };

let keys = 0;

/** A key that no other request has; the same in each run of a story. */
export const freshKey = () => `whole-key-${(keys += 1)}`;

export const pick = <T>(from: readonly T[], which: number): T | undefined =>
  from[which % (from.length || 1)];

/** Mostly one of those that something can be done about, now and then any. */
export function choose<T>(from: readonly T[], which: number, fit: (one: T) => boolean) {
  const fitting = which % 5 === 0 ? [] : from.filter(fit);
  return pick(fitting.length > 0 ? fitting : from, which);
}

/** Asks the same several times at once: all are told the same, or of the same. */
export async function together<T>(
  times: number,
  ask: () => Promise<T>,
  what: (told: T) => unknown = (told) => told,
): Promise<T> {
  const tries = await Promise.allSettled(Array.from({ length: times }, ask));
  const told = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const [first] = told;
  // Where one was refused and another came through, something came meanwhile.
  if (first === undefined) throw (tries[0] as PromiseRejectedResult).reason;
  for (const each of told) expect(plain(what(each))).toBe(plain(what(first)));
  return first;
}

/** What was answered, as text; however the parts of an object are ordered. */
export const plain = (value: unknown): string => canonical(value);

/** What was told is one of the refusals that were expected, or none where none was. */
export function expectOneOf(expected: readonly string[], code: string | undefined): void {
  if (expected.length === 0) expect(code).toBeUndefined();
  else expect(expected).toContain(code);
}
