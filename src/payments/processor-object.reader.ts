import type { EntityManager } from 'typeorm';
import type { Amount } from '../kernel/amount';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ProcessorObjectRow } from './processor-object.entity';

/** What an object at the processor is about, in which set of books. */
export type Owner = Pick<ProcessorObjectRow, 'communityId' | 'about' | 'aboutId'>;

/** What moved there with it, as the giver saw it; its transaction will name this object. */
export interface Movement {
  readonly foundationId: string;
  readonly paymentId: string;
  readonly moved: Amount;
}

/** The directory's line for an object, or null. */
export async function objectById(
  db: EntityManager,
  id: string,
): Promise<ProcessorObjectRow | null> {
  const rows = await read<ProcessorObjectRow>(
    db,
    `select id, community_id "communityId", about, about_id "aboutId",
       foundation_id "foundationId", payment_id "paymentId", currency, minor
     from processor_object where id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** Notes whose some objects are that moved nothing by themselves. */
export async function noteObjects(
  work: UnitOfWork,
  ids: readonly string[],
  { communityId, about, aboutId }: Owner,
): Promise<void> {
  if (ids.length === 0) return;
  await work.db.query(
    `insert into processor_object (id, community_id, about, about_id)
     select id, $2::uuid, $3::text, $4::uuid from unnest($1::text[]) id on conflict (id) do nothing`,
    [ids, communityId, about, aboutId],
  );
}

/** Notes whose an object is. The first word stands: an object never changes its owner. */
export async function noteObject(
  work: UnitOfWork,
  id: string,
  owner: Owner,
  movement: Movement | null = null,
): Promise<void> {
  await work.db.query(
    `insert into processor_object (id, community_id, about, about_id, foundation_id, payment_id,
       currency, minor)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
    [
      id,
      owner.communityId,
      owner.about,
      owner.aboutId,
      movement?.foundationId ?? null,
      movement?.paymentId ?? null,
      movement?.moved.asset.code ?? null,
      movement?.moved.minor.toString() ?? null,
    ],
  );
}
