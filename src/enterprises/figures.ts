import { amount, type Amount, type Asset } from '../kernel/amount';
import { currency, readMoney, type Currency, type MoneyInput } from '../kernel/currency';
import { Refusal } from '../kernel/refusal';

/** What a declaration says, as a client writes it. */
export interface FiguresInput {
  readonly revenue: MoneyInput;
  readonly costs: MoneyInput;
  readonly surplus: MoneyInput;
  readonly commitment?: CommitmentInput | null;
}

/** The promised part of the surplus: a share of it or an amount, one of the two. */
export interface CommitmentInput {
  readonly shareBasisPoints?: number | null;
  readonly amount?: MoneyInput | null;
}

/** The same, read: minor units of one currency. */
export interface Figures {
  readonly currency: Currency;
  readonly revenue: Amount;
  readonly costs: Amount;
  readonly surplus: Amount;
  readonly committed: Amount;
  readonly shareBasisPoints: number | null;
}

const WHOLE_SHARE = 10_000;

/**
 * Reads revenue, costs and surplus of one currency, and what of the surplus is promised. A loss or
 * a balance of zero promises nothing. Refuses: `WRONG_CURRENCY`, the refusals of amounts,
 * `SURPLUS_MISMATCH`, `COMMITMENT_UNCLEAR`, `SHARE_RANGE`, `COMMITMENT_TOO_SMALL`,
 * `COMMITMENT_TOO_LARGE`.
 */
export function readFigures(input: FiguresInput, expected?: Currency): Figures {
  const asset = currency(expected ?? input.revenue.currency);
  const revenue = readFigure(input.revenue, asset, ['revenue']);
  const costs = readFigure(input.costs, asset, ['costs']);
  const surplus = readFigure(input.surplus, asset, ['surplus'], true);
  if (surplus.minor !== revenue.minor - costs.minor)
    throw new Refusal('SURPLUS_MISMATCH', {}, ['surplus']);
  const committed = readCommitment(input.commitment ?? {}, surplus);
  const code = expected ?? input.revenue.currency;
  const shareBasisPoints = input.commitment?.shareBasisPoints ?? null;
  return { currency: code, revenue, costs, surplus, committed, shareBasisPoints };
}

/** Reads money that may be nothing, and below nothing where a loss is meant. */
function readFigure(given: MoneyInput, asset: Asset, path: string[], signed = false): Amount {
  const text = given.amount.trim();
  const [sign, bare] = signed && text.startsWith('-') ? [-1n, text.slice(1)] : [1n, text];
  const nothing = given.currency === asset.code && /^0{1,20}(\.0{1,20})?$/.test(bare);
  if (nothing) return amount(asset, 0n);
  const read = readMoney({ amount: bare, currency: given.currency }, asset, path);
  return amount(asset, sign * read.minor);
}

function readCommitment(given: CommitmentInput, surplus: Amount): Amount {
  const { shareBasisPoints: share = null, amount: money = null } = given;
  const path = ['commitment'];
  const none = share === null && money === null;
  if (none ? surplus.minor > 0n : share !== null && money !== null)
    throw new Refusal('COMMITMENT_UNCLEAR', {}, path);
  if (none) return amount(surplus.asset, 0n);
  if (money) return readPromise(money, surplus, [...path, 'amount']);
  return shareOf(share ?? 0, surplus, [...path, 'shareBasisPoints']);
}

function readPromise(money: MoneyInput, surplus: Amount, path: string[]): Amount {
  const promised = readMoney(money, surplus.asset, path);
  if (promised.minor > surplus.minor) throw new Refusal('COMMITMENT_TOO_LARGE', {}, path);
  return promised;
}

/** A share is rounded down to the fen; a share that comes to nothing is a slip. */
function shareOf(share: number, surplus: Amount, path: string[]): Amount {
  if (!Number.isInteger(share) || share < 0 || share > WHOLE_SHARE)
    throw new Refusal('SHARE_RANGE', { largest: WHOLE_SHARE }, path);
  if (surplus.minor <= 0n) return amount(surplus.asset, 0n);
  const minor = (surplus.minor * BigInt(share)) / BigInt(WHOLE_SHARE);
  if (share > 0 && minor === 0n) throw new Refusal('COMMITMENT_TOO_SMALL', {}, path);
  return amount(surplus.asset, minor);
}
