import type { EntityManager } from 'typeorm';
import type { KeysetList } from '../api/keyset-list';

const AT_ONCE = 200;

/** All of an owner's list, page by page: for what is kept or handed over as a whole. */
export async function wholeList<Row>(
  db: EntityManager,
  list: KeysetList<Row>,
  communityId: string,
  ownerId: string,
): Promise<Row[]> {
  const all: Row[] = [];
  for (let after: readonly string[] | null = null; ;) {
    const rows: readonly Row[] = await list.read(db, communityId, [ownerId], {
      ...{ after, limit: AT_ONCE, about: '' },
    });
    all.push(...rows);
    const last = rows.at(-1);
    if (rows.length < AT_ONCE || !last) return all;
    after = list.keyOf(last);
  }
}
