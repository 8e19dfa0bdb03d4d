import { Client } from 'pg';
import { createDataSource, SESSION } from '../../ormconfig';
import { serve } from '../../src/server/serve';
import type { Script } from '../naive/scripts';

interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * The statements that our server really runs for a request, in sessions as its own and with the
 * values it gave them as parameters, so that they are planned as they are for it: what is left when
 * everything but PostgreSQL is taken away. The request is sent twice and the second time
 * is looked at, so that nothing is in it that a server only does once.
 */
export async function bareSql(
  url: string,
  ask: (port: number) => Promise<unknown>,
): Promise<Script> {
  const source = await createDataSource(url, 4).initialize();
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  const served = await serve(settings, source, () => undefined);
  try {
    const port = Number(new URL(served.url).port);
    await ask(port);
    const asked = await overheard(() => ask(port));
    if (asked.length === 0) throw new Error('The server asked PostgreSQL nothing');
    const statements = asked.map(named);
    const values = Object.assign({}, ...asked.map(valuesOf)) as Record<string, string>;
    return { draws: {}, statements, values, session: SESSION, repeats: null };
  } finally {
    await served.close();
    if (source.isInitialized) await source.destroy();
  }
}

/** Every statement that goes to PostgreSQL from this process meanwhile. */
async function overheard(act: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = [];
  const query = Client.prototype.query;
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const [first, second] = args as [string | Partial<Asked> | undefined, unknown];
    const text = typeof first === 'string' ? first : first?.text;
    const values = typeof first === 'object' ? first.values : second;
    const given = Array.isArray(values) ? (values as unknown[]) : [];
    if (text !== undefined) asked.push({ text, values: given });
    return Reflect.apply(query, this, args) as unknown;
  } as typeof query;
  try {
    await act();
    return asked;
  } finally {
    Client.prototype.query = query;
  }
}

const nameOf = (statement: number, n: number | string) => `v${statement}_${n}`;

/** A statement with names for its parameters, and without remarks: it is one line. */
function named({ text, values }: Asked, statement: number): string {
  return text
    .replace(/--.*/g, '')
    .replace(/\$(\d+)/g, (_, n: string) =>
      isGiven(values[Number(n) - 1]) ? `:${nameOf(statement, n)}` : 'null',
    );
}

const valuesOf = ({ values }: Asked, statement: number): Record<string, string> =>
  Object.fromEntries(
    values.flatMap((value, i) =>
      isGiven(value) ? [[nameOf(statement, i + 1), asParameter(value)]] : [],
    ),
  );

const isGiven = (value: unknown) => value !== null && value !== undefined;

/** A value as the driver would send it. */
function asParameter(value: unknown): string {
  return Array.isArray(value) ? `{${value.map(asElement).join(',')}}` : asText(value);
}

function asElement(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  return `"${asText(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function asText(value: unknown): string {
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value as string | number | boolean | bigint);
}
