/** What the stand-in knows about a currency; amounts are in its minor units. */
interface CurrencyRules {
  /** Decimal places of the minor unit as Stripe counts it. */
  readonly scale: number;
  /** The least that can be charged. */
  readonly least: number;
  /** An amount has to be a multiple of it. */
  readonly step: number;
  readonly fixedFee: number;
  readonly disputeFee: number;
}

const TWO_PLACES: CurrencyRules = { scale: 2, least: 50, step: 1, fixedFee: 235, disputeFee: 1500 };
const NO_PLACES: CurrencyRules = { scale: 0, least: 50, step: 1, fixedFee: 40, disputeFee: 1500 };
const THREE_PLACES: CurrencyRules = { ...TWO_PLACES, scale: 3, least: 500, step: 10 };

const list = (codes: string, rules: CurrencyRules) =>
  codes.split(' ').map((code): [string, CurrencyRules] => [code, rules]);

const RULES: ReadonlyMap<string, CurrencyRules> = new Map([
  ...list('aud brl cad chf czk dkk eur gbp idr ils inr mop mxn myr nok nzd', TWO_PLACES),
  ...list('php pln sek sgd thb try twd usd zar', TWO_PLACES),
  ...list('bif clp djf gnf jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf', NO_PLACES),
  ...list('bhd jod kwd omr tnd', THREE_PLACES),
  ...list('cny hkd', { ...TWO_PLACES, least: 400 }),
  // Krónur have no minor unit any more, and Stripe counts them in hundredths all the same.
  ...list('isk', { ...TWO_PLACES, least: 10_000, step: 100 }),
]);

/** The most that one payment may be. */
export const MOST = 99_999_999;

export const CURRENCY_CODES: readonly string[] = [...RULES.keys()].sort();

export function rulesOf(currency: string): CurrencyRules {
  const rules = RULES.get(currency);
  if (!rules) throw new Error(`The stand-in knows no currency ${currency}`);
  return rules;
}

const RATE = /^(\d{1,9})(?:\.(\d{1,12}))?$/;

/** An amount of either sign by a decimal rate, rounded half away from nothing. */
export function exchange(minor: number, rate: string | null): number {
  if (rate === null) return minor;
  const [, whole, part = ''] = RATE.exec(rate) ?? [];
  if (whole === undefined) throw new Error(`Not an exchange rate: ${rate}`);
  const size = BigInt(minor < 0 ? -minor : minor) * BigInt(whole + part);
  const rounded = Number(halfUp(size, 10n ** BigInt(part.length)));
  return minor < 0 ? -rounded : rounded;
}

/** 2.9 % and something fixed, in the currency in which the payment settles. */
export function feeOf(minor: number, currency: string): number {
  return Number(halfUp(BigInt(minor) * 29n, 1000n)) + rulesOf(currency).fixedFee;
}

function halfUp(size: bigint, by: bigint): bigint {
  return (2n * size + by) / (2n * by);
}

/** For people: 8800 cny → `88.00 CNY`. */
export function written(minor: number, currency: string): string {
  const { scale } = rulesOf(currency);
  const digits = String(minor).padStart(scale + 1, '0');
  const at = digits.length - scale;
  const number = scale > 0 ? `${digits.slice(0, at)}.${digits.slice(at)}` : digits;
  return `${number} ${currency.toUpperCase()}`;
}
