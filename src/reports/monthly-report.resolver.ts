import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import { MomentScalar } from '../api/day.graphql';
import { CreditsOfMonth } from './credits-of-month.graphql';
import { creditsOf } from './credits.reader';
import { GoodsOfMonth } from './goods-of-month.graphql';
import { goodsOf, shrinkageOf } from './goods.reader';
import { DaysOfStock, MonthlyReport, Shrinkage } from './monthly-report.graphql';
import { HouseholdsOfMonth, Participation } from './people-of-month.graphql';
import { householdsOf, participationOf } from './people.reader';
import type { MonthOf } from './report-of';
import { sealedUntil } from './sealed-until.reader';
import { stockDaysOf } from './stock-days.reader';

@Resolver(() => MonthlyReport)
export class MonthlyReportResolver {
  @FieldResolver(() => String, { description: 'The month: `2026-11`.' })
  month(@Root() { from }: MonthOf): string {
    return from.slice(0, 7);
  }

  @FieldResolver(() => MomentScalar, {
    nullable: true,
    description:
      'When something was last added to reports of it: until then its entries are sealed; the ' +
      'newest follow within a minute. Null: nothing is sealed yet.',
  })
  async sealedUntil(@Root() { of }: MonthOf, @Ctx() context: Context) {
    return await sealedUntil(context, of);
  }

  @FieldResolver(() => [GoodsOfMonth], {
    description: 'Goods by source and class: those that were there, came or went.',
  })
  async goods(@Root() month: MonthOf, @Ctx() context: Context) {
    return await goodsOf(context, month);
  }

  @FieldResolver(() => Shrinkage, { description: 'What was lost of them.' })
  async shrinkage(@Root() month: MonthOf, @Ctx() context: Context) {
    return shrinkageOf(await goodsOf(context, month));
  }

  @FieldResolver(() => [DaysOfStock], {
    nullable: true,
    description: 'How long what is left lasts, by class; null where many communities are added up.',
  })
  async daysOfStock(@Root() month: MonthOf, @Ctx() context: Context) {
    return await stockDaysOf(context, month);
  }

  @FieldResolver(() => CreditsOfMonth, { description: 'Credits issued, spent, ended and held.' })
  async credits(@Root() month: MonthOf, @Ctx() context: Context) {
    return await creditsOf(context, month);
  }

  @FieldResolver(() => HouseholdsOfMonth, { description: 'Households that took goods home.' })
  async households(@Root() month: MonthOf, @Ctx() context: Context) {
    return await householdsOf(context, month);
  }

  @FieldResolver(() => Participation, {
    nullable: true,
    description: 'Residents who took part, by age; null for a store: service is not done in one.',
  })
  async participation(@Root() month: MonthOf, @Ctx() context: Context) {
    return await participationOf(context, month);
  }
}
