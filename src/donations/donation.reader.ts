import type { EntityManager } from 'typeorm';
import { CITY, type Batch } from '../api/context';
import { ID_PART, type KeysetList } from '../api/keyset-list';
import type { PagedList } from '../api/paged';
import type { TenantRef } from '../kernel/global-id';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { AttemptRow } from './attempt.entity';
import type { DonationRow } from './donation.entity';
import { communityOfToken } from './follow-token';

const COLUMNS = `community_id "communityId", id, foundation_id "foundationId", pool_id "poolId",
  campaign_id "campaignId", grant_id "grantId", pledge_id "pledgeId", currency,
  amount_minor "amountMinor", state, giver_kind "giverKind", giver_name "giverName",
  public_name "publicName", tax_id "taxId", email, message, locale, provider, token, key,
  fingerprint, started_at "startedAt", paid_at "paidAt", refunded_minor "refundedMinor",
  disputed_minor "disputedMinor"`;

export const donationById: Batch<DonationRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${COLUMNS} from donation where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** The donation of a client's key, or null. */
export async function donationByKey(
  db: EntityManager,
  communityId: string,
  key: string,
): Promise<DonationRow | null> {
  const rows = await read<DonationRow>(
    db,
    `select ${COLUMNS} from donation where community_id = $1 and key = $2`,
    [communityId, key],
  );
  return rows[0] ?? null;
}

/** The donation that a giver follows by its token, or null. */
export async function donationByToken(
  db: EntityManager,
  token: string,
): Promise<DonationRow | null> {
  const communityId = communityOfToken(token);
  if (!communityId) return null;
  const rows = await read<DonationRow>(
    db,
    `select ${COLUMNS} from donation where community_id = $1 and token = $2`,
    [communityId, token],
  );
  return rows[0] ?? null;
}

/** The donation a giver names by its token, for a command: `TOKEN_UNKNOWN`. */
export async function needDonationByToken(
  work: UnitOfWork,
  token: string,
  path: readonly string[],
): Promise<DonationRow> {
  const row = await donationByToken(work.db, token);
  if (!row) throw new Refusal('TOKEN_UNKNOWN', {}, path);
  return row;
}

/** The donation that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needDonation(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<DonationRow> {
  return await needRow(work, donationById, { type: 'Donation', globalId, path });
}

/** Holds a donation until the unit of work ends: whatever changes it or its parts holds it. */
export async function lockDonation(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
): Promise<DonationRow> {
  const db = await work.begin();
  const rows = await read<DonationRow>(
    db,
    `select ${COLUMNS} from donation where community_id = $1 and id = $2 for update`,
    [communityId, id],
  );
  if (!rows[0]) throw new Error(`There is no donation ${id}`);
  return rows[0];
}

/** The tries to pay a donation, in their order; there are few. */
export async function attemptsOf(
  db: EntityManager,
  { communityId, id }: TenantRef,
): Promise<AttemptRow[]> {
  return await read<AttemptRow>(
    db,
    `select community_id "communityId", id, donation_id "donationId", number, state,
       pay_with "payWith", asked, session_id "sessionId", url, created_at "createdAt",
       expires_at "expiresAt", next_check_at "nextCheckAt"
     from attempt where community_id = $1 and donation_id = $2 order by number`,
    [communityId, id],
  );
}

/** The donations of pledges (owners, of one set of books), in the order they came. */
export const donationsOfPledge: KeysetList<DonationRow> = {
  parts: [ID_PART],
  keyOf: ({ id }) => [id],
  read: (db, communityId, pledgeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.*
       from unnest($2::uuid[]) as owner (id) cross join lateral (
         select ${COLUMNS} from donation
         where community_id = $1 and pledge_id = owner.id and id > $3 order by id limit $4
       ) listed order by owner.id, listed.id`,
      [communityId, pledgeIds, after?.[0] ?? CITY, limit],
    ),
};

/**
 * The donations in the books of places (owners), in the order they were begun: to some foundations,
 * or to all.
 */
export const donationsOfPlace: PagedList<DonationRow, readonly string[] | null> = {
  read: (db, placeIds, foundationIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.*
       from unnest($1::uuid[]) as owner (id) cross join lateral (
         ${foundationIds ? TO_SOME : TO_ALL} order by id limit $3
       ) listed order by owner.id, listed.id`,
      [placeIds, after, limit, ...(foundationIds ? [foundationIds] : [])],
    ),
};

const TO_ALL = `select ${COLUMNS} from donation where community_id = owner.id and id > $2`;

/** Each foundation's by its index: those of a large one do not stand in a small one's way. */
const TO_SOME = `select part.* from unnest($4::uuid[]) as foundation (id) cross join lateral (
    select ${COLUMNS} from donation
    where community_id = owner.id and foundation_id = foundation.id and id > $2
    order by id limit $3
  ) part`;
