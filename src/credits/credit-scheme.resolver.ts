import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { CITY, type Context } from '../api/context';
import { DayScalar } from '../api/day.graphql';
import { cityNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { dayOf, type Day } from '../kernel/calendar';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { placeById } from '../society/place.reader';
import './credit-refusals.graphql';
import {
  CreditScheme,
  OpenSchemeInput,
  OpenSchemePayload,
  ServiceRate,
  SetServiceRatesInput,
  SetServiceRatesPayload,
} from './credit-scheme.graphql';
import {
  ratesOn,
  schemeById,
  schemeOfPlace,
  type CreditScheme as Scheme,
} from './credit-scheme.reader';
import { openScheme } from './open-scheme';
import { setServiceRates } from './set-service-rates';

cityNode('CreditScheme', (context, id) => context.load(schemeById, CITY, id));

@Resolver(() => CreditScheme)
export class CreditSchemeResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Credits that a resident may earn in a month; null: as many as are served.',
  })
  monthlyCap(@Root() { monthlyCap }: Scheme) {
    return monthlyCap === null ? null : Number(monthlyCap);
  }

  @FieldResolver(() => Place, { description: 'The place in which, and below which, it holds.' })
  async place(@Root() { placeId }: Scheme, @Ctx() context: Context) {
    return await context.load(placeById, CITY, placeId);
  }

  @FieldResolver(() => [ServiceRate], { description: 'What services earn on a day, by kind.' })
  async rates(
    @Root() { id, placeId }: Scheme,
    @Arg('on', () => DayScalar, { nullable: true, description: 'The day; today if left out.' })
    on: Day | null,
    @Ctx() context: Context,
  ) {
    const at = await context.load(placeById, CITY, placeId);
    return await ratesOn(context.db, id, on ?? dayOf(context.now, at?.timeZone ?? 'utc'));
  }

  @Mutation(() => OpenSchemePayload, {
    description:
      "Opens a place's credit scheme. Codes: ID_UNKNOWN, TEXT_LENGTH, SCHEME_SLUG, " +
      'SCHEME_SLUG_TAKEN, SCHEME_EXISTS, CAP_RANGE, EXPIRY_RANGE, RATES_COUNT, RATE_TWICE, ' +
      'RATE_RANGE, RATES_RANGE.',
  })
  @Allow(byCommand('Officers of the place'))
  async openScheme(
    @Arg('input', () => OpenSchemeInput) input: OpenSchemeInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ scheme: await openScheme(work, input) }));
  }

  @Mutation(() => SetServiceRatesPayload, {
    description:
      'Sets what services earn from a coming day on; the past is never rewritten. Codes: ' +
      'ID_UNKNOWN, RESOLUTION_NEEDED, TEXT_LENGTH, RATES_BEGIN_TOO_EARLY, RATES_COUNT, ' +
      'RATE_TWICE, RATE_RANGE.',
  })
  @Allow(byCommand("Officers of the scheme's place"))
  async setServiceRates(
    @Arg('input', () => SetServiceRatesInput) input: SetServiceRatesInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ scheme: await setServiceRates(work, input) }));
  }
}

@Resolver(() => Place)
export class PlaceSchemeResolver {
  @FieldResolver(() => CreditScheme, {
    nullable: true,
    description: 'The credit scheme that holds here: its own, or that of the nearest place above.',
  })
  async creditScheme(@Root() { id }: PlaceRow, @Ctx() context: Context) {
    return await context.load(schemeOfPlace, CITY, id);
  }
}
