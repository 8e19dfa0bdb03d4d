import type { Amount } from '../kernel/amount';
import { newId } from '../kernel/id';
import type { EntityManager } from 'typeorm';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PaymentTaskRow } from './payment-task.entity';

/** What is to be looked at, and in whose books it is told. */
export interface Raised {
  readonly communityId: string;
  readonly foundationId?: string | null;
  readonly kind: PaymentTaskRow['kind'];
  /** The object at the processor; together with the kind it raises one task and no second. */
  readonly objectId: string;
  /** The donation. */
  readonly aboutId?: string | null;
  /** What is held in suspense for it. */
  readonly held?: Amount | null;
  readonly entryId?: string | null;
  readonly note?: string | null;
}

/** What may happen to one object more than once. */
const HAPPENS_AGAIN = ['gave_up', 'unknown_object', 'other_version', 'other_mode'];

/**
 * Raises a task for a person; the same is raised once. One for which no money is held opens again
 * where what it tells of happens again.
 */
export async function raiseTask(work: UnitOfWork, raised: Raised): Promise<void> {
  const { communityId, kind, objectId, held } = raised;
  await work.db.query(
    `insert into payment_task (community_id, id, foundation_id, kind, object_id, about_id,
       currency, minor, raised_at, state, note, entry_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', $10, $11)
     on conflict (community_id, kind, object_id) do update
       set state = 'open', raised_at = excluded.raised_at, note = excluded.note,
         resolved_at = null, resolved_by = null, resolution = null
       where payment_task.state = 'resolved' and payment_task.minor is null
         and payment_task.kind = any ($12)`,
    [
      communityId,
      newId(),
      raised.foundationId ?? null,
      kind,
      objectId,
      raised.aboutId ?? null,
      held?.asset.code ?? null,
      held?.minor.toString() ?? null,
      work.now,
      raised.note ?? null,
      raised.entryId ?? null,
      HAPPENS_AGAIN,
    ],
  );
}

/** Resolves a task that has settled itself, such as one whose money went back by itself. */
export async function settleTask(
  work: UnitOfWork,
  { communityId, kind, objectId }: Pick<Raised, 'communityId' | 'kind' | 'objectId'>,
  resolution: NonNullable<PaymentTaskRow['resolution']>,
): Promise<void> {
  await work.db.query(
    `update payment_task set state = 'resolved', resolved_at = $4, resolution = $5
     where community_id = $1 and kind = $2 and object_id = $3 and state = 'open'`,
    [communityId, kind, objectId, work.now, resolution],
  );
}

/** Opens a task again that had settled itself by what did not last. */
export async function reopenTask(
  work: UnitOfWork,
  { communityId, kind, objectId }: Pick<Raised, 'communityId' | 'kind' | 'objectId'>,
): Promise<void> {
  await work.db.query(
    `update payment_task set state = 'open', resolved_at = null, resolution = null
     where community_id = $1 and kind = $2 and object_id = $3 and resolution = 'refunded'`,
    [communityId, kind, objectId],
  );
}

/**
 * The set of books of the city that runs Linli: the highest place that keeps any. What the
 * processor tells and nobody else can explain is held there.
 */
export async function cityBooks(db: EntityManager): Promise<string> {
  const rows = await read<{ id: string }>(
    db,
    `select id from place where keeps_books order by cardinality(lineage), id limit 1`,
    [],
  );
  if (!rows[0]) throw new Error('There is no place that keeps books');
  return rows[0].id;
}
