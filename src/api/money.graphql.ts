import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { toDecimal, type Amount } from '../kernel/amount';
import { CURRENCIES, type Currency } from '../kernel/currency';
import { Allow, withParent } from './policy';

export const CurrencyEnum = Object.fromEntries(CURRENCIES.map((code) => [code, code])) as {
  [Code in Currency]: Code;
};

registerEnumType(CurrencyEnum, { name: 'Currency', description: 'ISO 4217 code of a currency.' });

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
