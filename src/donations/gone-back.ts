import type { UnitOfWork } from '../kernel/unit-of-work';
import { addToCampaign } from './add-to-campaign';
import type { DonationRow } from './donation.entity';

/** Adds to what a gift's campaign has raised what came back to it; below zero: what went. */
export async function addGoneBack(
  work: UnitOfWork,
  { communityId, campaignId }: DonationRow,
  minor: bigint,
): Promise<void> {
  if (campaignId) await addToCampaign(work, communityId, campaignId, { minor, gifts: 0 });
}
