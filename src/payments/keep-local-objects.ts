import type { DataSource } from 'typeorm';
import { read } from '../kernel/read';
import type { LocalProcessorObjectRow } from './local-processor-object.entity';
import type { Aside, Keeping, Kept } from './stand-in/kinds';

/** Keeps the stand-in's objects in the database. */
export function keepingIn(source: DataSource): Keeping {
  return {
    load: async () => {
      const rows = await read<LocalProcessorObjectRow>(
        source.manager,
        `select kind, id, ordinal, body, aside from local_processor_object
         where kind <> 'address'`,
        [],
      );
      return rows.map(({ kind, id, ordinal, body, aside }) => ({
        ...{ kind, id, order: Number(ordinal), body },
        aside: aside as Aside,
      }));
    },
    keep: (changed) => write(source, lastStates(changed)),
  };
}

/** One statement writes a row once: of several states of an object the last one counts. */
function lastStates(changed: readonly Kept[]): Kept[] {
  return [...new Map(changed.map((kept) => [`${kept.kind} ${kept.id}`, kept])).values()];
}

async function write(source: DataSource, kept: readonly Kept[]): Promise<void> {
  await read(
    source.manager,
    `insert into local_processor_object (kind, id, ordinal, body, aside)
     select * from unnest($1::text[], $2::text[], $3::bigint[], $4::json[], $5::json[])
     on conflict (kind, id) do update set body = excluded.body, aside = excluded.aside`,
    [
      kept.map(({ kind }) => kind),
      kept.map(({ id }) => id),
      kept.map(({ order }) => order),
      kept.map(({ body }) => JSON.stringify(body)),
      kept.map(({ aside }) => JSON.stringify(aside)),
    ],
  );
}

/** Where the stand-in of this database listens, as it said last; null: nowhere. */
export async function localAddress(source: DataSource): Promise<string | null> {
  const rows = await read<{ body: { url: string } }>(
    source.manager,
    `select body from local_processor_object where kind = 'address'`,
    [],
  );
  return rows[0]?.body.url ?? null;
}

/** Says where it listens now, or that it has stopped. */
export async function setLocalAddress(source: DataSource, url: string | null): Promise<void> {
  if (url === null)
    return void (await read(
      source.manager,
      `delete from local_processor_object where kind = 'address'`,
      [],
    ));
  const address = { kind: 'address', id: 'stand-in', order: 0, body: { url }, aside: {} };
  await write(source, [address]);
}
