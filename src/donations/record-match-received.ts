import { draft, record, recordedBefore } from '../bookkeeping/record';
import { MATCHING } from '../bookkeeping/rules/matching';
import { isTreasurer } from '../foundations/pool.policy';
import { authorise } from '../kernel/actor';
import { dayOf, readDay, startOf, type Day } from '../kernel/calendar';
import { currency, readMoney, type MoneyInput } from '../kernel/currency';
import { naming, Refusal } from '../kernel/refusal';
import { request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import type { CampaignRow } from './campaign.entity';
import { lockCampaign, needCampaign, poolOfCampaign } from './campaign.reader';

export interface RecordMatchReceived {
  readonly idempotencyKey: string;
  readonly campaignId: string;
  readonly amount: MoneyInput;
  /** The day the money reached the bank. */
  readonly receivedOn: Day;
}

/**
 * Records that an enterprise paid of what it owes for the gifts it matched: now it is the pool's
 * (the foundation's treasurer; C8). Also after the campaign has ended. Refuses: `ID_UNKNOWN`,
 * `NO_MATCH`, `MATCH_SHORT` (more than is due), `OCCURRED_IN_FUTURE`, `RECEIVED_BEFORE_PERIOD`,
 * `ACCOUNT_CLOSED`, `KEY_UNUSABLE`, `KEY_REUSED`, and what readMoney refuses.
 */
export async function recordMatchReceived(
  work: UnitOfWork,
  input: RecordMatchReceived,
): Promise<CampaignRow> {
  const named = await needCampaign(work, input.campaignId, ['campaignId']);
  const { foundationId, id: poolId } = await poolOfCampaign(work, named);
  authorise(work.actor, isTreasurer(work.actor, foundationId));
  const { timeZone } = await needPlace(work, named.communityId, ['campaignId']);
  const asked = request('recordMatchReceived', input);
  const campaign = await lockCampaign(work, named);
  const { communityId, id: campaignId, matchEnterpriseId: enterpriseId } = campaign;
  if (await recordedBefore(work, communityId, asked)) return campaign;
  if (!enterpriseId) throw new Refusal('NO_MATCH', {}, ['campaignId']);
  const amount = readMoney(input.amount, currency(campaign.currency), ['amount']);
  const receivedOn = readReceived(input.receivedOn, campaign, dayOf(work.now, timeZone));
  const facts = { campaignId, enterpriseId, foundationId, poolId, amount };
  const how = { request: asked, occurredAt: startOf(receivedOn, timeZone) };
  await naming(['amount'], () =>
    record(work, communityId, draft(MATCHING.matchReceived, facts, how)),
  );
  await work.db.query(
    `update campaign set match_received_minor = match_received_minor + $3::bigint
     where community_id = $1 and id = $2`,
    [communityId, campaignId, amount.minor.toString()],
  );
  const received = BigInt(campaign.matchReceivedMinor) + amount.minor;
  return { ...campaign, matchReceivedMinor: received.toString() };
}

/** Nothing is due before the campaign begins. */
function readReceived(given: Day, { startsOn }: CampaignRow, today: Day): Day {
  const path = ['receivedOn'];
  const day = readDay(given, path);
  if (day > today) throw new Refusal('OCCURRED_IN_FUTURE', {}, path);
  if (day < startsOn) throw new Refusal('RECEIVED_BEFORE_PERIOD', { first: startsOn }, path);
  return day;
}
