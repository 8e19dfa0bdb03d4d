import type { EntityManager } from 'typeorm';
import { CITY, type Batch, type GroupBatch } from '../api/context';
import { account } from '../bookkeeping/chart';
import { DAY_PART, ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { currency } from '../kernel/currency';
import type { TenantRef } from '../kernel/global-id';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { accountsById } from '../ledger/account.reader';
import { accountId } from '../ledger/account-ref';
import type { DeclarationRow } from './declaration.entity';
import type { DeclarationVersionRow } from './declaration-version.entity';

/** A declaration with the figures of the version that holds now, in minor units. */
export type Declaration = DeclarationRow &
  Pick<DeclarationVersionRow, 'revenue' | 'costs' | 'committed' | 'shareBasisPoints'>;

const DECLARATION = `declared.community_id "communityId", declared.id,
  declared.enterprise_id "enterpriseId", declared.currency, declared.period_from "periodFrom",
  declared.period_until "periodUntil", declared.due_on "dueOn", declared.version, declared.owing,
  latest.revenue, latest.costs, latest.committed, latest.share_basis_points "shareBasisPoints"`;
const DECLARATIONS = `surplus_declaration declared join surplus_declaration_version latest
  on latest.community_id = declared.community_id and latest.declaration_id = declared.id
    and latest.version = declared.version`;

export const declarationById: Batch<Declaration> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${DECLARATION} from ${DECLARATIONS}
       where declared.community_id = $1 and declared.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** All versions of each declaration, the first one first; at most 50 by amendDeclaration. */
export const versionsOfDeclaration: GroupBatch<DeclarationVersionRow> = {
  many: true,
  read: (db, communityId, ids) =>
    read(
      db,
      `select community_id "communityId", declaration_id "declarationId", version, revenue, costs,
         committed, share_basis_points "shareBasisPoints", reason, made_at "madeAt",
         made_by "madeBy", key, fingerprint
       from surplus_declaration_version
       where community_id = $1 and declaration_id = any ($2) order by declaration_id, version`,
      [communityId, ids],
    ),
  keyOf: ({ declarationId }) => declarationId,
};

/** The account that holds what is outstanding of a declaration's promise. */
export function pledgeAccountId(declared: DeclarationRow): string {
  const { communityId, enterpriseId, id } = declared;
  const held = account('pledgeReceivable', enterpriseId, id);
  return accountId(communityId, held, currency(declared.currency).id);
}

/** What is outstanding of a promise now, in minor units. */
export async function outstandingOf(db: EntityManager, declared: DeclarationRow): Promise<bigint> {
  const [held] = await accountsById(db, declared.communityId, [pledgeAccountId(declared)]);
  return held?.balance ?? 0n;
}

/** The declaration that a command's input names; an unknown one is refused: `ID_UNKNOWN`. */
export async function needDeclaration(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<Declaration> {
  return await needRow(work, declarationById, { type: 'Declaration', globalId, path });
}

/**
 * Locks a declaration until the unit of work ends, and reads it only then: read in one statement
 * with the lock, a version that another amendment just wrote would be missed.
 */
export async function lockDeclaration(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
): Promise<Declaration> {
  const db = await work.begin();
  await read(
    db,
    'select 1 from surplus_declaration where community_id = $1 and id = $2 for update',
    [communityId, id],
  );
  const [row] = await declarationById.read(db, communityId, [id]);
  if (!row) throw new Error(`Declaration ${id} vanished`);
  return row;
}

/** An enterprise's declarations in every set of books, the latest period first. */
export const declarationsOfEnterprise: KeysetList<Declaration> = {
  read: (db, _city, enterpriseIds, { after, limit }) =>
    read(
      db,
      `-- every community: an enterprise may keep promises in several
       select owner.id "ownerId", listed.* from unnest($1::uuid[]) owner (id)
       cross join lateral (
         select ${DECLARATION} from ${DECLARATIONS}
         where declared.enterprise_id = owner.id
           and (declared.period_from, declared.id) < ($2::date, $3::uuid)
         order by declared.period_from desc, declared.id desc limit $4
       ) listed`,
      [enterpriseIds, ...(after ?? ['9999-12-31', LAST_ID]), limit],
    ),
  keyOf: ({ periodFrom, id }) => [periodFrom, id],
  parts: [DAY_PART, ID_PART],
};

/** Promises in a place's books that were due before the day it is about and are not kept. */
export const overduePledgesOfPlace: KeysetList<Declaration> = {
  read: (db, _city, placeIds, { after, limit, about: today }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($1::uuid[]) owner (id)
       cross join lateral (
         select ${DECLARATION} from ${DECLARATIONS}
         where declared.community_id = owner.id and declared.owing and declared.due_on < $5
           and (declared.due_on, declared.id) > ($2::date, $3::uuid)
         order by declared.due_on, declared.id limit $4
       ) listed`,
      [placeIds, ...(after ?? ['1000-01-01', CITY]), limit, today],
    ),
  keyOf: ({ dueOn, id }) => [dueOn, id],
  parts: [DAY_PART, ID_PART],
};
