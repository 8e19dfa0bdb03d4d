import { createHash } from 'node:crypto';
import { personOf } from '../../kernel/actor';
import { read } from '../../kernel/read';
import type { UnitOfWork } from '../../kernel/unit-of-work';
import type { PlaceRow } from '../../society/place.entity';
import type { Field, Line } from './noun';

/** What a file is known by. */
export interface Known {
  readonly community: PlaceRow;
  readonly noun: string;
  /** SHA-256 of its bytes. */
  readonly hash: string;
  /** SHA-256 of what its lines say. */
  readonly content: string;
  readonly lines: number;
}

/** What was taken in before with the same bytes or the same lines. */
export interface Earlier {
  readonly hash: string;
  readonly at: Date;
}

export interface Noted {
  /** Whether it stands there now, by this work. */
  readonly isNew: boolean;
  readonly earlier: Earlier | null;
}

/** The same lines have the same hash, in whatever order, form and encoding a file has them. */
export function contentOf(fields: readonly Field[], lines: readonly Line[]): string {
  const said = lines.map(({ values }) => JSON.stringify(fields.map(({ name }) => values[name])));
  const digest = createHash('sha256');
  for (const line of said.sort()) digest.update(line).update('\n');
  return digest.digest('hex');
}

/**
 * Notes a file, unless it is noted already, or (without `again`) another one with the same lines.
 * One that is being taken in at this moment is waited for.
 */
export async function noteFile(work: UnitOfWork, known: Known, again: boolean): Promise<Noted> {
  const { community, noun, hash, content, lines } = known;
  const rows: unknown[] = await work.db.query(
    `insert into spreadsheet_import
       (community_id, noun, hash, content, nth, lines, imported_by, imported_at)
     select $1, $2, $3, $4, case when $8 then coalesce(max(nth), 0) + 1 else 1 end,
       $5::integer, $6::uuid, $7::timestamptz
     from spreadsheet_import where community_id = $1 and noun = $2 and content = $4
     on conflict do nothing returning hash`,
    [community.id, noun, hash, content, lines, personOf(work.actor), work.now, again],
  );
  const isNew = rows.length > 0;
  // What this work has noted itself is nothing earlier.
  const [earlier] = await read<Earlier>(
    work.db,
    `select hash, imported_at at from spreadsheet_import
     where community_id = $1 and noun = $2
       and ((hash = $3 and not $5) or (content = $4 and hash <> $3))
     order by hash = $3 desc, imported_at desc limit 1`,
    [community.id, noun, hash, content, isNew],
  );
  return { isNew, earlier: earlier ?? null };
}
