import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CITY, type Context } from '../api/context';
import { Money, toMoney } from '../api/money.graphql';
import { cityNode } from '../api/node.graphql';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { Place } from '../society/place.graphql';
import { place } from '../society/place.reader';
import type { FundProcedureRow } from './fund-procedure.entity';
import { FundDimension, FundProcedure, FundStepPlan } from './fund-procedure.graphql';
import { fundProcedureById } from './fund-procedure.reader';
import type { Dimension, Says, StepSpec } from './procedure-spec';

cityNode('FundProcedure', (context, id) => context.load(fundProcedureById, CITY, id));

/** A text of a procedure in the language that is asked for. */
const inLanguage = ({ zh, en }: Says, { language }: Context): string =>
  language === 'zh-CN' ? zh : en;

@Resolver(() => FundProcedure)
export class FundProcedureResolver {
  @FieldResolver(() => String, { description: 'What it is called.' })
  says(@Root() { spec }: FundProcedureRow, @Ctx() context: Context) {
    return inLanguage(spec.says, context);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'The largest cost of a project that may go this way; null: any.',
  })
  largest(@Root() { spec }: FundProcedureRow) {
    const { largestMinor } = spec;
    return largestMinor === null ? null : toMoney(amount(currency('CNY'), BigInt(largestMinor)));
  }

  @FieldResolver(() => [FundStepPlan], { description: 'Its steps in order, 20 at most.' })
  steps(@Root() { spec }: FundProcedureRow) {
    return spec.steps;
  }

  @FieldResolver(() => [FundDimension], {
    description: 'What people score a project in, 12 at most.',
  })
  dimensions(@Root() { spec }: FundProcedureRow) {
    return spec.dimensions;
  }

  @FieldResolver(() => Place, { nullable: true, description: 'For whose communities it is.' })
  async place(@Root() { placeId }: FundProcedureRow, @Ctx() context: Context) {
    return await place(context, placeId);
  }
}

@Resolver(() => FundStepPlan)
export class FundStepPlanResolver {
  @FieldResolver(() => String, { description: 'What it is called.' })
  says(@Root() { says }: StepSpec, @Ctx() context: Context) {
    return inLanguage(says, context);
  }
}

@Resolver(() => FundDimension)
export class FundDimensionResolver {
  @FieldResolver(() => String, { description: 'What it is called.' })
  says(@Root() { says }: Dimension, @Ctx() context: Context) {
    return inLanguage(says, context);
  }
}
