import type { EntityManager } from 'typeorm';
import { CITY } from '../api/context';
import { poolById } from '../foundations/pool.reader';
import { grantById } from '../grants/grant.reader';
import { organisationById } from '../society/organisation.reader';
import { placeById } from '../society/place.reader';
import { campaignById } from './campaign.reader';
import type { DonationRow } from './donation.entity';

/** What a giver is told a gift is for, and by whom. */
export interface Purpose {
  readonly foundation: string;
  /** The campaign, the project, or the pool. */
  readonly title: string;
  readonly timeZone: string;
}

/** The names behind a donation, for letters, papers and the processor's page. */
export async function purposeOf(
  db: EntityManager,
  donation: Pick<DonationRow, 'communityId' | 'foundationId' | 'poolId' | 'campaignId' | 'grantId'>,
): Promise<Purpose> {
  const { communityId, foundationId, poolId, campaignId, grantId } = donation;
  const [place] = await placeById.read(db, CITY, [communityId]);
  const [foundation] = await organisationById.read(db, CITY, [foundationId]);
  const [pool] = await poolById.read(db, communityId, [poolId]);
  const [campaign] = campaignId ? await campaignById.read(db, communityId, [campaignId]) : [];
  const [grant] = grantId ? await grantById.read(db, communityId, [grantId]) : [];
  if (!place || !foundation || !pool) throw new Error('A donation without a pool');
  const title = campaign?.title ?? grant?.title ?? pool.name;
  return { foundation: foundation.name, title, timeZone: place.timeZone };
}
