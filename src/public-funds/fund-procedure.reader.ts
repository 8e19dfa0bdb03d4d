import type { EntityManager } from 'typeorm';
import { CITY, type Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { cityRef } from '../kernel/global-id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { FundProcedureRow } from './fund-procedure.entity';

const COLUMNS = `id, place_id "placeId", code, version, spec, set_by "publishedBy",
  set_at "publishedAt"`;

export const fundProcedureById: Batch<FundProcedureRow> = {
  read: (db, _city, ids) =>
    read(db, `select ${COLUMNS} from fund_procedure where id = any ($1)`, [ids]),
  keyOf: ({ id }) => id,
};

/** The newest version of a place's procedure; 0: it has none of this code. */
export async function newestVersion(
  db: EntityManager,
  { placeId, code }: Pick<FundProcedureRow, 'placeId' | 'code'>,
): Promise<number> {
  const [row] = await read<{ version: number }>(
    db,
    `select coalesce(max(version), 0)::integer as version from fund_procedure
     where place_id = $1 and code = $2`,
    [placeId, code],
  );
  return row?.version ?? 0;
}

/**
 * The procedure that a command's input names, of a place in the lineage and not replaced by a newer
 * version: `ID_UNKNOWN`, `PROCEDURE_ELSEWHERE`, `PROCEDURE_REPLACED`.
 */
export async function needProcedure(
  work: UnitOfWork,
  globalId: string,
  lineage: readonly string[],
): Promise<FundProcedureRow> {
  const path = ['procedureId'];
  const id = cityRef('FundProcedure', globalId, path);
  const [row] = await fundProcedureById.read(work.db, CITY, [id]);
  if (!row) throw new Refusal('ID_UNKNOWN', { type: 'FundProcedure' }, path);
  if (!lineage.includes(row.placeId)) throw new Refusal('PROCEDURE_ELSEWHERE', {}, path);
  const newest = await newestVersion(work.db, row);
  if (row.version < newest) throw new Refusal('PROCEDURE_REPLACED', { newest }, path);
  return row;
}

/** The procedures of places (owners) in all their versions, the last that was published first. */
export const proceduresOfPlace: KeysetList<FundProcedureRow> = {
  read: (db, _city, placeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($1::uuid[]) owner (id)
       cross join lateral (
         select ${COLUMNS} from fund_procedure
         where place_id = owner.id and id < $2::uuid order by id desc limit $3
       ) listed order by owner.id, listed.id desc`,
      [placeIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};
