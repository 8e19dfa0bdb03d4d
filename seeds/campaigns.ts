import { openCampaign } from '../src/donations/open-campaign';
import { promiseMatch } from '../src/donations/promise-match';
import type { Cast } from './cast';
import { cny, organisationId, tenantId, type Shop } from './economy';
import type { Stage } from './stage';
import type { Year } from './time';

const CAMPAIGNS = [
  {
    title: '让老人冬天也能下楼',
    story: '给五个院落的单元门口装扶手和防滑垫，由居民维修队自己动手。',
    goal: '6000.00',
    lasts: 45,
  },
  {
    title: '邻里理发角',
    story: '给理发队添两把椅子和一套推子，每周三下午在社区院里义剪。',
    goal: '1800.00',
    lasts: null,
  },
];

/**
 * Campaigns that ask for gifts today, so that whoever tries the demo has something to give to; the
 * first of them is matched by the enterprise next door.
 */
export async function openCampaigns(
  stage: Stage,
  cast: Cast,
  shops: readonly Shop[],
  year: Year,
): Promise<void> {
  for (const [i, { title, story, goal, lasts }] of CAMPAIGNS.entries()) {
    const shop = shops[i];
    if (!shop) continue;
    const campaign = await stage.as(cast.secretary, openCampaign, {
      ...{ poolId: tenantId('Pool', shop.organisations), title, story },
      ...{ goal: cny(goal), startsOn: year.day(0) },
      endsOn: lasts === null ? null : year.day(lasts),
    });
    const enterprise = cast.enterprises.find(({ home }) => home === i);
    if (i > 0 || !enterprise) continue;
    await stage.as(enterprise.director, promiseMatch, {
      ...{ idempotencyKey: `demo-match-${i}`, campaignId: tenantId('Campaign', campaign) },
      ...{ enterpriseId: organisationId(enterprise.organisation) },
      ...{ cap: cny('2000.00'), percent: 100 },
    });
  }
}
