import { acceptMilestone } from '../src/grants/accept-milestone';
import { applyForGrant } from '../src/grants/apply-for-grant';
import { cancelGrant } from '../src/grants/cancel-grant';
import { declareInterest } from '../src/grants/declare-interest';
import { disburseTranche } from '../src/grants/disburse-tranche';
import { GrantRow } from '../src/grants/grant.entity';
import { requestDisbursement } from '../src/grants/request-disbursement';
import { returnUnspent } from '../src/grants/return-unspent';
import { reviewApplication } from '../src/grants/review-application';
import { TrancheRow } from '../src/grants/tranche.entity';
import { withdrawApplication } from '../src/grants/withdraw-application';
import { setPoolThresholds } from '../src/foundations/set-pool-thresholds';
import type { Cast, Team } from './cast';
import { cny, organisationId, tenantId, type Shop } from './economy';
import { PLOTS, type Plot, type Step } from './plots';
import type { Stage } from './stage';
import type { Year } from './time';

/** Plays all plots whose money is there by then. */
export async function playGrants(
  stage: Stage,
  cast: Cast,
  shops: readonly Shop[],
  year: Year,
): Promise<void> {
  for (const plot of PLOTS) {
    const shop = shops[plot.shop];
    const team = shop?.community.teams[plot.team];
    if (shop && team) await play(new Production(stage, cast, year, plot), shop, team);
  }
  await tighten(stage, cast, shops);
}

/** From today on the board of the first community looks twice at what costs 500 yuan. */
async function tighten(stage: Stage, cast: Cast, [shop]: readonly Shop[]): Promise<void> {
  if (!shop) return;
  const thresholds = [
    { from: cny('0'), approvals: 1 },
    { from: cny('500.00'), approvals: 2 },
    { from: cny('5000.00'), approvals: 3 },
  ];
  const table = { poolId: tenantId('Pool', shop.organisations), thresholds };
  await stage.as(cast.chair, setPoolThresholds, table, stage.today);
}

async function play(production: Production, shop: Shop, team: Team): Promise<void> {
  await production.apply(shop, team);
  for (const step of production.plot.steps) await production.take(step, team);
}

/** One application on its way. */
class Production {
  private applicationId = '';
  private communityId = '';
  private rowId = '';
  private paying = 0;
  private taken = 0;

  constructor(
    private readonly stage: Stage,
    private readonly cast: Cast,
    private readonly year: Year,
    readonly plot: Plot,
  ) {}

  async apply(shop: Shop, team: Team): Promise<void> {
    const { title, tranches } = this.plot;
    const whole = tranches.reduce((sum, each) => sum + each, 0);
    const row = await this.stage.as(
      leaderOf(team),
      applyForGrant,
      {
        applicantId: organisationId(team.organisation),
        poolId: tenantId('Pool', shop.organisations),
        title,
        purpose: `${team.organisation.name}:${title}。`,
        requested: yuan(whole),
        budget: [
          { label: '材料与工具', amount: yuan(whole - 100) },
          { label: '志愿者保险', amount: yuan(100) },
        ],
        tranches: tranches.map((each, i) => ({
          amount: yuan(each),
          milestone: i === 0 ? '启动并完成首批服务' : '全部服务完成并公示',
          dueOn: this.year.first(this.plot.month + 2 + i * 2),
        })),
      },
      this.moment(),
    );
    this.applicationId = tenantId('Application', row);
    this.communityId = row.communityId;
    this.rowId = row.id;
  }

  async take(step: Step, team: Team): Promise<void> {
    const { cast, stage } = this;
    const at = this.moment();
    const { applicationId } = this;
    const [first = '', second = ''] = cast.board;
    switch (step) {
      case 'approve':
        return await this.review(cast.chair, 'approve', at);
      case 'approve again':
        return await this.review(first, 'approve', at);
      case 'decline':
        return await this.review(cast.chair, 'decline', at);
      case 'decline again':
        return await this.review(first, 'decline', at);
      case 'stand aside': {
        const input = { applicationId, reason: '我的姐姐在这个小组' };
        return void (await stage.as(second, declareInterest, input, at));
      }
      case 'withdraw':
        return void (await stage.as(leaderOf(team), withdrawApplication, { applicationId }, at));
      case 'request': {
        const input = { trancheId: await this.trancheId() };
        return void (await stage.as(cast.secretary, requestDisbursement, input, at));
      }
      case 'pay': {
        const trancheId = await this.trancheId();
        const idempotencyKey = `seed/pay/${trancheId.slice(-16)}`;
        const input = { idempotencyKey, trancheId, occurredAt: at };
        return void (await stage.as(cast.treasurer, disburseTranche, input, at));
      }
      case 'accept': {
        const input = { trancheId: await this.trancheId(), evidence: '照片、签到表与受益人回访' };
        this.paying += 1;
        return void (await stage.as(cast.secretary, acceptMilestone, input, at));
      }
      case 'return': {
        const grantId = await this.grantId();
        const key = `seed/return/${grantId.slice(-16)}`;
        const input = { idempotencyKey: key, grantId, amount: yuan(60), occurredAt: at };
        return void (await stage.as(cast.secretary, returnUnspent, input, at));
      }
      case 'cancel': {
        const input = { grantId: await this.grantId(), reason: '看护场地被收回' };
        return void (await stage.as(cast.chair, cancelGrant, input, at));
      }
    }
  }

  private async review(member: string, verdict: 'approve' | 'decline', at: Date): Promise<void> {
    const { applicationId } = this;
    const reason = verdict === 'approve' ? '居民需要,预算合理。' : '与上一年的资助重复。';
    const idempotencyKey = `seed/review/${applicationId.slice(-16)}/${member.slice(-8)}`;
    const input = { idempotencyKey, applicationId, verdict, reason };
    await this.stage.as(member, reviewApplication, input, at);
  }

  /** Each step happens two days after the one before. */
  private moment(): Date {
    this.taken += 1;
    return this.year.at(this.plot.month, Math.min(28, 1 + 2 * this.taken), 14);
  }

  private async trancheId(): Promise<string> {
    const { communityId, rowId: applicationId } = this;
    const n = this.paying + 1;
    const row = await this.stage.source
      .getRepository(TrancheRow)
      .findOneByOrFail({ communityId, applicationId, n });
    return tenantId('Tranche', row);
  }

  private async grantId(): Promise<string> {
    const { communityId, rowId: id } = this;
    const grants = this.stage.source.getRepository(GrantRow);
    const row = await grants.findOneByOrFail({ communityId, id });
    return tenantId('Grant', row);
  }
}

const yuan = (whole: number) => cny(`${whole}.00`);

function leaderOf({ members }: Team): string {
  const leader = members[0];
  if (!leader) throw new Error('A team without a leader');
  return leader.personId;
}
