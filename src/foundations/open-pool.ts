import { authorise } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { currency, type Currency } from '../kernel/currency';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName, readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needOrganisation } from '../society/organisation.reader';
import { needBooks } from '../society/place.reader';
import { PoolRow, type Purpose } from './pool.entity';
import { isPoolKeeper } from './pool.policy';
import { PoolThresholdRow } from './pool-threshold.entity';
import { readThresholds, type ThresholdInput } from './threshold';

export interface OpenPool {
  readonly foundationId: string;
  /** The Place whose books shall hold it. */
  readonly communityId: string;
  readonly name: string;
  readonly purpose: Purpose;
  readonly restriction?: string | null;
  readonly currency: Currency;
  readonly thresholds: readonly ThresholdInput[];
}

/**
 * Opens a pool of a foundation in the books of a place that lies where the foundation sits (its
 * chair or secretary; C2, C8). Refuses: `ID_UNKNOWN`, `ORGANISATION_KIND`, `KEEPS_NO_BOOKS`,
 * `FOUNDATION_ELSEWHERE`, `RESTRICTION_MISSING`, `POOL_NAME_TAKEN`, and readThresholds' refusals.
 */
export async function openPool(work: UnitOfWork, input: OpenPool): Promise<PoolRow> {
  const foundation = await needOrganisation(
    work,
    input.foundationId,
    ['foundationId'],
    'foundation',
  );
  authorise(work.actor, isPoolKeeper(work.actor, foundation.id));
  const path = ['communityId'];
  const books = await needBooks(work, cityRef('Place', input.communityId, path), path);
  if (!books.lineage.includes(foundation.placeId))
    throw new Refusal('FOUNDATION_ELSEWHERE', { place: books.name }, path);
  const thresholds = readThresholds(input.thresholds, currency(input.currency));
  const pool: PoolRow = {
    communityId: books.id,
    id: newId(),
    foundationId: foundation.id,
    name: readName(input.name, ['name']),
    purpose: input.purpose,
    restriction: readRestriction(input),
    currency: input.currency,
    openedOn: dayOf(work.now, books.timeZone),
    closedOn: null,
  };
  const db = await work.begin();
  await db.insert(PoolRow, pool).catch(refuseTakenName);
  await db.insert(
    PoolThresholdRow,
    thresholds.map(({ fromMinor, approvals }) => ({
      communityId: pool.communityId,
      poolId: pool.id,
      fromMinor: fromMinor.toString(),
      approvals,
    })),
  );
  return pool;
}

function readRestriction({ purpose, restriction }: OpenPool): string | null {
  if (restriction) return readReason(restriction, ['restriction']);
  if (purpose === 'other') throw new Refusal('RESTRICTION_MISSING', {}, ['restriction']);
  return null;
}

const UNIQUE = '23505';

/** Only the name can meet another row's: the id is new. */
function refuseTakenName(error: unknown): never {
  if ((error as { code?: string }).code !== UNIQUE) throw error;
  throw new Refusal('POOL_NAME_TAKEN', {}, ['name']);
}
