import { draft, record, recordedBefore } from '../bookkeeping/record';
import { ALLOTMENTS } from '../bookkeeping/rules/allotments';
import { figure, figuresOfPool } from '../foundations/pool-figures.reader';
import { lockPool } from '../foundations/pool.reader';
import { isTreasurer } from '../foundations/pool.policy';
import { authorise } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { naming, Refusal } from '../kernel/refusal';
import { request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import type { PublicFundRow } from './public-fund.entity';
import { fundOfYear, needPublicFund } from './public-fund.reader';

export interface SettlePublicFund {
  readonly idempotencyKey: string;
  readonly fundId: string;
}

/**
 * When the year of a fund is over, what nobody was promised is carried into the fund of the next
 * year or paid back, as its policy says (C2; the treasurer of the fund's office). What projects
 * give back later is settled by asking once more. Refuses: `ID_UNKNOWN`, `FUND_YEAR_RUNNING`,
 * `NOTHING_UNSPENT`, `NO_NEXT_FUND`, `POOL_SHORT`, `BANK_SHORT`, `ACCOUNT_CLOSED`, `KEY_UNUSABLE`,
 * `KEY_REUSED`.
 */
export async function settlePublicFund(
  work: UnitOfWork,
  input: SettlePublicFund,
): Promise<PublicFundRow> {
  const fund = await needPublicFund(work, input.fundId);
  authorise(work.actor, isTreasurer(work.actor, fund.officeId));
  const asked = request('settlePublicFund', input);
  const { communityId, id: poolId, officeId, year } = fund;
  const { timeZone } = await needPlace(work, communityId, ['fundId']);
  await lockPool(work, communityId, poolId);
  if (await recordedBefore(work, communityId, asked)) return fund;
  if (dayOf(work.now, timeZone) <= `${year}-12-31`)
    throw new Refusal('FUND_YEAR_RUNNING', { year }, ['fundId']);
  const [figures = null] = await figuresOfPool.read(work.db, communityId, [poolId]);
  const amount = figure(figures, 'available', 'CNY');
  if (amount.minor === 0n) throw new Refusal('NOTHING_UNSPENT', { year }, ['fundId']);
  const how = { request: asked, occurredAt: work.now };
  const toPoolId = fund.unspent === 'carried' ? await nextOf(work, fund) : null;
  const drafted = toPoolId
    ? draft(ALLOTMENTS.publicFundCarried, { poolId, toPoolId, amount }, how)
    : draft(ALLOTMENTS.publicFundReturned, { poolId, officeId, amount }, how);
  await naming(['fundId'], () => record(work, communityId, drafted));
  return fund;
}

/** Money stays on its account: the next fund has the same office. */
async function nextOf(work: UnitOfWork, fund: PublicFundRow): Promise<string> {
  const year = fund.year + 1;
  const next = await fundOfYear(work, fund.communityId, year);
  if (next?.officeId !== fund.officeId) throw new Refusal('NO_NEXT_FUND', { year }, ['fundId']);
  return next.id;
}
