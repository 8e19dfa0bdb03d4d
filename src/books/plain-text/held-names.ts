import type { EntityManager } from 'typeorm';
import { isUuid } from '../../kernel/id';

/** What things may be called in a file that leaves the house, by id; nobody's own name is there. */
export type NamesOf = (
  db: EntityManager,
  communityId: string,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, string>>;

/** Beyond so many the names are asked for anew: a file may be longer than the memory is large. */
const MOST = 50_000;

/** Asks once for each id, of one set of books and as long as one file is written. */
export function heldNames(
  db: EntityManager,
  communityId: string,
  namesOf: NamesOf,
): (ids: readonly string[]) => Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const asked = new Set<string>();
  return async (ids) => {
    if (asked.size > MOST) {
      names.clear();
      asked.clear();
    }
    const missing = [...new Set(ids)].filter((id) => isUuid(id) && !asked.has(id));
    if (missing.length > 0)
      for (const [id, name] of await namesOf(db, communityId, missing)) names.set(id, name);
    for (const id of missing) asked.add(id);
    return names;
  };
}
