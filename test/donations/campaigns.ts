import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { draft, record, reverse } from '../../src/bookkeeping/record';
import { GIFTS } from '../../src/bookkeeping/rules/gifts';
import type { Match } from '../../src/bookkeeping/rules/matching';
import { addToCampaign } from '../../src/donations/add-to-campaign';
import type { CampaignRow } from '../../src/donations/campaign.entity';
import { campaignById } from '../../src/donations/campaign.reader';
import { DONATIONS_CHECKS } from '../../src/donations/donations.checks';
import { matchFor, matchTakenBack } from '../../src/donations/match';
import { withMatchAgain } from '../../src/donations/match-again';
import { poolById } from '../../src/foundations/pool.reader';
import { SYSTEM } from '../../src/kernel/actor';
import { amount } from '../../src/kernel/amount';
import { currency } from '../../src/kernel/currency';
import type { TenantRef } from '../../src/kernel/global-id';
import { newId } from '../../src/kernel/id';
import { ownRequest } from '../../src/kernel/request';
import { inUnitOfWork, type UnitOfWork } from '../../src/kernel/unit-of-work';
import { entriesById } from '../../src/ledger/entry.reader';
import { CHECKS } from '../../src/server/checks';

/** All of `verify` but what gifts and a processor agree on: here they are given without one. */
export const CHECKED = CHECKS.filter((check) => !DONATIONS_CHECKS.includes(check));

/** A gift to a campaign as its donation leaves it: the row, the posting, and the running total. */
export interface Gift {
  readonly id: string;
  readonly minor: bigint;
  readonly match: Match | null;
}

/** A campaign with its pool, as it stands now. */
async function standing(source: DataSource, { communityId, id }: TenantRef) {
  const [campaign] = await campaignById.read(source.manager, communityId, [id]);
  const poolIds = [campaign!.poolId];
  const [pool] = await poolById.read(source.manager, communityId, poolIds);
  return { campaign: campaign!, pool: pool! };
}

/** Somebody gives to a campaign, and has paid. */
export async function giveTo(
  source: DataSource,
  ref: TenantRef,
  minor: bigint,
  paidAt = new Date(),
): Promise<Gift> {
  const { campaign, pool } = await standing(source, ref);
  const id = newId();
  const given = amount(currency(campaign.currency), minor);
  const paid = { foundationId: pool.foundationId, donationId: id, paymentId: randomUUID() };
  const how = { request: ownRequest(`gift/${id}`), occurredAt: paidAt };
  const give = async (work: UnitOfWork) => {
    const match = await matchFor(work, ref, given, paidAt);
    await insertDonation(work.db, campaign, pool.foundationId, { id, minor }, paidAt);
    const facts = { ...paid, poolId: pool.id, amount: given, match };
    await record(work, ref.communityId, draft(GIFTS.giftReceived, facts, how));
    await addToCampaign(work, ref.communityId, ref.id, { minor, gifts: 1 });
    return { id, minor, match };
  };
  return await inUnitOfWork(source, SYSTEM, give, paidAt);
}

/** A part of a gift goes back; answers what its enterprise owes less, and the entry. */
export async function refund(
  source: DataSource,
  ref: TenantRef,
  { id, minor, match }: Gift,
  [before, now]: readonly [before: bigint, now: bigint],
): Promise<{ less: bigint; entryId: string }> {
  const { campaign, pool } = await standing(source, ref);
  const paid = { foundationId: pool.foundationId, donationId: id, paymentId: randomUUID() };
  const back = amount(currency(campaign.currency), now);
  return await inUnitOfWork(source, SYSTEM, async (work) => {
    const matchMinor = match?.amount.minor ?? 0n;
    const going = { giftMinor: minor, refundedBefore: before, refundedNow: now, matchMinor };
    const less = await matchTakenBack(work, ref, going);
    const parts = [{ from: { poolId: pool.id }, amount: back }];
    const facts = { ...paid, refundId: randomUUID(), parts, match: less };
    const how = { request: ownRequest(randomUUID()), occurredAt: work.now };
    await goneBack(work, ref, id, now);
    const [posted] = await record(work, ref.communityId, draft(GIFTS.giftRefunded, facts, how));
    return { less: less?.amount.minor ?? 0n, entryId: posted!.entryId };
  });
}

export const takeBack = async (...refunded: Parameters<typeof refund>): Promise<bigint> =>
  (await refund(...refunded)).less;

/** A refund fails after all: the gift is there again. */
export async function refundFails(
  source: DataSource,
  ref: TenantRef,
  { id }: Gift,
  { entryId, minor }: { entryId: string; minor: bigint },
): Promise<void> {
  await inUnitOfWork(source, SYSTEM, async (work) => {
    const [entry] = await entriesById(work.db, ref.communityId, [entryId]);
    const how = { request: ownRequest(`fails/${entryId}`), occurredAt: work.now, reason: 'failed' };
    await work.begin();
    await goneBack(work, ref, id, -minor);
    await withMatchAgain(work, entry!, () => reverse(work, entry!, how));
  });
}

async function goneBack(
  work: UnitOfWork,
  { communityId, id: campaignId }: TenantRef,
  donationId: string,
  minor: bigint,
): Promise<void> {
  await addToCampaign(work, communityId, campaignId, { minor: -minor, gifts: 0 });
  await work.db.query(
    `update donation set refunded_minor = refunded_minor + $3::bigint
     where community_id = $1 and id = $2`,
    [communityId, donationId, minor.toString()],
  );
}

async function insertDonation(
  db: { query(sql: string, values: unknown[]): Promise<unknown> },
  campaign: CampaignRow,
  foundationId: string,
  { id, minor }: { id: string; minor: bigint },
  paidAt: Date,
): Promise<void> {
  const { communityId, poolId, id: campaignId, currency: code } = campaign;
  await db.query(
    `insert into donation (community_id, id, foundation_id, pool_id, campaign_id, currency,
       amount_minor, state, giver_kind, locale, provider, token, key, fingerprint, started_at,
       paid_at, refunded_minor, disputed_minor)
     values ($1, $2, $3, $4, $5, $6, $7, 'paid', 'person', 'zh', 'stripe', $8, $8, '', $9, $9, 0, 0)`,
    [communityId, id, foundationId, poolId, campaignId, code, minor.toString(), id, paidAt],
  );
}
