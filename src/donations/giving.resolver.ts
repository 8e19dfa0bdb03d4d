import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../api/context';
import { toMoney } from '../api/money.graphql';
import { Allow, anyone } from '../api/policy';
import { amount } from '../kernel/amount';
import { CURRENCIES, currency } from '../kernel/currency';
import { connectedProcessor } from '../payments/processor';
import { LEAST_GIFT } from './gift-currencies';
import { Giving } from './giving.graphql';

@Resolver(() => Giving)
export class GivingResolver {
  @Query(() => Giving, { description: 'Whether and in which currencies gifts are taken.' })
  @Allow(anyone)
  giving(@Ctx() context: Context): Giving {
    const processor = connectedProcessor(context.source);
    const taken = CURRENCIES.filter((code) => processor?.currencies.includes(code));
    return {
      isOpen: processor !== null,
      isDemo: processor?.provider === 'local',
      least: taken.map((code) => toMoney(amount(currency(code), LEAST_GIFT[code]))),
    };
  }
}
