import type { EntityManager } from 'typeorm';
import { readGlobalId } from '../kernel/global-id';
import { isUuid } from '../kernel/id';
import { entriesById, entryByKey, type Entry } from '../ledger/entry.reader';

const LONGEST = 200;

/** An entry of a set of books by its number, its global id or its key; null: none has it. */
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
  for (const key of [name, `client/${name}`]) {
    const entry = await entryByKey(db, communityId, key);
    if (entry) return entry;
  }
  return null;
}
