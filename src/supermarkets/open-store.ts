import { authorise } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { cityRef, sameCommunity } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needOpenPool } from '../foundations/pool.reader';
import { needOrganisation } from '../society/organisation.reader';
import { needBooks } from '../society/place.reader';
import { isOfficer } from '../society/society.policy';
import type { StoreRow } from './store.entity';

export interface OpenStore {
  /** The Place whose books shall hold its goods. */
  readonly communityId: string;
  readonly name: string;
  readonly code: string;
  readonly operatorId: string;
  readonly premisesOwnerId: string;
  readonly poolId: string;
}

/**
 * Opens a charity supermarket (A1; officers of the place). Refuses: `ID_UNKNOWN`, `KEEPS_NO_BOOKS`,
 * `ORGANISATION_KIND`, `OTHER_COMMUNITY` (a pool of other books), `POOL_CLOSED`,
 * `POOL_EARMARKED`, `TEXT_LENGTH`, `STORE_CODE`, `STORE_CODE_TAKEN`.
 */
export async function openStore(work: UnitOfWork, input: OpenStore): Promise<StoreRow> {
  const path = ['communityId'];
  const books = await needBooks(work, cityRef('Place', input.communityId, path), path);
  authorise(work.actor, isOfficer(work.actor, books));
  const operatorPath = ['operatorId'];
  const operator = await needOrganisation(
    work,
    input.operatorId,
    operatorPath,
    'supermarket_operator',
  );
  const premisesOwner = await needOrganisation(work, input.premisesOwnerId, ['premisesOwnerId']);
  const pool = await needOpenPool(work, input.poolId, ['poolId']);
  const store: StoreRow = {
    communityId: books.id,
    id: newId(),
    code: readCode(input.code),
    name: readName(input.name, ['name']),
    operatorId: operator.id,
    premisesOwnerId: premisesOwner.id,
    poolId: sameCommunity(pool, books.id, ['poolId']),
    openedOn: dayOf(work.now, books.timeZone),
  };
  await insertStore(work, store);
  return store;
}

function readCode(code: string): string {
  if (!/^[A-Z0-9]{2,8}$/.test(code)) throw new Refusal('STORE_CODE', {}, ['code']);
  return code;
}

async function insertStore(work: UnitOfWork, store: StoreRow): Promise<void> {
  const inserted: unknown[] = await work.db.query(
    `insert into store (community_id, id, code, name, operator_id, premises_owner_id, pool_id,
       opened_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (community_id, code) do nothing returning id`,
    [
      store.communityId,
      store.id,
      store.code,
      store.name,
      store.operatorId,
      store.premisesOwnerId,
      store.poolId,
      store.openedOn,
    ],
  );
  if (inserted.length === 0)
    throw new Refusal('STORE_CODE_TAKEN', { storeCode: store.code }, ['code']);
}
