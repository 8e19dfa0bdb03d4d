import type { Currency, MoneyInput } from '../kernel/currency';
import type { Locale } from './letter';

const IN_CHINESE: Readonly<Record<Currency, string>> = {
  CNY: '元',
  USD: '美元',
  EUR: '欧元',
  HKD: '港元',
  JPY: '日元',
};

/** Money as people write it: `1,234.50 元`, `CNY 1,234.50`. */
export function money(locale: Locale, { amount, currency }: MoneyInput): string {
  const figures = amount.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
  return locale === 'zh' ? `${figures} ${IN_CHINESE[currency]}` : `${currency} ${figures}`;
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** `2026-11` as `2026年11月` or `November 2026`; a day likewise. */
export function date(locale: Locale, dayOrMonth: string): string {
  const [year = 0, month = 0, day] = dayOrMonth.split('-').map(Number);
  if (locale === 'zh') return `${year}年${month}月${day === undefined ? '' : `${day}日`}`;
  return `${day === undefined ? '' : `${day} `}${MONTHS[month - 1] ?? month} ${year}`;
}
