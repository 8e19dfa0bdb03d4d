import type { Match } from '../bookkeeping/rules/matching';
import { amount, type Amount } from '../kernel/amount';
import { dayOf } from '../kernel/calendar';
import { currency } from '../kernel/currency';
import type { TenantRef } from '../kernel/global-id';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import type { CampaignRow } from './campaign.entity';
import { stateOn } from './campaign-state';
import { heldOn, lockCampaign, matchAccounts } from './campaign.reader';

const WHOLE_BASIS_POINTS = 10_000n;

/** A gift as far as it goes back, in minor units. */
export interface GoingBack {
  readonly giftMinor: bigint;
  /** How much of it had gone back before, and how much goes now. */
  readonly refundedBefore: bigint;
  readonly refundedNow: bigint;
  /** What the enterprise added to it. */
  readonly matchMinor: bigint;
}

/**
 * What an enterprise adds to a gift of its campaign that was paid at a moment: its percentage,
 * rounded down, and no more than what is left of its promise; null where that is nothing, where
 * none is promised, and before and after the campaign.
 *
 * It holds the campaign until the unit of work ends, so that of two gifts at once the second sees
 * what the first has left. Ask before posting: the campaign is taken before accounts are.
 */
export async function matchFor(
  work: UnitOfWork,
  ref: TenantRef,
  gift: Amount,
  paidAt: Date = work.now,
): Promise<Match | null> {
  const campaign = await lockCampaign(work, ref);
  const { matchBasisPoints } = campaign;
  if (!matchBasisPoints) return null;
  const { timeZone } = await needPlace(work, campaign.communityId, ['campaignId']);
  if (stateOn(campaign, dayOf(paidAt, timeZone)) !== 'running') return null;
  const share = (gift.minor * BigInt(matchBasisPoints)) / WHOLE_BASIS_POINTS;
  const room = await heldOn(work, campaign, matchAccounts(campaign).room);
  return matchOf(campaign, least(share, room));
}

/**
 * What an enterprise no longer owes when a gift goes back in whole or in part: of its match the
 * same part, rounded so that all parts together come to the whole; no more than what it still owes
 * the campaign, for what it has paid stays. Holds the campaign like matchFor.
 */
export async function matchTakenBack(
  work: UnitOfWork,
  ref: TenantRef,
  { giftMinor, refundedBefore, refundedNow, matchMinor }: GoingBack,
): Promise<Match | null> {
  const campaign = await lockCampaign(work, ref);
  if (!campaign.matchEnterpriseId) return null;
  // A gift may be given back and be disputed as well: its match goes back once.
  const until = (refunded: bigint) => (matchMinor * least(refunded, giftMinor)) / giftMinor;
  const share = until(refundedBefore + refundedNow) - until(refundedBefore);
  const due = await heldOn(work, campaign, matchAccounts(campaign).due);
  const match = matchOf(campaign, least(share, due));
  return match && campaign.endedAt ? { ...match, ended: true } : match;
}

function matchOf(campaign: CampaignRow, minor: bigint): Match | null {
  const { id: campaignId, matchEnterpriseId: enterpriseId } = campaign;
  if (!enterpriseId || minor <= 0n) return null;
  return { campaignId, enterpriseId, amount: amount(currency(campaign.currency), minor) };
}

function least(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}
