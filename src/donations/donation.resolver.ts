import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import type { Context } from '../api/context';
import { CITY } from '../api/context';
import { Money, toMoney } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { loadPage } from '../api/paged';
import { Allow, anyone } from '../api/policy';
import { Entry } from '../books/entry.graphql';
import { entryById } from '../books/entry.reader';
import { Pool } from '../foundations/pool.graphql';
import { poolById } from '../foundations/pool.reader';
import { Grant } from '../grants/grant.graphql';
import { grantById } from '../grants/grant.reader';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import { Place } from '../society/place.graphql';
import type { PlaceRow } from '../society/place.entity';
import { isAuditor } from '../society/society.policy';
import { Campaign } from './campaign.graphql';
import { campaignById } from './campaign.reader';
import type { DonationRow } from './donation.entity';
import { Donation, DonationConnection, ScheduleEnum } from './donation.graphql';
import { entriesOfDonation } from './donation-entries.reader';
import {
  financeReader,
  giversOf,
  keptFoundations,
  seenByToken,
  tokenHolder,
} from './donation.policy';
import { donationById, donationByToken, donationsOfPlace } from './donation.reader';
import { matchedOf } from './gift-payment.reader';

tenantNode('Donation', (context, ref) => context.load(donationById, ref.communityId, ref.id));

const moneyOf = ({ currency: code }: DonationRow, minor: string | bigint) =>
  toMoney(amount(currency(code), BigInt(minor)));

@Resolver(() => Donation)
export class DonationResolver {
  @Query(() => Donation, {
    nullable: true,
    description: 'A gift by the token of its follow link: no account is needed. Null: unknown.',
  })
  @Allow(anyone)
  async donation(
    @Arg('followToken', () => String, { description: 'The word of the follow link.' })
    token: string,
    @Ctx() context: Context,
  ) {
    const row = await donationByToken(context.db, token);
    return row ? seenByToken(row) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The word of the follow link; only for whoever has it, or has just begun it.',
  })
  @Allow(tokenHolder)
  followToken(@Root() { token }: DonationRow) {
    return token;
  }

  @FieldResolver(() => Money, { description: 'What is given.' })
  amount(@Root() donation: DonationRow) {
    return moneyOf(donation, donation.amountMinor);
  }

  @FieldResolver(() => Money, { description: 'What of it went back by refunds.' })
  refunded(@Root() donation: DonationRow) {
    return moneyOf(donation, donation.refundedMinor);
  }

  @FieldResolver(() => Money, {
    description: "What of it the giver's bank holds or has taken back by disputes.",
  })
  disputed(@Root() donation: DonationRow) {
    return moneyOf(donation, donation.disputedMinor);
  }

  @FieldResolver(() => Money, { description: "What the campaign's enterprise adds to it." })
  async matched(@Root() donation: DonationRow, @Ctx() context: Context) {
    const row = await context.load(matchedOf, donation.communityId, donation.id);
    return moneyOf(donation, row?.minor ?? '0');
  }

  @FieldResolver(() => ScheduleEnum, { description: 'Once, or a part of a monthly gift.' })
  schedule(@Root() { pledgeId }: DonationRow) {
    return pledgeId ? 'monthly' : 'once';
  }

  @FieldResolver(() => Boolean, {
    description: 'True where it was paid in the demonstration: no money moved.',
  })
  isDemo(@Root() { provider }: DonationRow) {
    return provider === 'local';
  }

  @FieldResolver(() => [Entry], {
    description:
      'Its entries in the books, in order: paid, told by the processor, given back, disputed; few.',
  })
  @Allow(financeReader)
  async entries(@Root() { communityId, id }: DonationRow, @Ctx() context: Context) {
    const caused = await context.loadMany(entriesOfDonation, communityId, id);
    const entries = caused.map(({ entryId }) => context.load(entryById, communityId, entryId));
    return (await Promise.all(entries)).filter((entry) => entry !== null);
  }

  @FieldResolver(() => Organisation, { description: 'The foundation that receives it.' })
  async foundation(@Root() { foundationId }: DonationRow, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, foundationId);
  }

  @FieldResolver(() => Pool, { description: 'The pool that it is for, or that its project is of.' })
  async pool(@Root() { communityId, poolId }: DonationRow, @Ctx() context: Context) {
    return await context.load(poolById, communityId, poolId);
  }

  @FieldResolver(() => Campaign, { nullable: true, description: 'The campaign that asked for it.' })
  async campaign(@Root() { communityId, campaignId }: DonationRow, @Ctx() context: Context) {
    return campaignId ? await context.load(campaignById, communityId, campaignId) : null;
  }

  @FieldResolver(() => Grant, { nullable: true, description: 'The grant whose project it is for.' })
  async grant(@Root() { communityId, grantId }: DonationRow, @Ctx() context: Context) {
    return grantId ? await context.load(grantById, communityId, grantId) : null;
  }
}

@Resolver(() => Place)
export class PlaceDonationsResolver {
  @FieldResolver(() => DonationConnection, {
    description:
      'The gifts on the web in its books, with who gave, in the order they were begun: all for an ' +
      'auditor, else those to the foundations whose money one keeps.',
  })
  @Allow(giversOf)
  async donations(@Root() at: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    const foundationIds = isAuditor(context.actor, at) ? null : keptFoundations(context.actor);
    return await loadPage(context, donationsOfPlace, at.id, foundationIds, page);
  }
}
