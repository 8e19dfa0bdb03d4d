import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { DataSource } from 'typeorm';
import { serve, type Served } from '../../../src/server/serve';

/** A server that answers each request both ways where it can, and tells where they differed. */
export interface BothWays extends Served {
  /** The server that takes the short way, and the one that never does. */
  readonly short: string;
  readonly ordinary: string;
  readonly differences: string[];
  /** How many answers were compared. */
  readonly compared: () => number;
}

/**
 * Two servers on one database behind one address: the first answers; what changes nothing is asked
 * of the second as well, and its answer has to be the same to the byte. With `again`, a mutation
 * that was done is repeated too: under its key it gives the same answer.
 */
export async function serveBothWays(
  source: DataSource,
  log: (line: string) => void,
  { again = false } = {},
): Promise<BothWays> {
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  const short = await serve({ ...settings, queryCompiler: 'all' }, source, log);
  const ordinary = await serve({ ...settings, queryCompiler: 'off' }, source, log);
  const differences: string[] = [];
  let compared = 0;
  const proxy = http.createServer((request, response) => {
    void (async () => {
      const body = await text(request);
      const first = await pass(short.url, request, body);
      if (changedNothing(body, first.body, again)) {
        const second = await pass(ordinary.url, request, body);
        compared += 1;
        if (said(first) !== said(second))
          differences.push(`${body}\n  short: ${said(first)}\n  ordinary: ${said(second)}`);
      }
      response.writeHead(first.status, first.headers).end(first.body);
    })();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    ...{ short: short.url, ordinary: ordinary.url, differences },
    compared: () => compared,
    close: async () => {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
      await short.close();
      await ordinary.close();
    },
  };
}

interface Passed {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

async function pass(url: string, request: IncomingMessage, body: string): Promise<Passed> {
  const { method = 'GET', headers } = request;
  const { host: _host, connection: _connection, 'content-length': _length, ...rest } = headers;
  const answer = await fetch(`${url}${request.url}`, {
    method,
    headers: rest as Record<string, string>,
    ...(method === 'POST' ? { body } : {}),
  });
  const kept = ['content-type', 'set-cookie', 'cache-control', 'vary']
    .map((name) => [name, answer.headers.get(name)] as const)
    .filter((pair): pair is [string, string] => pair[1] !== null);
  return {
    status: answer.status,
    headers: Object.fromEntries(kept),
    body: await answer.text(),
  };
}

/** An incident has a number of its own each time; everything else has to be the same. */
function said({ status, headers, body }: Passed): string {
  const incident = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
  return `${status} ${JSON.stringify(headers)} ${body.replace(incident, 'an incident')}`;
}

/** Counting wrong passwords is a change of its own. */
const COUNTED = /\b(signIn|changePassword|signOut)\b/;

/** A query, a mutation that was refused, and with `again` one that a key protects. */
function changedNothing(asked: string, answered: string, again: boolean): boolean {
  const query = parsed(asked)?.query;
  if (typeof query !== 'string' || !/^\s*mutation\b/.test(query)) return true;
  if (COUNTED.test(query)) return false;
  const { data, errors } = parsed(answered) as {
    data?: Record<string, { userErrors?: unknown[] } | null> | null;
    errors?: unknown[];
  };
  if (errors && Object.values(data ?? {}).every((payload) => payload === null)) return true;
  const payloads = Object.values(data ?? {});
  if (payloads.every((payload) => (payload?.userErrors?.length ?? 0) > 0)) return true;
  return again && asked.includes('"idempotencyKey"');
}

function parsed(body: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
