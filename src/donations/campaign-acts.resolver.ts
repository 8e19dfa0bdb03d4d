import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import {
  EndCampaignInput,
  EndCampaignPayload,
  OpenCampaignInput,
  OpenCampaignPayload,
  PromiseMatchInput,
  PromiseMatchPayload,
  RecordMatchReceivedInput,
  RecordMatchReceivedPayload,
} from './campaign-acts.graphql';
import { endCampaign } from './end-campaign';
import { openCampaign } from './open-campaign';
import { promiseMatch } from './promise-match';
import { recordMatchReceived } from './record-match-received';

/** What every amount may be refused with. */
const AMOUNT_CODES =
  'WRONG_CURRENCY, AMOUNT_UNREADABLE, AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE';

@Resolver()
export class CampaignActsResolver {
  @Mutation(() => OpenCampaignPayload, {
    description:
      'Opens a campaign for an open pool. An enterprise that shall match its gifts promises so ' +
      'itself: promiseMatch. Codes: ID_UNKNOWN, POOL_CLOSED, POOL_EARMARKED, TEXT_LENGTH, DAY_PAST, ' +
      `PERIOD_EMPTY, CAMPAIGN_TITLE_TAKEN, ${AMOUNT_CODES}.`,
  })
  @Allow(byCommand("The foundation's chair or secretary"))
  async openCampaign(
    @Arg('input', () => OpenCampaignInput) input: OpenCampaignInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ campaign: await openCampaign(work, input) }));
  }

  @Mutation(() => PromiseMatchPayload, {
    description:
      'An enterprise promises to match the gifts of a campaign from now on, up to an amount. ' +
      'Codes: ID_UNKNOWN, ORGANISATION_KIND, CAMPAIGN_ENDED, ENTERPRISE_ELSEWHERE, MATCH_PROMISED, ' +
      `PERCENT_RANGE, KEY_UNUSABLE, KEY_REUSED, ${AMOUNT_CODES}.`,
  })
  @Allow(byCommand("The enterprise's director"))
  async promiseMatch(
    @Arg('input', () => PromiseMatchInput) input: PromiseMatchInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ campaign: await promiseMatch(work, input) }));
  }

  @Mutation(() => EndCampaignPayload, {
    description:
      'Ends a campaign now, also one whose last day has passed: what its enterprise would still ' +
      'match is promised no more, what it owes stays due. Codes: ID_UNKNOWN, CAMPAIGN_ENDED.',
  })
  @Allow(byCommand("The foundation's chair or secretary"))
  async endCampaign(
    @Arg('input', () => EndCampaignInput) input: EndCampaignInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ campaign: await endCampaign(work, input) }));
  }

  @Mutation(() => RecordMatchReceivedPayload, {
    description:
      'Records that an enterprise paid of what it owes for the gifts it matched. Codes: ' +
      'ID_UNKNOWN, NO_MATCH, MATCH_SHORT, OCCURRED_IN_FUTURE, RECEIVED_BEFORE_PERIOD, ' +
      `ACCOUNT_CLOSED, KEY_UNUSABLE, KEY_REUSED, ${AMOUNT_CODES}.`,
  })
  @Allow(byCommand("The foundation's treasurer"))
  async recordMatchReceived(
    @Arg('input', () => RecordMatchReceivedInput) input: RecordMatchReceivedInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      campaign: await recordMatchReceived(work, input),
    }));
  }
}
