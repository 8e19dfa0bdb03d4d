import { Client } from 'pg';
import { createDataSource } from '../../ormconfig';
import type { DataSource } from 'typeorm';
import { type Database, migrate } from './database';

/**
 * Builds the demo where our own database is still empty: aside, under another name, and put into
 * place when it is whole. A first start that is killed half-way leaves nothing half-made. Answers
 * whether it built anything.
 */
export async function buildDemo(
  database: Pick<Database, 'url' | 'adminUrl'>,
  seed: (source: DataSource) => Promise<unknown>,
): Promise<boolean> {
  const { adminUrl } = database;
  if (adminUrl === null || !(await isEmpty(database.url))) return false;
  const url = new URL(database.url);
  const name = url.pathname.slice(1);
  const aside = `${name}_unfinished`;
  await run(adminUrl, [
    `drop database if exists ${aside} with (force)`,
    `create database ${aside} owner ${url.username}`,
  ]);
  url.pathname = `/${aside}`;
  const source = await createDataSource(url.href).initialize();
  try {
    await migrate(source);
    await seed(source);
  } finally {
    await source.destroy();
  }
  await run(adminUrl, [
    `drop database ${name} with (force)`,
    `alter database ${aside} rename to ${name}`,
  ]);
  return true;
}

/** Without a place there is nobody and nothing: every other row belongs to one. */
async function isEmpty(url: string): Promise<boolean> {
  const [migrated] = await run<{ yes: boolean }>(url, [
    "select to_regclass('place') is not null as yes",
  ]);
  if (!migrated?.yes) return true;
  const [empty] = await run<{ yes: boolean }>(url, [
    'select not exists (select from place) as yes',
  ]);
  return empty?.yes ?? true;
}

/** One statement after the other on a connection of its own; the last one's rows. */
async function run<Row>(url: string, statements: string[]): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows as Row[];
    return rows;
  } finally {
    await client.end();
  }
}
