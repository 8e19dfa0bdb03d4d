import type { Measured } from '../arithmetic';
import { administer, query } from '../database/cluster';
import type { Site } from '../site';

const TABLES = ['ledger_entry', 'ledger_leg', 'ledger_account'];
const IN_FLIGHT = 64;

/** So many that a page more or less does not count; on a slow machine as many as there is time. */
const ENTRIES = 20_000;
const SECONDS_MOST = 5;

/**
 * How many bytes the books grow by for a two-leg entry, with all indexes and whatever is left
 * behind: posts as any command does, and looks at the files before and after.
 */
export async function bytesPerEntry(site: Site): Promise<Measured> {
  await site.post('spread', 1, 1, 1);
  const before = await size(site.url);
  const { entries } = await site.post('spread', IN_FLIGHT, SECONDS_MOST, ENTRIES);
  const bytes = ((await size(site.url)) - before) / entries;
  return { bytes };
}

async function size(url: string): Promise<number> {
  await administer(url, [`vacuum ${TABLES.join(', ')}`]);
  const [row] = await query<{ bytes: string }>(
    url,
    'select sum(pg_total_relation_size(name::regclass)) as bytes from unnest($1::text[]) name',
    [TABLES],
  );
  return Number(row?.bytes);
}
