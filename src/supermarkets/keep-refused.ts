import { newId } from '../kernel/id';
import type { Refusal } from '../kernel/refusal';
import { canonical, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { RecordExchange } from './exchange-input';
import type { AskedOffline } from './till-task.entity';
import type { Till } from './till.reader';

/** An exchange that a till made and that the books refuse. */
export interface Refused {
  readonly till: Till;
  readonly asked: Request;
  readonly input: RecordExchange;
  readonly refusal: Refusal;
}

/**
 * Keeps what was refused as tasks of its stores, in one statement for a set of books. The goods
 * have left the store already, so this stands whatever becomes of the rest. Where a task stands
 * under the key, it stays as it is: who asks again is told the same.
 */
export async function keepRefused(work: UnitOfWork, refused: readonly Refused[]): Promise<void> {
  const books = new Set(refused.map(({ till }) => till.communityId));
  for (const communityId of books)
    await keep(
      work,
      communityId,
      refused.filter(({ till }) => till.communityId === communityId),
    );
}

async function keep(work: UnitOfWork, communityId: string, refused: readonly Refused[]) {
  const rows = refused.map(({ till, asked, input, refusal }) => ({
    id: newId(),
    store: till.storeId,
    key: asked.key,
    fingerprint: asked.fingerprint.toString('hex'),
    asked: askedOffline(input),
    code: refusal.code,
    facts: refusal.facts,
    path: refusal.path,
  }));
  await work.db.query(
    `insert into till_task (community_id, id, store_id, key, fingerprint, asked, code, facts, path,
       reported_by, reported_at)
     select $1, row.id, row.store, row.key, decode(row.fingerprint, 'hex'), row.asked, row.code,
       row.facts, row.path, $3, $4
     from json_to_recordset($2) as row (id uuid, store uuid, key text, fingerprint text,
       asked jsonb, code text, facts jsonb, path text[])
     on conflict (community_id, key) do nothing`,
    [communityId, canonical(rows), work.actor.personId, work.now],
  );
}

function askedOffline({ residentId, occurredAt, lines }: RecordExchange): AskedOffline {
  return {
    residentId: residentId.slice(0, LONGEST_ID),
    occurredAt: occurredAt.toISOString(),
    lines: lines.slice(0, MOST_LINES).map(({ productId, quantity }) => ({
      productId: productId.slice(0, LONGEST_ID),
      quantity,
    })),
  };
}

/** No id of ours is longer, and no exchange has more lines: what is beyond was refused for it. */
const LONGEST_ID = 200;
const MOST_LINES = 100;
