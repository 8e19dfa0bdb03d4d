import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { dayOf, monthOf, monthPeriod } from '../kernel/calendar';
import type { HouseholdRow } from '../society/household.entity';
import { Household } from '../society/household.graphql';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { place } from '../society/place.reader';
import type { AllowanceClassRow } from './allowance-class.entity';
import {
  AllowanceClass,
  AllowanceRule,
  HouseholdAllowance,
  SetAllowanceInput,
  SetAllowancePayload,
} from './allowance.graphql';
import {
  allowanceClassesIn,
  allowancesOfHousehold,
  householdOn,
  latestRule,
  ruleOfMonth,
  type AllowanceRule as Rule,
} from './allowance.reader';
import { setAllowance } from './set-allowance';

@Resolver(() => AllowanceClass)
export class AllowanceClassResolver {
  @FieldResolver(() => AllowanceRule, {
    nullable: true,
    description: 'What it allows in a month; null before its first.',
  })
  async rule(
    @Root() { communityId, id }: AllowanceClassRow,
    @Arg('month', () => String, { nullable: true, description: 'The month; this one if left out.' })
    month: string | null,
    @Ctx() context: Context,
  ) {
    const zone = (await place(context, communityId))?.timeZone ?? 'utc';
    if (month) monthPeriod(month, ['month']);
    const key = `${id}/${month ?? monthOf(context.now, zone)}`;
    return await context.load(ruleOfMonth, communityId, key);
  }

  @FieldResolver(() => AllowanceRule, {
    nullable: true,
    description: 'What it will allow in the end: the rule that begins last.',
  })
  async latestRule(@Root() { communityId, id }: AllowanceClassRow, @Ctx() context: Context) {
    return await context.load(latestRule, communityId, id);
  }

  @Mutation(() => SetAllowancePayload, {
    description:
      'Sets how many pieces of a class of goods a household may take in a month. Codes: ' +
      'ID_UNKNOWN, KEEPS_NO_BOOKS, ALLOWANCE_CODE, TEXT_LENGTH, ALLOWANCE_RANGE, ' +
      'MONTH_UNREADABLE, ALLOWANCE_TOO_EARLY, ALLOWANCE_CLASSES_FULL.',
  })
  @Allow(byCommand('Cadres and officers of the place'))
  async setAllowance(
    @Arg('input', () => SetAllowanceInput) input: SetAllowanceInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      allowanceClass: await setAllowance(work, input),
    }));
  }
}

@Resolver(() => AllowanceRule)
export class AllowanceRuleResolver {
  @FieldResolver()
  fromMonth(@Root() { validFrom }: Rule): string {
    return validFrom.slice(0, 7);
  }
}

@Resolver(() => Household)
export class HouseholdAllowanceResolver {
  @FieldResolver(() => [HouseholdAllowance], {
    description: 'What it may still take this month, class by class (50 at most).',
  })
  async allowance(@Root() { communityId, id }: HouseholdRow, @Ctx() context: Context) {
    const zone = (await place(context, communityId))?.timeZone ?? 'utc';
    const key = householdOn(id, dayOf(context.now, zone));
    return await context.loadMany(allowancesOfHousehold, communityId, key);
  }
}

@Resolver(() => Place)
export class PlaceAllowancesResolver {
  @FieldResolver(() => [AllowanceClass], {
    description: 'The classes of goods that its households have an allowance of, 50 at most.',
  })
  async allowanceClasses(@Root() { id }: PlaceRow, @Ctx() context: Context) {
    return await allowanceClassesIn(context.db, id);
  }
}
