import type { UnitOfWork } from '../kernel/unit-of-work';

/** What a gift adds to its campaign; what goes back of it is below zero and counts no gift. */
export interface Added {
  readonly minor: bigint;
  readonly gifts: number;
}

/**
 * Adds to what a campaign has raised, in the unit of work that posts the gift or what goes back of
 * it: `{ minor, gifts: 1 }` when it is paid, `{ minor: -minor, gifts: 0 }` when it goes back. Call
 * it (or matchFor, or matchTakenBack) before posting: a campaign is taken before accounts are, or
 * two units of work wait for each other.
 */
export async function addToCampaign(
  work: UnitOfWork,
  communityId: string,
  campaignId: string,
  { minor, gifts }: Added,
): Promise<void> {
  const db = await work.begin();
  await db.query(
    `update campaign set raised_minor = raised_minor + $3::bigint, gifts = gifts + $4
     where community_id = $1 and id = $2`,
    [communityId, campaignId, minor.toString(), gifts],
  );
}
