import { Field, InputType, ObjectType } from 'type-graphql';
import { toDecimal, type Amount } from '../kernel/amount';
import type { Currency } from '../kernel/currency';
import { enumType } from './enum.graphql';
import { Allow, withParent } from './policy';

export const CurrencyEnum = enumType<Currency>('Currency', 'ISO 4217 code of a currency.', {
  CNY: 'Renminbi yuan (人民币元); its minor unit is the fen, 100 to the yuan.',
  USD: 'United States dollar; its minor unit is the cent.',
  EUR: 'Euro; its minor unit is the cent.',
  HKD: 'Hong Kong dollar (港元); its minor unit is the cent.',
  JPY: 'Japanese yen; it has no minor unit.',
});

@ObjectType({ description: 'An amount of money. Never a float.' })
@Allow(withParent)
export class Money {
  @Field(() => String, { description: 'Decimal string with all places: `88.00`.' })
  amount!: string;

  @Field(() => CurrencyEnum, { description: 'Its currency.' })
  currency!: Currency;

  @Field(() => String, { description: 'The same in minor units (fen): `8800`.' })
  minor!: string;
}

@InputType({ description: 'An amount of money as a client writes it.' })
export class MoneyInput {
  @Field(() => String, { description: 'Positive decimal string in major units: `88.00`.' })
  amount!: string;

  @Field(() => CurrencyEnum, { description: 'Its currency.' })
  currency!: Currency;
}

/** An amount of a currency as the API shows it. */
export function toMoney(given: Amount): Money {
  return {
    amount: toDecimal(given),
    currency: given.asset.code as Currency,
    minor: given.minor.toString(),
  };
}
