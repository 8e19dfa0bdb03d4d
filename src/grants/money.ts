import { toMoney, type Money } from '../api/money.graphql';
import { amount } from '../kernel/amount';
import { currency, type Currency } from '../kernel/currency';

/** Minor units of a currency, as rows hold them, for the API. */
export function moneyIn(code: Currency, minor: string | bigint): Money {
  return toMoney(amount(currency(code), BigInt(minor)));
}
