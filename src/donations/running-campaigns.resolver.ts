import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { PageArgs } from '../api/connection';
import type { Context } from '../api/context';
import { Allow, anyone } from '../api/policy';
import { CampaignConnection } from './campaign.graphql';
import { runningCampaigns } from './running-campaigns.reader';

@Resolver()
export class RunningCampaignsResolver {
  @Query(() => CampaignConnection, {
    description: 'The campaigns that ask for gifts today, everywhere, the newest first.',
  })
  @Allow(anyone)
  async campaigns(@Args() page: PageArgs, @Ctx() context: Context) {
    return await runningCampaigns(context.db, context.now, page);
  }
}
