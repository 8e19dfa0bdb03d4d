import type { Language } from './words';

/** Money as the API tells it: a decimal number as text, and its currency. */
export interface MoneyLike {
  readonly amount: string;
  readonly currency: string;
}

const formats = new Map<string, Intl.NumberFormat>();

function formatFor(key: string, make: () => Intl.NumberFormat): Intl.NumberFormat {
  const known = formats.get(key) ?? make();
  formats.set(key, known);
  return known;
}

/** 1234.50 CNY as ¥1,234.50: written from the text, so that no float ever holds it. */
export function money({ amount, currency }: MoneyLike, language: Language): string {
  const format = formatFor(`${language} ${currency}`, () => {
    const currencyDisplay = 'narrowSymbol';
    return new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay });
  });
  return format.format(amount as Intl.StringNumericLiteral);
}

/** The same where it is a round amount: ¥100, and ¥0.50 as it is. */
export function roundMoney({ amount, currency }: MoneyLike, language: Language): string {
  return money({ amount, currency }, language).replace(/\.00$/, '');
}

/** A whole number with its groups: credits, pieces, households. */
export function count(value: number | string, language: Language): string {
  const format = formatFor(language, () => new Intl.NumberFormat(language));
  return format.format(value as Intl.StringNumericLiteral);
}

/** A part of one as a percentage without decimals. */
export function percent(value: number, language: Language): string {
  const format = formatFor(
    `${language} %`,
    () => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }),
  );
  return format.format(value);
}

/** A calendar day (`2026-11-26`) in words; it has no time zone. */
export function day(value: string, language: Language): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(language, options).format(new Date(`${value}T00:00:00Z`));
}

/** A moment as it is on the clocks of a place. */
export function moment(value: string, language: Language, timeZone = 'Asia/Shanghai'): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short', timeZone };
  return new Intl.DateTimeFormat(language, options).format(new Date(value));
}
