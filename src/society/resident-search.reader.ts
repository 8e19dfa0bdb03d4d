import type { EntityManager } from 'typeorm';
import { CITY } from '../api/context';
import { isUuid } from '../kernel/id';
import { fromCursor, limitOf, toPage, type Page, type PageAsk } from '../kernel/page';
import { Refusal } from '../kernel/refusal';
import { asSought } from '../kernel/text';
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
  const sought = asSought(search);
  if (!/^\+?\d+$/.test(digitsOf(sought)))
    return await residentsByName(db, communityId, sought, ask);
  return await residentsByPhone(db, communityId, sought, ask, ['search']);
}

/** As it is typed: "139 0412 2001", "0412-2001". */
const digitsOf = (text: string) => text.replace(/[\s-]/g, '');

/** Whose name begins with a text; all where it is empty. */
export async function residentsByName(
  db: EntityManager,
  communityId: string,
  text: string,
  ask: PageAsk,
): Promise<Page<ResidentRow>> {
  const prefix = asSought(text);
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

/**
 * Whose telephone number ends with digits: 3 or more, else `SEARCH_SHORT`. In the order of ids: a
 * cursor must not tell a number to who may not see it.
 */
export async function residentsByPhone(
  db: EntityManager,
  communityId: string,
  text: string,
  ask: PageAsk,
  path: readonly string[],
): Promise<Page<ResidentRow>> {
  const tail = digitsOf(asSought(text));
  if (tail.length < SHORTEST_TAIL)
    throw new Refusal('SEARCH_SHORT', { shortest: SHORTEST_TAIL }, path);
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

/** Who lives in households whose address begins with a text, household by household. */
export async function residentsByAddress(
  db: EntityManager,
  communityId: string,
  text: string,
  ask: PageAsk,
): Promise<Page<ResidentRow>> {
  const prefix = asSought(text);
  const [address = '', id = CITY] = fromCursor(ask, 2) ?? [];
  if (!isUuid(id)) throw new Refusal('CURSOR_UNREADABLE', {}, ['after']);
  const rows: (ResidentRow & { readonly address: string })[] = await db.query(
    `select household.address, found.* from household
     cross join lateral (
       select ${RESIDENT_COLUMNS} from resident
       where community_id = $1 and household_id = household.id and moved_out is null
     ) found
     where household.community_id = $1
       and household.address collate "C" >= greatest($2 collate "C", $4 collate "C")
       and household.address collate "C" < $3
       and (household.address collate "C", found.id) > ($4, $5)
     order by household.address collate "C", found.id limit $6`,
    [communityId, prefix, prefix + LAST, address, id, limitOf(ask)],
  );
  return toPage(ask, rows, (row) => [row.address, row.id]);
}
