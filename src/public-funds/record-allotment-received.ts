import { draft, record } from '../bookkeeping/record';
import { ALLOTMENTS } from '../bookkeeping/rules/allotments';
import { isTreasurer } from '../foundations/pool.policy';
import { authorise } from '../kernel/actor';
import { dayOf, readDay, startOf, type Day } from '../kernel/calendar';
import { currency, readMoney, type MoneyInput } from '../kernel/currency';
import { naming, Refusal } from '../kernel/refusal';
import { request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import type { PublicFundRow } from './public-fund.entity';
import { needPublicFund } from './public-fund.reader';

export interface RecordAllotmentReceived {
  readonly idempotencyKey: string;
  readonly fundId: string;
  readonly amount: MoneyInput;
  /** The day it reached the bank. */
  readonly receivedOn: Day;
}

/**
 * Records that a part of an allotment has reached the account of its fund (C2; the treasurer of the
 * fund's office). Refuses: `ID_UNKNOWN`, the refusals of amounts, `DAY_UNREADABLE`,
 * `OCCURRED_IN_FUTURE`, `OCCURRED_TOO_EARLY`, `ALLOTMENT_EXCEEDED`, `KEY_UNUSABLE`, `KEY_REUSED`.
 */
export async function recordAllotmentReceived(
  work: UnitOfWork,
  input: RecordAllotmentReceived,
): Promise<PublicFundRow> {
  const fund = await needPublicFund(work, input.fundId);
  authorise(work.actor, isTreasurer(work.actor, fund.officeId));
  const asked = request('recordAllotmentReceived', input);
  const { timeZone } = await needPlace(work, fund.communityId, ['fundId']);
  const received = readMoney(input.amount, currency('CNY'), ['amount']);
  const since = dayOf(fund.allottedAt, timeZone);
  const day = readReceived(input.receivedOn, since, dayOf(work.now, timeZone));
  const facts = { poolId: fund.id, officeId: fund.officeId, amount: received };
  const start = startOf(day, timeZone);
  const occurredAt = start < fund.allottedAt ? fund.allottedAt : start;
  await naming(['amount'], () =>
    record(
      work,
      fund.communityId,
      draft(ALLOTMENTS.publicFundReceived, facts, { request: asked, occurredAt }),
    ),
  );
  return fund;
}

function readReceived(given: Day, since: Day, today: Day): Day {
  const day = readDay(given, ['receivedOn']);
  if (day > today) throw new Refusal('OCCURRED_IN_FUTURE', {}, ['receivedOn']);
  if (day < since) throw new Refusal('OCCURRED_TOO_EARLY', { since }, ['receivedOn']);
  return day;
}
