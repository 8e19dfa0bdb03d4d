import { randomUUID } from 'node:crypto';
import { openCampaign } from '../../../src/donations/open-campaign';
import { promiseMatch } from '../../../src/donations/promise-match';
import { openPool } from '../../../src/foundations/open-pool';
import type { PoolRow } from '../../../src/foundations/pool.entity';
import { SYSTEM } from '../../../src/kernel/actor';
import { dayOf } from '../../../src/kernel/calendar';
import { toGlobalId } from '../../../src/kernel/global-id';
import { inUnitOfWork, type UnitOfWork } from '../../../src/kernel/unit-of-work';
import { registerOrganisation } from '../../../src/society/register-organisation';
import type { CampaignRow } from '../../../src/donations/campaign.entity';
import type { Life } from './life';
import type { Stage } from './stage';

/** A foundation of a life's own, with a pool and a campaign that an enterprise matches. */
export interface Home {
  readonly foundationId: string;
  readonly enterpriseId: string;
  readonly pool: PoolRow & { readonly globalId: string };
  readonly campaign: CampaignRow & { readonly globalId: string };
  readonly life: Life;
}

export async function newHome(stage: Stage, life: Life, at: number): Promise<Home> {
  const { source } = stage.processes[0]!;
  const { place } = at % 2 === 0 ? stage.world.home : stage.world.other;
  const run = <T>(command: (work: UnitOfWork) => Promise<T>) =>
    inUnitOfWork(source, SYSTEM, command, stage.now());
  const register = (kind: 'foundation' | 'social_enterprise') =>
    run((work) =>
      registerOrganisation(work, {
        kind,
        name: `${kind} ${randomUUID()}`,
        placeId: place.globalId,
      }),
    );
  const foundation = await register('foundation');
  const enterprise = await register('social_enterprise');
  const money = (decimal: string) => ({ amount: decimal, currency: life.currency });
  const pool = await run((work) =>
    openPool(work, {
      foundationId: toGlobalId('Organisation', null, foundation.id),
      ...{ communityId: place.globalId, name: `Pool ${randomUUID()}`, purpose: 'organisations' },
      ...{ currency: life.currency, thresholds: [{ from: money('0'), approvals: 2 }] },
    }),
  );
  const poolId = toGlobalId('Pool', pool.communityId, pool.id);
  const campaign = await run((work) =>
    openCampaign(work, {
      ...{ poolId, title: `Campaign ${randomUUID()}`, story: 'Cold.' },
      startsOn: dayOf(stage.now(), 'Asia/Shanghai'),
    }),
  );
  const campaignId = toGlobalId('Campaign', campaign.communityId, campaign.id);
  await run((work) =>
    promiseMatch(work, {
      ...{ idempotencyKey: `promise-${randomUUID()}`, campaignId, percent: 100 },
      ...{ enterpriseId: toGlobalId('Organisation', null, enterprise.id), cap: money('900000') },
    }),
  );
  return {
    ...{ foundationId: foundation.id, enterpriseId: enterprise.id, life },
    pool: { ...pool, globalId: poolId },
    campaign: { ...campaign, globalId: campaignId },
  };
}
