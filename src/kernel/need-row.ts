import type { Batch } from './gather';
import { tenantRef } from './global-id';
import { Refusal } from './refusal';
import type { UnitOfWork } from './unit-of-work';

/** The row that a command's input names by its global id; an unknown one: `ID_UNKNOWN`. */
export async function needRow<Row>(
  work: UnitOfWork,
  batch: Batch<Row>,
  { type, globalId, path }: { type: string; globalId: string; path: readonly string[] },
): Promise<Row> {
  const { communityId, id } = tenantRef(type, globalId, path);
  const [row] = await batch.read(work.db, communityId, [id]);
  if (!row) throw new Refusal('ID_UNKNOWN', { type }, path);
  return row;
}
