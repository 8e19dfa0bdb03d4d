import type { Amount, Asset } from './amount';
import { fromDecimal } from './amount';
import { derivedId } from './id';
import { Refusal } from './refusal';

/** ISO 4217 codes with the decimal places of their minor unit. */
const SCALES = { CNY: 2, USD: 2, EUR: 2, HKD: 2, JPY: 0 } as const;

export type Currency = keyof typeof SCALES;
export const CURRENCIES = Object.keys(SCALES) as Currency[];

const SPACE = '0b3f7d1c-58a2-5d0e-9c1b-3e6f2a7d9401';

/** A currency as an asset: its id follows from its code, so that no one looks it up. */
export function currency(code: Currency): Asset {
  return { id: derivedId(SPACE, code), code, kind: 'currency', scale: SCALES[code] };
}

/** Money as a client writes it. */
export interface MoneyInput {
  readonly amount: string;
  readonly currency: Currency;
}

/** Reads money of the expected currency; another one is refused: `WRONG_CURRENCY`. */
export function readMoney(given: MoneyInput, expected: Asset, path: readonly string[]): Amount {
  if (given.currency !== expected.code)
    throw new Refusal('WRONG_CURRENCY', { expected: expected.code }, [...path, 'currency']);
  return fromDecimal(expected, given.amount, [...path, 'amount']);
}
