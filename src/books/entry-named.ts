import type { EntityManager } from 'typeorm';
import { readGlobalId } from '../kernel/global-id';
import { isUuid } from '../kernel/id';
import { read } from '../kernel/read';
import { entriesById, entryByKey, type Entry } from '../ledger/entry.reader';

const LONGEST = 200;

/** The end of an id: what the open book calls an entry. */
const END = /^[0-9a-f]{12}$/;

/**
 * An entry of a set of books by its number, the end of its number (once it is sealed), its global
 * id or its key; null: none has it.
 */
export async function entryNamed(
  db: EntityManager,
  communityId: string,
  given: string,
): Promise<Entry | null> {
  const name = given.trim();
  if (name === '' || name.length > LONGEST || name.includes('\0')) return null;
  const ref = readGlobalId(name);
  const id = ref?.type === 'Entry' && ref.communityId === communityId ? ref.id : name.toLowerCase();
  if (isUuid(id)) return (await entriesById(db, communityId, [id]))[0] ?? null;
  if (END.test(id)) {
    const [ended] = await endingIn(db, communityId, id);
    if (ended) return ended;
  }
  for (const key of [name, `client/${name}`]) {
    const entry = await entryByKey(db, communityId, key);
    if (entry) return entry;
  }
  return null;
}

async function endingIn(db: EntityManager, communityId: string, end: string): Promise<Entry[]> {
  const found = await read<{ id: string }>(
    db,
    `select entry_id as id from journal_entry
     where community_id = $1 and right(entry_id::text, 12) = $2 limit 1`,
    [communityId, end],
  );
  return await entriesById(
    db,
    communityId,
    found.map(({ id }) => id),
  );
}
