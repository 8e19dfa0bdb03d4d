import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { DayScalar, Period } from '../api/day.graphql';
import { loadKeyset } from '../api/keyset-list';
import { Money, toMoney } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { Allow, policy } from '../api/policy';
import { dayOf } from '../kernel/calendar';
import { currency } from '../kernel/currency';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { place } from '../society/place.reader';
import { mayReadBooks } from '../society/society.policy';
import { daysFromToday } from './lot.reader';
import type { PremisesAgreementRow } from './premises-agreement.entity';
import { PremisesAgreement, PremisesAgreementConnection } from './premises-agreement.graphql';
import {
  agreementOnDay,
  agreementsOfStore,
  endingAgreements,
  premisesAgreementById,
  storeOn,
} from './premises-agreement.reader';
import type { StoreRow } from './store.entity';
import { Store } from './store.graphql';
import { storeById } from './store.reader';
import { costReader } from './supermarkets.policy';

tenantNode('PremisesAgreement', (context, ref) =>
  context.load(premisesAgreementById, ref.communityId, ref.id),
);

@Resolver(() => PremisesAgreement)
export class PremisesAgreementResolver {
  @FieldResolver(() => Period, { description: 'From when until when it was agreed.' })
  period(@Root() { validFrom, validUntil }: PremisesAgreementRow): Period {
    return { from: validFrom, until: validUntil };
  }

  @FieldResolver(() => DayScalar, {
    description: 'The first day on which it no longer holds, an early end included.',
  })
  endsOn(@Root() { validUntil, endedOn }: PremisesAgreementRow) {
    return endedOn ?? validUntil;
  }

  @FieldResolver(() => Money, { description: 'The rent of a month, as information; 0: none.' })
  monthlyRent(@Root() { currency: code, rentMinor }: PremisesAgreementRow) {
    return toMoney({ asset: currency(code), minor: BigInt(rentMinor) });
  }

  @FieldResolver(() => Store, { description: 'The store.' })
  async store(@Root() { communityId, storeId }: PremisesAgreementRow, @Ctx() context: Context) {
    return await context.load(storeById, communityId, storeId);
  }

  @FieldResolver(() => Organisation, { description: 'Who lends them.' })
  async owner(@Root() { premisesOwnerId }: PremisesAgreementRow, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, premisesOwnerId);
  }

  @FieldResolver(() => Organisation, { description: 'To whom: who ran the store then.' })
  async operator(@Root() { operatorId }: PremisesAgreementRow, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, operatorId);
  }

  @FieldResolver(() => PremisesAgreement, {
    nullable: true,
    description: 'The agreement that it goes on from, if any.',
  })
  async renews(@Root() { communityId, renewsId }: PremisesAgreementRow, @Ctx() context: Context) {
    return renewsId ? await context.load(premisesAgreementById, communityId, renewsId) : null;
  }
}

@Resolver(() => Store)
export class StorePremisesResolver {
  @FieldResolver(() => PremisesAgreement, {
    nullable: true,
    description: 'The agreement by which it has its premises today, if there is one.',
  })
  @Allow(costReader)
  async premises(@Root() { communityId, id }: StoreRow, @Ctx() context: Context) {
    const at = await place(context, communityId);
    const today = dayOf(context.now, at?.timeZone ?? 'utc');
    return await context.load(agreementOnDay, communityId, storeOn(id, today));
  }

  @FieldResolver(() => PremisesAgreementConnection, {
    nullable: true,
    description: 'All its agreements, the one that begins last first.',
  })
  @Allow(costReader)
  async premisesAgreements(
    @Root() { communityId, id }: StoreRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, agreementsOfStore, { communityId, ownerId: id }, page);
  }
}

const premisesEndingReader = policy<PlaceRow>(
  "Auditors and officers of the place, and its foundations' board and staff.",
  ({ actor }, at) => mayReadBooks(actor, at),
);

@Resolver(() => Place)
export class PlacePremisesResolver {
  @FieldResolver(() => PremisesAgreementConnection, {
    nullable: true,
    description:
      'Agreements of its stores that have ended or end within so many days, and that no other ' +
      'follows; the earliest first.',
  })
  @Allow(premisesEndingReader)
  async premisesEnding(
    @Root() { id }: PlaceRow,
    @Arg('withinDays', () => Int, {
      defaultValue: 60,
      description: 'Days from today, 0 (today) to 366.',
    })
    withinDays: number,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    const { until } = daysFromToday(await place(context, id), context, withinDays);
    const owner = { communityId: id, ownerId: id, about: until };
    return await loadKeyset(context, endingAgreements, owner, page);
  }
}
