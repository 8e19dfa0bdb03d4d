import { draft, record } from '../bookkeeping/record';
import { MATCHING } from '../bookkeeping/rules/matching';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { ownRequest } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Entry } from '../ledger/entry.reader';
import { heldOn, lockCampaign, matchAccounts } from './campaign.reader';

/** The match among an entry's facts, as it stands in the books. */
interface Stored {
  readonly campaignId: string;
  readonly enterpriseId: string;
  readonly amount: { readonly minor: string };
  readonly ended?: boolean;
}

/**
 * Does what mirrors the entry of a refund that failed: `withMatchAgain(work, entry, () =>
 * reverse(work, entry, how))`. The match that went back with the gift comes due again, as far as
 * its enterprise still has room for it; where another gift has used the room, or the campaign has
 * ended, the enterprise owes no more than it promised.
 */
export async function withMatchAgain<T>(
  work: UnitOfWork,
  { communityId, id, facts }: Pick<Entry, 'communityId' | 'id' | 'facts'>,
  mirror: () => Promise<T>,
): Promise<T> {
  const match = (facts as { match?: Stored | null }).match ?? null;
  // One that went back after the end took no room with it, and its mirror needs none.
  if (!match || match.ended) return await mirror();
  const { campaignId, enterpriseId } = match;
  const campaign = await lockCampaign(work, { communityId, id: campaignId });
  const room = await heldOn(work, campaign, matchAccounts(campaign).room);
  const short = BigInt(match.amount.minor) - room;
  if (short <= 0n) return await mirror();
  const beyond = { campaignId, enterpriseId, amount: amount(currency(campaign.currency), short) };
  const how = (name: string) => ({
    request: ownRequest(`${name}/${id}`),
    occurredAt: work.now,
  });
  await record(work, communityId, draft(MATCHING.matchReopened, beyond, how('matchReopened')));
  const mirrored = await mirror();
  await record(work, communityId, draft(MATCHING.matchLapsed, beyond, how('matchLapsed')));
  return mirrored;
}
