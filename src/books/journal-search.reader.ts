import type { EntityManager } from 'typeorm';
import { ID_PART, LAST_ID, SEQ_PART, type KeyPart } from '../api/keyset-list';
import { fromCursor, limitOf, toCursor, toPage, type Page, type PageAsk } from '../kernel/page';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import { entriesById, type Entry } from '../ledger/entry.reader';
import type { JournalFilter } from './journal-filter';

/** So many entries are looked at for a page; where they do not fill it, the next page goes on. */
export const LOOKS = 2000;

/** A way through sealed entries from the newest on, read from an index in its order. */
interface Way {
  /** Entries with the two parts of the order, `k1` and `k2`, after the key `($2, $3)`. */
  readonly candidates: string;
  /** The first part of a cursor as text, and as what it has to look like. */
  readonly cursor: string;
  readonly part: KeyPart;
  /** A first part beyond all there are. */
  readonly beyond: string;
}

/** In microseconds since 1970: the books count in them, and JavaScript does not. */
const MICROS = /^-?\d{1,17}$/;

const inTime = (table: string, which: string): Way => ({
  candidates: `select found.entry_id, found.occurred_at as k1, found.entry_id as k2
    from ${table} found
    where found.community_id = $1 and ${which}
      and (found.occurred_at, found.entry_id)
        < ('epoch'::timestamptz + $2::bigint * interval '1 microsecond', $3::uuid)
      and found.occurred_at >= coalesce($5::timestamptz, '-infinity')
      and found.occurred_at < coalesce($6::timestamptz, 'infinity')
    order by found.occurred_at desc, found.entry_id desc limit ${LOOKS}`,
  cursor: '(extract(epoch from looked.k1) * 1000000)::bigint::text',
  part: MICROS,
  beyond: '99999999999999999',
});

/** The ways by what is searched for, the one that meets the fewest entries first. */
const WAYS: readonly (Way & { readonly by: readonly (keyof JournalFilter)[] })[] = [
  {
    by: ['minor'],
    ...inTime('journal_amount', 'found.asset_id = $8::uuid and found.minor = $9::bigint'),
  },
  {
    by: ['accountId'],
    candidates: `select found.entry_id, found.seq as k1, found.entry_id as k2
      from ledger_leg found
      where found.community_id = $1 and found.account_id = $7::uuid
        and found.seq < $2::bigint and $3::uuid is not null
        and not exists (select 1 from ledger_leg later
          where later.community_id = $1 and later.entry_id = found.entry_id
            and later.account_id = $7::uuid and later.seq > found.seq)
      order by found.seq desc limit ${LOOKS}`,
    cursor: 'looked.k1::text',
    part: SEQ_PART,
    beyond: '999999999999999999',
  },
  { by: ['actorId'], ...inTime('journal_entry', 'found.actor_id = $10::uuid') },
  { by: ['rule'], ...inTime('journal_entry', 'found.rule = $4::text') },
  { by: ['from', 'until'], ...inTime('journal_entry', 'true') },
];

/** What a candidate has to be besides; whatever its way has asked for already costs little here. */
const HOLDS = `sealed.entry_id = looked.entry_id
  and ($4::text is null or sealed.rule = $4)
  and ($5::timestamptz is null or sealed.occurred_at >= $5)
  and ($6::timestamptz is null or sealed.occurred_at < $6)
  and ($10::uuid is null or sealed.actor_id = $10)
  and ($7::uuid is null or exists (select 1 from ledger_leg leg
    where leg.community_id = $1 and leg.entry_id = looked.entry_id and leg.account_id = $7))
  and ($9::bigint is null or exists (select 1 from journal_amount moved
    where moved.community_id = $1 and moved.asset_id = $8::uuid and moved.minor = $9
      and moved.occurred_at = sealed.occurred_at and moved.entry_id = looked.entry_id))`;

/** Names the type of each parameter, as not every way has a use for every one. */
const ASKED = `with asked as (select $4::text as rule, $5::timestamptz as since,
  $6::timestamptz as before, $7::uuid as account_id, $8::uuid as asset_id, $9::bigint as minor,
  $10::uuid as actor_id)`;

const TEXTS = WAYS.map(({ candidates, cursor }) => ({
  hits: `${ASKED} select looked.entry_id as id, ${cursor} as a, looked.k2 as b
    from (${candidates}) looked
    join journal_entry sealed on sealed.community_id = $1 and ${HOLDS}
    order by looked.k1 desc, looked.k2 desc limit $11`,
  // The last one that was looked at, and how many were.
  stopped: `${ASKED} select ${cursor} as a, looked.k2 as b, looked.n from (
      select candidate.*, row_number() over (order by k1 desc, k2 desc)::integer as n
      from (${candidates}) candidate
    ) looked order by looked.n desc limit 1`,
}));

interface Hit {
  readonly id: string;
  readonly a: string;
  readonly b: string;
}

/**
 * Sealed entries of a set of books for which all of the filter holds, newest first. A page looks at
 * so many entries and no more: one that found fewer than asked for may be short, or empty, and yet
 * have a next page, which begins where it stopped.
 */
export async function searchJournal(
  db: EntityManager,
  communityId: string,
  filter: JournalFilter,
  ask: PageAsk,
): Promise<Page<Entry>> {
  const at = WAYS.findIndex(({ by }) => by.some((field) => filter[field] !== null));
  const [way, text] = [WAYS[at], TEXTS[at]];
  if (!way || !text) throw new Error('A search for nothing');
  const values = [communityId, ...beginOf(way, ask), ...valuesOf(filter)];
  const found = await read<Hit>(db, text.hits, [...values, limitOf(ask)]);
  const page = toPage(ask, await entriesOf(db, communityId, found), ({ a, b }) => [a, b]);
  if (page.pageInfo.hasNextPage) return page;
  const [last] = await read<Omit<Hit, 'id'> & { n: number }>(db, text.stopped, values);
  if (last?.n !== LOOKS) return page;
  return { ...page, pageInfo: { hasNextPage: true, endCursor: toCursor([last.a, last.b]) } };
}

/** The entries of what was found, in its order, each with the key it was found by. */
async function entriesOf(
  db: EntityManager,
  communityId: string,
  found: readonly Hit[],
): Promise<(Entry & Hit)[]> {
  const ids = found.map(({ id }) => id);
  const entries = await entriesById(db, communityId, ids);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return found.flatMap((hit) => {
    const entry = byId.get(hit.id);
    return entry ? [{ ...entry, ...hit }] : [];
  });
}

/** The key after which a page begins; a cursor of another search is `CURSOR_UNREADABLE`. */
function beginOf({ part, beyond }: Way, ask: PageAsk): readonly [string, string] {
  const [a = beyond, b = LAST_ID] = fromCursor(ask, 2) ?? [];
  if (!part.test(a) || !ID_PART.test(b)) throw new Refusal('CURSOR_UNREADABLE', {}, ['after']);
  return [a, b];
}

const valuesOf = (filter: JournalFilter) => [
  ...[filter.rule, filter.from, filter.until, filter.accountId],
  ...[filter.assetId, filter.minor, filter.actorId],
];
