import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { Money, toMoney } from '../api/money.graphql';
import { cityNode, tenantNode } from '../api/node.graphql';
import { Pool } from '../foundations/pool.graphql';
import { poolById } from '../foundations/pool.reader';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { place } from '../society/place.reader';
import { allotmentBy } from './allotment';
import type { AllotmentPolicyRow } from './allotment-policy.entity';
import { allotmentPolicyById, policiesOfPlace } from './allotment-policy.reader';
import { AllotmentPolicy, AllotmentPolicyConnection, RankingWeights } from './allotment.graphql';
import { dueOfFund } from './due-of-fund.reader';
import { FundProcedureConnection } from './fund-procedure.graphql';
import { proceduresOfPlace } from './fund-procedure.reader';
import { FundProjectConnection, RankedProject } from './fund-project.graphql';
import { projectsOfFund, weighedOfFund } from './fund-project.reader';
import type { PublicFundRow } from './public-fund.entity';
import { PublicFund, PublicFundConnection } from './public-fund.graphql';
import { fundsOfPlace, publicFundById } from './public-fund.reader';
import { rankProjects } from './ranking';

tenantNode('PublicFund', (context, ref) => context.load(publicFundById, ref.communityId, ref.id));
cityNode('AllotmentPolicy', (context, id) => context.load(allotmentPolicyById, CITY, id));

const yuan = (minor: string | bigint): Money => toMoney(amount(currency('CNY'), BigInt(minor)));

const weightsOf = (row: PublicFundRow | AllotmentPolicyRow): RankingWeights => ({
  ...{ urgency: row.weighUrgency, will: row.weighWill },
  ...{ selfRaised: row.weighSelfRaised, moneyNeeded: row.weighMoney },
});

@Resolver(() => AllotmentPolicy)
export class AllotmentPolicyResolver {
  @FieldResolver(() => Money, { description: 'For each hundred households.' })
  perHundred(@Root() { perHundredMinor }: AllotmentPolicyRow) {
    return yuan(perHundredMinor);
  }

  @FieldResolver(() => Money, { description: 'What a community gets at least.' })
  floor(@Root() { floorMinor }: AllotmentPolicyRow) {
    return yuan(floorMinor);
  }

  @FieldResolver(() => RankingWeights, { description: 'How projects are ranked.' })
  weights(@Root() row: AllotmentPolicyRow) {
    return weightsOf(row);
  }

  @FieldResolver(() => Place, { nullable: true, description: 'For whose communities it is.' })
  async place(@Root() { placeId }: AllotmentPolicyRow, @Ctx() context: Context) {
    return await place(context, placeId);
  }
}

@Resolver(() => PublicFund)
export class PublicFundResolver {
  @FieldResolver(() => Money, { description: 'What the community was allotted for the year.' })
  allotted(@Root() { allottedMinor }: PublicFundRow) {
    return yuan(allottedMinor);
  }

  @FieldResolver(() => Money, { description: 'For each hundred households, on the day counted.' })
  perHundred(@Root() { perHundredMinor }: PublicFundRow) {
    return yuan(perHundredMinor);
  }

  @FieldResolver(() => Money, { description: 'What a community got at least on that day.' })
  floor(@Root() { floorMinor }: PublicFundRow) {
    return yuan(floorMinor);
  }

  @FieldResolver(() => Money, {
    description: 'Households by the rate alone; the larger of this and the floor is allotted.',
  })
  byHouseholds(@Root() fund: PublicFundRow) {
    return yuan(allotmentBy(fund, fund.households).byHouseholds);
  }

  @FieldResolver(() => Money, { description: 'What of the allotment has not come yet.' })
  async due(@Root() { communityId, id }: PublicFundRow, @Ctx() context: Context) {
    return yuan((await context.load(dueOfFund, communityId, id))?.minor ?? '0');
  }

  @FieldResolver(() => AllotmentPolicy, {
    nullable: true,
    description: 'The policy by which it was computed.',
  })
  async policy(@Root() { policyId }: PublicFundRow, @Ctx() context: Context) {
    return await context.load(allotmentPolicyById, CITY, policyId);
  }

  @FieldResolver(() => Pool, { nullable: true, description: 'The pool that holds it.' })
  async pool(@Root() { communityId, id }: PublicFundRow, @Ctx() context: Context) {
    return await context.load(poolById, communityId, id);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The office on whose account it lies.',
  })
  async office(@Root() { officeId }: PublicFundRow, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, officeId);
  }

  @FieldResolver(() => Place, { nullable: true, description: 'The community.' })
  async place(@Root() { communityId }: PublicFundRow, @Ctx() context: Context) {
    return await place(context, communityId);
  }

  @FieldResolver(() => RankingWeights, { description: 'How its projects are ranked.' })
  weights(@Root() fund: PublicFundRow) {
    return weightsOf(fund);
  }

  @FieldResolver(() => FundProjectConnection, {
    description: 'Its projects, the last that began first.',
  })
  async projects(
    @Root() { communityId, id: ownerId }: PublicFundRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, projectsOfFund, { communityId, ownerId }, page);
  }

  @FieldResolver(() => [RankedProject], {
    description:
      'Its projects whose households were asked and whose urgency was weighed, the first first: ' +
      'computed anew each time, from what was counted (row C3, step 4). At most 200.',
  })
  async ranking(@Root() fund: PublicFundRow, @Ctx() context: Context) {
    const weighed = await context.loadMany(weighedOfFund, fund.communityId, fund.id);
    return rankProjects(fund, weighed);
  }
}

@Resolver(() => Place)
export class PlacePublicFundsResolver {
  @FieldResolver(() => PublicFundConnection, {
    description: 'The public money of a community, the last that was allotted first.',
  })
  async publicFunds(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadKeyset(context, fundsOfPlace, { communityId: CITY, ownerId: id }, page);
  }

  @FieldResolver(() => AllotmentPolicyConnection, {
    description: 'What it has said that its communities get, the last that was said first.',
  })
  async allotmentPolicies(
    @Root() { id }: PlaceRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, policiesOfPlace, { communityId: CITY, ownerId: id }, page);
  }

  @FieldResolver(() => FundProcedureConnection, {
    description: 'The procedures that it has published, the last first; all versions.',
  })
  async fundProcedures(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadKeyset(context, proceduresOfPlace, { communityId: CITY, ownerId: id }, page);
  }
}
