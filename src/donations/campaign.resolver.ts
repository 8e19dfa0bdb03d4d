import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { Money, toMoney } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { accountById } from '../books/entry.reader';
import type { PoolRow } from '../foundations/pool.entity';
import { Pool } from '../foundations/pool.graphql';
import { poolById } from '../foundations/pool.reader';
import { amount } from '../kernel/amount';
import { dayOf } from '../kernel/calendar';
import { currency } from '../kernel/currency';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import { Place } from '../society/place.graphql';
import { place } from '../society/place.reader';
import type { PlaceRow } from '../society/place.entity';
import type { CampaignRow } from './campaign.entity';
import { Campaign, CampaignConnection, CampaignMatch, CampaignStateEnum } from './campaign.graphql';
import { campaignById, campaignsOfPlace, campaignsOfPool, matchAccounts } from './campaign.reader';
import { stateOn } from './campaign-state';

tenantNode('Campaign', (context, ref) => context.load(campaignById, ref.communityId, ref.id));

const money = (campaign: CampaignRow, minor: bigint | string) =>
  toMoney(amount(currency(campaign.currency), BigInt(minor)));

@Resolver(() => Campaign)
export class CampaignResolver {
  @FieldResolver(() => Int)
  giftCount(@Root() { gifts }: CampaignRow) {
    return gifts;
  }

  @FieldResolver(() => Pool, { description: 'The pool that it asks for.' })
  async pool(@Root() { communityId, poolId }: CampaignRow, @Ctx() context: Context) {
    return await context.load(poolById, communityId, poolId);
  }

  @FieldResolver(() => Money, { nullable: true })
  goal(@Root() campaign: CampaignRow) {
    return campaign.goalMinor === null ? null : money(campaign, campaign.goalMinor);
  }

  @FieldResolver(() => CampaignStateEnum)
  async state(@Root() campaign: CampaignRow, @Ctx() context: Context) {
    const { timeZone = 'utc' } = (await place(context, campaign.communityId)) ?? {};
    return stateOn(campaign, dayOf(context.now, timeZone));
  }

  @FieldResolver(() => Money)
  raised(@Root() campaign: CampaignRow) {
    return money(campaign, campaign.raisedMinor);
  }

  @FieldResolver(() => CampaignMatch, { nullable: true })
  match(@Root() campaign: CampaignRow) {
    return campaign.matchEnterpriseId === null ? null : campaign;
  }
}

/** What an account of a campaign holds now, from the ledger; batched over a list. */
async function held(context: Context, { communityId }: CampaignRow, id: string | null) {
  const found = id === null ? null : await context.load(accountById, communityId, id);
  return found?.balance ?? 0n;
}

@Resolver(() => CampaignMatch)
export class CampaignMatchResolver {
  @FieldResolver(() => Organisation, { description: 'The social enterprise that promised it.' })
  async enterprise(@Root() { matchEnterpriseId }: CampaignRow, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, matchEnterpriseId ?? CITY);
  }

  @FieldResolver(() => Int)
  percent(@Root() { matchBasisPoints }: CampaignRow) {
    return (matchBasisPoints ?? 0) / 100;
  }

  @FieldResolver(() => Money)
  cap(@Root() campaign: CampaignRow) {
    return money(campaign, campaign.matchCapMinor ?? 0n);
  }

  @FieldResolver(() => Money)
  async matched(@Root() campaign: CampaignRow, @Ctx() context: Context) {
    const due = await held(context, campaign, matchAccounts(campaign).due);
    return money(campaign, due + BigInt(campaign.matchReceivedMinor));
  }

  @FieldResolver(() => Money)
  async due(@Root() campaign: CampaignRow, @Ctx() context: Context) {
    return money(campaign, await held(context, campaign, matchAccounts(campaign).due));
  }

  @FieldResolver(() => Money)
  received(@Root() campaign: CampaignRow) {
    return money(campaign, campaign.matchReceivedMinor);
  }

  @FieldResolver(() => Money)
  async left(@Root() campaign: CampaignRow, @Ctx() context: Context) {
    return money(campaign, await held(context, campaign, matchAccounts(campaign).room));
  }
}

@Resolver(() => Pool)
export class PoolCampaignsResolver {
  @FieldResolver(() => CampaignConnection, { description: 'What asked for it, the newest first.' })
  async campaigns(
    @Root() { communityId, id }: PoolRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, campaignsOfPool, { communityId, ownerId: id }, page);
  }
}

@Resolver(() => Place)
export class PlaceCampaignsResolver {
  @FieldResolver(() => CampaignConnection, {
    description: 'The campaigns for pools that its books hold, the newest first.',
  })
  async campaigns(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadKeyset(context, campaignsOfPlace, { communityId: CITY, ownerId: id }, page);
  }
}
