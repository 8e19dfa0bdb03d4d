import { draft, record, recordedBefore } from '../bookkeeping/record';
import { ALLOTMENTS } from '../bookkeeping/rules/allotments';
import { openPoolFor } from '../foundations/open-pool';
import type { PoolRow } from '../foundations/pool.entity';
import { authorise, personOf } from '../kernel/actor';
import { amount } from '../kernel/amount';
import { dayOf, readDay, type Day } from '../kernel/calendar';
import { currency } from '../kernel/currency';
import { Refusal } from '../kernel/refusal';
import { request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { lockOrganisation, needOrganisation } from '../society/organisation.reader';
import type { PlaceRow } from '../society/place.entity';
import { needCommunity } from '../society/place.reader';
import { isOfficer } from '../society/society.policy';
import { householdsOn, largestAllotment, type Allotment } from './allotment';
import { policiesOn } from './allotment-policy.reader';
import { PublicFundRow } from './public-fund.entity';
import { fundOfYear } from './public-fund.reader';

export interface AllotPublicFund {
  readonly idempotencyKey: string;
  readonly communityId: string;
  readonly officeId: string;
  readonly year: number;
  readonly name: string;
  /** The day on which households are counted, and whose policy holds; left out: today. */
  readonly countedOn?: Day | null;
}

/** No board decides: the table of approvals is never asked. */
const NO_BOARD = [{ from: { amount: '0', currency: 'CNY' as const }, approvals: 1 }];

/**
 * Allots a community its public money for this year or the next, and opens the pool that will hold
 * it: so much for each hundred households on the day of the count, and never less than the floor
 * (C2; officers of the street or above). Nothing may be promised before it is received. Refuses:
 * `ID_UNKNOWN`, `ORGANISATION_KIND`, `OFFICE_ELSEWHERE`, `FUND_YEAR`, `DAY_UNREADABLE`,
 * `COUNT_DAY`, `FUND_ALLOTTED`, `NO_ALLOTMENT_POLICY`, `NOBODY_LIVES_HERE`, `TEXT_LENGTH`,
 * `POOL_NAME_TAKEN`, `KEY_UNUSABLE`, `KEY_REUSED`.
 */
export async function allotPublicFund(
  work: UnitOfWork,
  input: AllotPublicFund,
): Promise<PublicFundRow> {
  const at = await needCommunity(work.db, input.communityId, ['communityId']);
  authorise(work.actor, isOfficer(work.actor, at));
  const path = ['officeId'];
  const office = await needOrganisation(work, input.officeId, path, 'public_fund');
  if (office.placeId !== at.id) throw new Refusal('OFFICE_ELSEWHERE', { place: at.name }, path);
  const { year } = input;
  const asked = request('allotPublicFund', input);
  const today = dayOf(work.now, at.timeZone);
  refuseYear(year, today);
  await work.begin();
  await lockOrganisation(work, office.id);
  const stands = await fundOfYear(work, at.id, year);
  if (stands && (await recordedBefore(work, at.id, asked))) return stands;
  if (stands) throw new Refusal('FUND_ALLOTTED', { year }, ['year']);
  const countedOn = readCount(input, today);
  const allotted = await compute(work, at, countedOn);
  const pool = await openPoolFor(
    work,
    { foundation: office, books: at, decider: { decidedBy: 'procedure', councilId: null } },
    { name: input.name, purpose: 'public_fund', currency: 'CNY', thresholds: NO_BOARD },
  );
  const facts = { poolId: pool.id, amount: amount(currency('CNY'), allotted.minor) };
  const how = { request: asked, occurredAt: work.now };
  const [entry] = await record(work, at.id, draft(ALLOTMENTS.publicFundAllotted, facts, how));
  if (!entry) throw new Error('An allotment came to nothing');
  const fund = fundFrom(work, { pool, year, countedOn, entryId: entry.entryId }, allotted);
  await work.db.insert(PublicFundRow, fund);
  return fund;
}

function refuseYear(year: number, today: Day): void {
  const thisYear = Number(today.slice(0, 4));
  if (year !== thisYear && year !== thisYear + 1)
    throw new Refusal('FUND_YEAR', { thisYear }, ['year']);
}

/** Households are counted in the year or in the one before it, and not in the future. */
function readCount({ year, countedOn }: AllotPublicFund, today: Day): Day {
  if (!countedOn) return today;
  const day = readDay(countedOn, ['countedOn']);
  const first = `${year - 1}-01-01`;
  if (day < first || day > today) throw new Refusal('COUNT_DAY', { first, today }, ['countedOn']);
  return day;
}

async function compute(work: UnitOfWork, at: PlaceRow, day: Day): Promise<Allotment> {
  const households = await householdsOn(work.db, at.id, day);
  const allotted = largestAllotment(await policiesOn(work.db, at.lineage, day), households);
  if (!allotted) throw new Refusal('NO_ALLOTMENT_POLICY', { day }, ['communityId']);
  if (allotted.minor === 0n) throw new Refusal('NOBODY_LIVES_HERE', { day }, ['communityId']);
  return allotted;
}

function fundFrom(
  work: UnitOfWork,
  opened: { pool: PoolRow; year: number; countedOn: Day; entryId: string },
  { policy, households, minor }: Allotment,
): PublicFundRow {
  const { pool, year, countedOn, entryId } = opened;
  const { perHundredMinor, floorMinor, unspent } = policy;
  const { weighUrgency, weighWill, weighSelfRaised, weighMoney } = policy;
  return {
    ...{ communityId: pool.communityId, id: pool.id, year, officeId: pool.foundationId },
    ...{ policyId: policy.id, countedOn, households, perHundredMinor, floorMinor, unspent },
    ...{ weighUrgency, weighWill, weighSelfRaised, weighMoney },
    ...{ allottedMinor: minor.toString(), allottedBy: personOf(work.actor) },
    ...{ allottedAt: work.now, entryId },
  };
}
