import type { EntityManager } from 'typeorm';
import { CITY } from '../api/context';
import { isUuid } from '../kernel/id';
import { fromCursor, limitOf, toPage, type Page, type PageAsk } from '../kernel/page';
import { Refusal } from '../kernel/refusal';
import { idAfter } from '../api/paged';
import type { ResidentRow } from './resident.entity';
import { RESIDENT_COLUMNS } from './resident.reader';

const SHORTEST_TAIL = 3;

/** No name and no number that begins with a prefix comes after the prefix and this. */
const LAST = '\u{10FFFF}';

/**
 * Who lives in a community, by the beginning of the name, or by the last digits of the telephone
 * number (3 or more, else `SEARCH_SHORT`); everybody where nothing is searched. Each way is an
 * index lookup.
 */
export async function residentsFound(
  db: EntityManager,
  communityId: string,
  search: string,
  ask: PageAsk,
): Promise<Page<ResidentRow>> {
  const sought = search.normalize('NFC').trim().slice(0, 100).replaceAll('\0', '');
  // As it is typed: "139 0412 2001", "0412-2001".
  const digits = sought.replace(/[\s-]/g, '');
  if (!/^\+?\d+$/.test(digits)) return await byName(db, communityId, sought, ask);
  if (digits.length < SHORTEST_TAIL)
    throw new Refusal('SEARCH_SHORT', { shortest: SHORTEST_TAIL }, ['search']);
  return await byPhone(db, communityId, digits, ask);
}

async function byName(
  db: EntityManager,
  communityId: string,
  prefix: string,
  ask: PageAsk,
): Promise<Page<ResidentRow>> {
  const [name = '', id = CITY] = fromCursor(ask, 2) ?? [];
  if (!isUuid(id)) throw new Refusal('CURSOR_UNREADABLE', {}, ['after']);
  const rows: ResidentRow[] = await db.query(
    `select ${RESIDENT_COLUMNS} from resident
     where community_id = $1 and moved_out is null
       and name collate "C" >= $2 and name collate "C" < $3
       and (name collate "C", id) > ($4, $5)
     order by name collate "C", id limit $6`,
    [communityId, prefix, prefix + LAST, name, id, limitOf(ask)],
  );
  return toPage(ask, rows, (row) => [row.name, row.id]);
}

/** In the order of ids: a cursor must not tell a number to who may not see it. */
async function byPhone(
  db: EntityManager,
  communityId: string,
  tail: string,
  ask: PageAsk,
): Promise<Page<ResidentRow>> {
  const reversed = [...tail].reverse().join('');
  const rows: ResidentRow[] = await db.query(
    `select ${RESIDENT_COLUMNS} from resident
     where community_id = $1 and moved_out is null
       and reverse(phone) collate "C" >= $2 and reverse(phone) collate "C" < $3 and id > $4
     order by id limit $5`,
    [communityId, reversed, reversed + LAST, idAfter(ask), limitOf(ask)],
  );
  return toPage(ask, rows, (row) => [row.id]);
}
