import type { DataSource } from 'typeorm';
import { inboxOf } from '../../src/inbox/inbox.reader';
import type { Actor } from '../../src/kernel/actor';

/** What waits for somebody at a moment: each kind with the row that it leads to. */
export async function waitsFor(
  source: DataSource,
  actor: Actor,
  now: Date,
): Promise<[string, string][]> {
  const page = await inboxOf(source.manager, actor, { first: 100, after: null }, now);
  return page.edges.map(({ node }) => [node.kind, node.nodeId]);
}

/** The plan of a branch, in which whole tables are read only where no index would do. */
export async function planOf(source: DataSource, sql: string): Promise<string> {
  const id = `'0199d4a5-0000-7000-8000-000000000000'::uuid`;
  const values: Readonly<Record<string, string>> = {
    ...{ after: id, limit: '20', person: id, now: `'2026-01-01'::timestamptz` },
    ...{ who: `array[${id}]`, own: `array[${id}]`, homes: `array[${id}]` },
  };
  const text = sql.replaceAll(
    /(?<!:):(after|limit|person|own|now|homes|who)\b/g,
    (_all, name: string) => values[name]!,
  );
  const runner = source.createQueryRunner();
  await runner.startTransaction();
  await runner.query('set local enable_seqscan = off');
  const rows: { 'QUERY PLAN': string }[] = await runner.query(`explain ${text}`);
  await runner.rollbackTransaction();
  await runner.release();
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}
