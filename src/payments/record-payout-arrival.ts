import { draft, record, recordedBefore } from '../bookkeeping/record';
import { PROCESSOR } from '../bookkeeping/rules/processor';
import { authorise, holds } from '../kernel/actor';
import { amount } from '../kernel/amount';
import { dayOf, readDay, startOf, type Day } from '../kernel/calendar';
import { currency } from '../kernel/currency';
import { Refusal } from '../kernel/refusal';
import { request } from '../kernel/request';
import { readText } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { isOfficer } from '../society/society.policy';
import { PayoutShareRow } from './payout-share.entity';
import { lockShare, needShare } from './payout-share.reader';

export interface RecordPayoutArrival {
  readonly idempotencyKey: string;
  readonly shareId: string;
  /** The day on the bank's statement. */
  readonly arrivedOn: Day;
  /** The line of the statement. */
  readonly bankReference: string;
}

/**
 * Records that a payout stands on the bank's statement: what was in transit is at the bank (the
 * foundation's treasurer; an officer for what is the city's own).
 * Refuses: `ID_UNKNOWN`, `PAYOUT_FAILED`, `PAYOUT_ARRIVED`, `DAY_UNREADABLE`,
 * `OCCURRED_IN_FUTURE`, `TEXT_LENGTH`, `KEY_UNUSABLE`, `KEY_REUSED`.
 */
export async function recordPayoutArrival(
  work: UnitOfWork,
  input: RecordPayoutArrival,
): Promise<PayoutShareRow> {
  const named = await needShare(work, input.shareId, ['shareId']);
  const { communityId, holderId } = named;
  const place = await needPlace(work, communityId, ['shareId']);
  const city = holderId === communityId;
  const may = city ? isOfficer(work.actor, place) : holds(work.actor, holderId, 'treasurer');
  authorise(work.actor, may);
  const asked = request('recordPayoutArrival', input);
  const share = await lockShare(work, named);
  if (await recordedBefore(work, communityId, asked)) return share;
  if (share.failedEntryId) throw new Refusal('PAYOUT_FAILED', {}, ['shareId']);
  if (share.arrivedEntryId) throw new Refusal('PAYOUT_ARRIVED', {}, ['shareId']);
  const arrivedOn = readDay(input.arrivedOn, ['arrivedOn']);
  if (arrivedOn > dayOf(work.now, place.timeZone))
    throw new Refusal('OCCURRED_IN_FUTURE', {}, ['arrivedOn']);
  const bankReference = readText(input.bankReference, 200, ['bankReference']);
  const facts = {
    ...{ foundationId: holderId, payoutId: share.payoutId, bankReference },
    amount: amount(currency(share.currency), BigInt(share.minor)),
  };
  const how = { request: asked, occurredAt: startOf(arrivedOn, place.timeZone) };
  const [posted] = await record(work, communityId, draft(PROCESSOR.payoutArrived, facts, how));
  const arrived = { arrivedEntryId: posted?.entryId ?? null, arrivedOn, bankReference };
  await work.db.update(PayoutShareRow, { communityId, id: share.id }, arrived);
  return { ...share, ...arrived };
}
