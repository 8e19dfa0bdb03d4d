import { openCampaign } from '../../../src/donations/open-campaign';
import { toGlobalId } from '../../../src/kernel/global-id';
import type { CommunityWorld } from '../../support/world';
import type { Run } from './furnish';
import { day } from './moments';

/** Campaigns for a pool: nobody has given to them yet. */
export interface Campaigns {
  readonly toMatch: string;
  readonly toEnd: string;
}

export async function beginCampaigns(
  run: Run,
  home: CommunityWorld,
  poolId: string,
): Promise<Campaigns> {
  const open = async (title: string) => {
    const asked = { poolId, title, story: 'For those who live alone.', startsOn: day() };
    const { id } = await run(home.secretary, (work) => openCampaign(work, asked));
    return toGlobalId('Campaign', home.id, id);
  };
  return { toMatch: await open('Hot meals'), toEnd: await open('Warm coats') };
}
