import type { Day } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { CampaignRow } from './campaign.entity';

export type CampaignState = 'upcoming' | 'running' | 'ended';

/** How a campaign stands on a day of its community. */
export function stateOn({ startsOn, endsOn, endedAt }: CampaignRow, day: Day): CampaignState {
  if (endedAt !== null || (endsOn !== null && endsOn <= day)) return 'ended';
  return startsOn <= day ? 'running' : 'upcoming';
}

/** Refuses a campaign that is over: `CAMPAIGN_ENDED`. */
export function refuseEnded(campaign: CampaignRow, day: Day, path: readonly string[]): void {
  if (stateOn(campaign, day) === 'ended')
    throw new Refusal('CAMPAIGN_ENDED', { title: campaign.title }, path);
}

/** Refuses a campaign that takes no gifts on a day: `CAMPAIGN_UPCOMING`, `CAMPAIGN_ENDED`. */
export function refuseNotRunning(campaign: CampaignRow, day: Day, path: readonly string[]): void {
  refuseEnded(campaign, day, path);
  if (stateOn(campaign, day) === 'running') return;
  const { title, startsOn } = campaign;
  throw new Refusal('CAMPAIGN_UPCOMING', { title, startsOn }, path);
}
