import { draft, record, recordedBefore } from '../bookkeeping/record';
import { MATCHING } from '../bookkeeping/rules/matching';
import { authorise } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { currency, readMoney, type MoneyInput } from '../kernel/currency';
import { Refusal } from '../kernel/refusal';
import { request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { refuseElsewhere } from '../society/home-books';
import { needOrganisation } from '../society/organisation.reader';
import { needPlace } from '../society/place.reader';
import { CampaignRow } from './campaign.entity';
import { mayPromiseMatch } from './campaign.policy';
import { lockCampaign, needCampaign } from './campaign.reader';
import { refuseEnded } from './campaign-state';

export interface PromiseMatch {
  readonly idempotencyKey: string;
  readonly campaignId: string;
  readonly enterpriseId: string;
  /** All that it would match. */
  readonly cap: MoneyInput;
  /** What it adds to each gift: 100 is one to one. */
  readonly percent: number;
}

const LARGEST_PERCENT = 1_000;
const BASIS_POINTS = 100;

/**
 * An enterprise promises to match the gifts of a campaign from now on, up to an amount (its
 * director; C8). A campaign has one match. Refuses: `ID_UNKNOWN`, `ORGANISATION_KIND`,
 * `CAMPAIGN_ENDED`, `ENTERPRISE_ELSEWHERE`, `MATCH_PROMISED`, `PERCENT_RANGE`, `KEY_UNUSABLE`,
 * `KEY_REUSED`, and what readMoney refuses.
 */
export async function promiseMatch(work: UnitOfWork, input: PromiseMatch): Promise<CampaignRow> {
  const at = ['enterpriseId'];
  const enterprise = await needOrganisation(work, input.enterpriseId, at, 'social_enterprise');
  authorise(work.actor, mayPromiseMatch(work.actor, enterprise.id));
  const named = await needCampaign(work, input.campaignId, ['campaignId']);
  const books = await needPlace(work, named.communityId, ['campaignId']);
  const asked = request('promiseMatch', input);
  const campaign = await lockCampaign(work, named);
  if (await recordedBefore(work, books.id, asked)) return campaign;
  refuseEnded(campaign, dayOf(work.now, books.timeZone), ['campaignId']);
  await refuseElsewhere(work, enterprise, books, at);
  if (campaign.matchEnterpriseId) throw new Refusal('MATCH_PROMISED', {}, ['campaignId']);
  const amount = readMoney(input.cap, currency(campaign.currency), ['cap']);
  const promise = {
    matchEnterpriseId: enterprise.id,
    matchCapMinor: amount.minor.toString(),
    matchBasisPoints: readPercent(input.percent) * BASIS_POINTS,
  };
  const { communityId, id } = campaign;
  await work.db.update(CampaignRow, { communityId, id }, promise);
  const facts = { campaignId: id, enterpriseId: enterprise.id, amount };
  const how = { request: asked, occurredAt: work.now };
  await record(work, communityId, draft(MATCHING.matchPromised, facts, how));
  return { ...campaign, ...promise };
}

function readPercent(percent: number): number {
  if (!Number.isInteger(percent) || percent < 1 || percent > LARGEST_PERCENT)
    throw new Refusal('PERCENT_RANGE', { least: 1, largest: LARGEST_PERCENT }, ['percent']);
  return percent;
}
