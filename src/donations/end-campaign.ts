import { draft, record } from '../bookkeeping/record';
import { MATCHING } from '../bookkeeping/rules/matching';
import { isPoolKeeper } from '../foundations/pool.policy';
import { authorise } from '../kernel/actor';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { Refusal } from '../kernel/refusal';
import { ownRequest } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { CampaignRow } from './campaign.entity';
import {
  heldOn,
  lockCampaign,
  matchAccounts,
  needCampaign,
  poolOfCampaign,
} from './campaign.reader';

/**
 * Ends a campaign now, also one whose last day has passed: what its enterprise would still have
 * matched is promised no more; what it owes for gifts so far stays due (the foundation's chair or
 * secretary). It can happen once, so that it needs no key. Refuses: `ID_UNKNOWN`, `CAMPAIGN_ENDED`.
 */
export async function endCampaign(
  work: UnitOfWork,
  input: { campaignId: string },
): Promise<CampaignRow> {
  const named = await needCampaign(work, input.campaignId, ['campaignId']);
  const { foundationId } = await poolOfCampaign(work, named);
  authorise(work.actor, isPoolKeeper(work.actor, foundationId));
  const campaign = await lockCampaign(work, named);
  const { communityId, id, title } = campaign;
  if (campaign.endedAt) throw new Refusal('CAMPAIGN_ENDED', { title }, ['campaignId']);
  const endedAt = work.now;
  await work.db.update(CampaignRow, { communityId, id }, { endedAt });
  await releaseMatch(work, campaign);
  return { ...campaign, endedAt };
}

/** What is left of a promise is read while the campaign is held: no gift takes from it. */
async function releaseMatch(work: UnitOfWork, campaign: CampaignRow): Promise<void> {
  const { communityId, id: campaignId, matchEnterpriseId: enterpriseId } = campaign;
  const left = await heldOn(work, campaign, matchAccounts(campaign).room);
  if (!enterpriseId || left === 0n) return;
  const facts = { campaignId, enterpriseId, amount: amount(currency(campaign.currency), left) };
  const how = { request: ownRequest(`endCampaign/${campaignId}`), occurredAt: work.now };
  await record(work, communityId, draft(MATCHING.matchEnded, facts, how));
}
