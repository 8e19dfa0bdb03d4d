import { authorise } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { currency, type Currency } from '../kernel/currency';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName, readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { OrganisationRow } from '../society/organisation.entity';
import { needOrganisation } from '../society/organisation.reader';
import type { PlaceRow } from '../society/place.entity';
import { needBooks } from '../society/place.reader';
import { writeDecider, type Decider } from './pool-decider.reader';
import { PoolRow, type Purpose } from './pool.entity';
import { isPoolKeeper } from './pool.policy';
import { FROM_THE_BEGINNING, readThresholds, type ThresholdInput } from './threshold';
import { writeThresholds } from './write-thresholds';

/** What a pool is, apart from whose it is and where. */
export interface PoolTerms {
  readonly name: string;
  readonly purpose: Purpose;
  readonly restriction?: string | null;
  readonly currency: Currency;
  readonly thresholds: readonly ThresholdInput[];
}

export interface OpenPool extends PoolTerms {
  readonly foundationId: string;
  /** The Place whose books shall hold it. */
  readonly communityId: string;
}

/** For whom a pool is opened. */
export interface PoolOf {
  readonly foundation: Pick<OrganisationRow, 'id' | 'placeId'>;
  readonly books: PlaceRow;
  /** Who decides from the first moment on; left out: the board. */
  readonly decider?: Decider;
}

/**
 * Opens a pool of a foundation in the books of a place that lies where the foundation sits (its
 * chair or secretary; C2, C8). Its board decides. Refuses: `ID_UNKNOWN`, `ORGANISATION_KIND`,
 * `PURPOSE_RESERVED`, `KEEPS_NO_BOOKS`, `FOUNDATION_ELSEWHERE`, `RESTRICTION_MISSING`,
 * `POOL_NAME_TAKEN`, and readThresholds' refusals.
 */
export async function openPool(work: UnitOfWork, input: OpenPool): Promise<PoolRow> {
  const foundation = await needOrganisation(
    work,
    input.foundationId,
    ['foundationId'],
    'foundation',
  );
  authorise(work.actor, isPoolKeeper(work.actor, foundation.id));
  if (input.purpose === 'public_fund') throw new Refusal('PURPOSE_RESERVED', {}, ['purpose']);
  const path = ['communityId'];
  const books = await needBooks(work, cityRef('Place', input.communityId, path), path);
  return await openPoolFor(work, { foundation, books }, input);
}

/**
 * The same without its policy, for a floor above that opens one by a policy of its own: also a pool
 * that a council or a procedure decides from the beginning.
 */
export async function openPoolFor(
  work: UnitOfWork,
  { foundation, books, decider }: PoolOf,
  terms: PoolTerms,
): Promise<PoolRow> {
  if (!books.lineage.includes(foundation.placeId))
    throw new Refusal('FOUNDATION_ELSEWHERE', { place: books.name }, ['communityId']);
  const thresholds = readThresholds(terms.thresholds, currency(terms.currency));
  const pool: PoolRow = {
    communityId: books.id,
    id: newId(),
    foundationId: foundation.id,
    name: readName(terms.name, ['name']),
    purpose: terms.purpose,
    restriction: readRestriction(terms),
    currency: terms.currency,
    openedOn: dayOf(work.now, books.timeZone),
    closedOn: null,
  };
  const db = await work.begin();
  await db.insert(PoolRow, pool).catch(refuseTakenName);
  await writeThresholds(work, pool, thresholds, FROM_THE_BEGINNING);
  if (decider) await writeDecider(work, pool, decider, work.now);
  return pool;
}

function readRestriction({ purpose, restriction }: PoolTerms): string | null {
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
