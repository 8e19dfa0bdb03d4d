import type { EntityManager } from 'typeorm';
import { isUuid } from '../kernel/id';
import { fromCursor, limitOf, toPage, type Page, type PageAsk } from '../kernel/page';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';

/** An entry as it stands in the books. */
export interface Entry {
  readonly communityId: string;
  readonly id: string;
  readonly rule: string;
  readonly key: string;
  readonly facts: Record<string, unknown>;
  readonly actorId: string | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly reversalOf: string | null;
  readonly fingerprint: Buffer;
}

const ENTRY = `community_id "communityId", id, rule, key, fingerprint, facts, actor_id "actorId",
  occurred_at "occurredAt", recorded_at "recordedAt", reversal_of "reversalOf"`;

export async function entriesById(
  db: EntityManager,
  communityId: string,
  ids: readonly string[],
): Promise<Entry[]> {
  return await read(
    db,
    `select ${ENTRY} from ledger_entry where community_id = $1 and id = any ($2)`,
    [communityId, ids],
  );
}

export async function entryByKey(
  db: EntityManager,
  communityId: string,
  key: string,
): Promise<Entry | null> {
  const rows: Entry[] = await read(
    db,
    `select ${ENTRY} from ledger_entry where community_id = $1 and key = $2`,
    [communityId, key],
  );
  return rows[0] ?? null;
}

/** The entries that reverse the given ones. */
export async function reversalsOf(
  db: EntityManager,
  communityId: string,
  ids: readonly string[],
): Promise<Entry[]> {
  return await read(
    db,
    `select ${ENTRY} from ledger_entry
     where community_id = $1 and reversal_of = any ($2) and reversal_of is not null`,
    [communityId, ids],
  );
}

/** Entries of a set of books, newest first. Ids are UUID v7, so their order is that of time. */
export async function journal(
  db: EntityManager,
  communityId: string,
  ask: PageAsk,
): Promise<Page<Entry>> {
  const after = fromCursor(ask, 1)?.[0] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  if (!isUuid(after)) throw new Refusal('CURSOR_UNREADABLE', {}, ['after']);
  const rows: Entry[] = await read(
    db,
    `select ${ENTRY} from ledger_entry where community_id = $1 and id < $2
     order by id desc limit $3`,
    [communityId, after, limitOf(ask)],
  );
  return toPage(ask, rows, (entry) => [entry.id]);
}
