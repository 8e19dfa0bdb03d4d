import { currency, type Currency, type MoneyInput } from '../kernel/currency';
import { capitalNumerals } from './capital-numerals';

const IN_CHINESE: Readonly<Record<Exclude<Currency, 'CNY'>, string>> = {
  USD: '美元',
  EUR: '欧元',
  HKD: '港元',
  JPY: '日元',
};

/** `¥1,234.50` or `1,234.50 美元` in Chinese, `CNY 1,234.50` in English. */
export function inFigures(locale: 'zh' | 'en', money: MoneyInput): string {
  const [whole = '', part] = money.amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const figures = part === undefined ? grouped : `${grouped}.${part}`;
  if (locale === 'en') return `${money.currency} ${figures}`;
  return money.currency === 'CNY' ? `¥${figures}` : `${figures} ${IN_CHINESE[money.currency]}`;
}

/** `人民币壹仟贰佰叁拾肆元伍角整`; null for other money, which has figures only. */
export function inCapitals({ amount, currency: code }: MoneyInput): string | null {
  if (code !== 'CNY') return null;
  const { scale } = currency(code);
  const [whole = '', part = ''] = amount.split('.');
  return `人民币${capitalNumerals(BigInt(whole + part.padEnd(scale, '0').slice(0, scale)))}`;
}
