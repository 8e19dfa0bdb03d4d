import type { Asset } from '../kernel/amount';
import { readMoney, type MoneyInput } from '../kernel/currency';
import { Refusal } from '../kernel/refusal';

/** From which amount on (minor units) how many of the board must approve. */
export interface Threshold {
  readonly fromMinor: bigint;
  readonly approvals: number;
}

/** A threshold as a client writes it. */
export interface ThresholdInput {
  readonly from: MoneyInput;
  readonly approvals: number;
}

/** When a pool's first table begins to hold: before whatever may be asked of. */
export const FROM_THE_BEGINNING = new Date(0);

export const MOST_THRESHOLDS = 10;
export const MOST_APPROVALS = 15;

/**
 * Reads a pool's table of approvals (N of M by amount). Refuses: `THRESHOLDS_COUNT`,
 * `THRESHOLDS_START` (the first is not from 0), `THRESHOLDS_ORDER`, `APPROVALS_RANGE`, and what
 * readMoney refuses.
 */
export function readThresholds(given: readonly ThresholdInput[], asset: Asset): Threshold[] {
  if (given.length < 1 || given.length > MOST_THRESHOLDS)
    throw new Refusal('THRESHOLDS_COUNT', { most: MOST_THRESHOLDS }, ['thresholds']);
  const read = given.map((each, i) => readThreshold(each, asset, ['thresholds', String(i)]));
  read.forEach(({ fromMinor }, i) => {
    const path = ['thresholds', String(i), 'from', 'amount'];
    const before = read[i - 1];
    if (!before && fromMinor !== 0n) throw new Refusal('THRESHOLDS_START', {}, path);
    if (before && fromMinor <= before.fromMinor) throw new Refusal('THRESHOLDS_ORDER', {}, path);
  });
  return read;
}

function readThreshold(given: ThresholdInput, asset: Asset, path: string[]): Threshold {
  const { from, approvals } = given;
  if (!Number.isInteger(approvals) || approvals < 1 || approvals > MOST_APPROVALS)
    throw new Refusal('APPROVALS_RANGE', { most: MOST_APPROVALS }, [...path, 'approvals']);
  // Nothing at all is an amount here, and only here: the table begins at it.
  const isZero = /^0+(\.0+)?$/.test(from.amount.trim()) && from.currency === asset.code;
  const fromMinor = isZero ? 0n : readMoney(from, asset, [...path, 'from']).minor;
  return { fromMinor, approvals };
}

/** How many approvals an amount needs by a table that begins at 0. */
export function approvalsFor(table: readonly Threshold[], minor: bigint): number {
  const reached = table.filter(({ fromMinor }) => fromMinor <= minor);
  const last = reached.reduce<Threshold | null>(
    (highest, each) => (highest && highest.fromMinor > each.fromMinor ? highest : each),
    null,
  );
  if (!last) throw new Error(`No threshold reaches ${minor}`);
  return last.approvals;
}
