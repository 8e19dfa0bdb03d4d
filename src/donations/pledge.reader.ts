import type { EntityManager } from 'typeorm';
import type { Batch } from '../api/context';
import type { TenantRef } from '../kernel/global-id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { DonationRow } from './donation.entity';
import { communityOfToken } from './follow-token';
import type { PledgeRow } from './pledge.entity';

const COLUMNS = `community_id "communityId", id, foundation_id "foundationId", way, state, currency,
  amount_minor "amountMinor", subscription_id "subscriptionId", started_at "startedAt",
  next_look_on "nextLookOn", anchor_day "anchorDay", token, cancelled_at "cancelledAt"`;

export const pledgeById: Batch<PledgeRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${COLUMNS} from pledge where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** The pledge that a giver manages by its token: `TOKEN_UNKNOWN`. */
export async function needPledgeByToken(
  work: UnitOfWork,
  token: string,
  path: readonly string[],
): Promise<PledgeRow> {
  const row = await pledgeByToken(work.db, token);
  if (!row) throw new Refusal('TOKEN_UNKNOWN', {}, path);
  return row;
}

/** The pledge of a token, or null. */
export async function pledgeByToken(db: EntityManager, token: string): Promise<PledgeRow | null> {
  const communityId = communityOfToken(token);
  if (!communityId) return null;
  const rows = await read<PledgeRow>(
    db,
    `select ${COLUMNS} from pledge where community_id = $1 and token = $2`,
    [communityId, token],
  );
  return rows[0] ?? null;
}

/** Holds a pledge until the unit of work ends; donations are held before it, never after. */
export async function lockPledge(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
): Promise<PledgeRow> {
  const db = await work.begin();
  const rows = await read<PledgeRow>(
    db,
    `select ${COLUMNS} from pledge where community_id = $1 and id = $2 for update`,
    [communityId, id],
  );
  if (!rows[0]) throw new Error(`There is no pledge ${id}`);
  return rows[0];
}

/** The pledge that a donation belongs to, and whether the donation was its first; or null. */
export async function pledgeOfDonation(
  db: EntityManager,
  { communityId, id, pledgeId }: DonationRow,
): Promise<(PledgeRow & { readonly isFirst: boolean }) | null> {
  if (!pledgeId) return null;
  const [pledge] = await pledgeById.read(db, communityId, [pledgeId]);
  if (!pledge) throw new Error(`There is no pledge ${pledgeId}`);
  const first = await firstDonationOf(db, pledge);
  return { ...pledge, isFirst: first === id };
}

/** The donation with which a pledge began: later ones are copies of it. */
export async function firstDonationOf(
  db: EntityManager,
  { communityId, id }: TenantRef,
): Promise<string> {
  const rows = await read<{ id: string }>(
    db,
    `select id from donation where community_id = $1 and pledge_id = $2 order by id limit 1`,
    [communityId, id],
  );
  if (!rows[0]) throw new Error(`The pledge ${id} has no donation`);
  return rows[0].id;
}
