import { Refusal } from './refusal';

/** What an asset is: money, a scheme's credits, pieces of a product, or pieces of an allowance. */
export type AssetKind = 'currency' | 'credits' | 'goods' | 'allowance';

/** Something the books can hold. `scale` is the number of decimal places of its minor unit. */
export interface Asset {
  readonly id: string;
  readonly code: string;
  readonly kind: AssetKind;
  readonly scale: number;
}

/** A quantity of one asset in its minor unit (fen, cents, whole credits, whole pieces). */
export interface Amount {
  readonly asset: Asset;
  readonly minor: bigint;
}

/** The largest amount a person may type: ten trillion minor units; beyond it is a slip. */
export const LARGEST_AMOUNT = 10_000_000_000_000n;

export function amount(asset: Asset, minor: bigint | number): Amount {
  return { asset, minor: BigInt(minor) };
}

/** Adds amounts of one asset; `none` names the asset when the list is empty. */
export function total(amounts: readonly Amount[], none?: Asset): Amount {
  const asset = amounts[0]?.asset ?? none;
  if (!asset) throw new Error('A total of nothing needs its asset');
  let minor = 0n;
  for (const each of amounts) {
    if (each.asset.id !== asset.id)
      throw new Error(`Cannot add ${each.asset.code} to ${asset.code}`);
    minor += each.minor;
  }
  return { asset, minor };
}

/** Writes an amount as a decimal string with exactly `scale` places: 880n CNY → "8.80". */
export function toDecimal({ asset, minor }: Amount): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(asset.scale + 1, '0');
  const whole = digits.slice(0, digits.length - asset.scale);
  const part = asset.scale > 0 ? `.${digits.slice(digits.length - asset.scale)}` : '';
  return `${minor < 0n ? '-' : ''}${whole}${part}`;
}

/**
 * Reads a positive decimal string. Refuses what is not a number (`AMOUNT_UNREADABLE`), what has
 * more
 * places than the asset (`AMOUNT_TOO_FINE`: 0.001 yuan), zero or less (`AMOUNT_NOT_POSITIVE`) and
 * what is too large (`AMOUNT_TOO_LARGE`).
 */
export function fromDecimal(asset: Asset, text: string, path: readonly string[]): Amount {
  const match = /^(-?)(\d{1,20})(?:\.(\d{1,20}))?$/.exec(text.trim());
  if (!match) throw new Refusal('AMOUNT_UNREADABLE', { given: text.slice(0, 40) }, path);
  const [, sign, whole = '0', part = ''] = match;
  if (part.replace(/0+$/, '').length > asset.scale)
    throw new Refusal('AMOUNT_TOO_FINE', { places: asset.scale, asset: asset.code }, path);
  const minor = BigInt(whole + part.slice(0, asset.scale).padEnd(asset.scale, '0'));
  return positive({ asset, minor: sign ? -minor : minor }, path);
}

/** Refuses an amount that is not between one minor unit and LARGEST_AMOUNT. */
export function positive(given: Amount, path: readonly string[]): Amount {
  if (given.minor <= 0n) throw new Refusal('AMOUNT_NOT_POSITIVE', {}, path);
  if (given.minor > LARGEST_AMOUNT) throw new Refusal('AMOUNT_TOO_LARGE', {}, path);
  return given;
}

/**
 * Splits an amount by weights with the largest remainder, so that nothing is lost: the parts add up
 * to the whole. Ties go to the earlier weight.
 */
export function split(whole: Amount, weights: readonly bigint[]): Amount[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum <= 0n || weights.some((weight) => weight < 0n))
    throw new Error('Weights must be positive');
  const parts = weights.map((weight, index) => {
    const exact = whole.minor * weight;
    return { index, minor: exact / sum, remainder: exact % sum };
  });
  let left = whole.minor - parts.reduce((a, part) => a + part.minor, 0n);
  const order = [...parts].sort(
    (a, b) =>
      Number(b.remainder > a.remainder) - Number(a.remainder > b.remainder) || a.index - b.index,
  );
  for (const part of order) {
    if (left === 0n) break;
    part.minor += 1n;
    left -= 1n;
  }
  return parts.map((part) => ({ asset: whole.asset, minor: part.minor }));
}
