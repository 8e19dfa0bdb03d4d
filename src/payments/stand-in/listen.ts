import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer } from './answer';
import type { Answer } from './answer-shape';
import { VERSION } from './event';
import { answerDesk } from './desk-route';
import { breakDown, type Faults } from './faults';
import { answerPage } from './page-route';
import type { Running } from './running';

export const HOST = '127.0.0.1';
const MOST_BYTES = 1_000_000;

/** What is for people: the payer's page, and the desk of the payers' banks. */
const PAGES = [
  { under: '/pay/', answer: answerPage },
  { under: '/bank', answer: answerDesk },
];

/** Opens the stand-in on this machine and nowhere else. */
export async function listen(running: Running, faults: Faults, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    handle(running, faults, request, response).catch(() => {
      if (!response.headersSent) breakDown(response, '500');
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  return server;
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

export async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

async function handle(
  running: Running,
  faults: Faults,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
  const { method = 'GET' } = request;
  const body = await readBody(request);
  const desk = PAGES.find(({ under }) => path.startsWith(under));
  if (desk) {
    const id = path.slice(desk.under.length);
    const act = (world: Running['world']) =>
      desk.answer(world, id, { method, headers: request.headers, form: body });
    const { status, headers, html } = await running.run(act);
    response.writeHead(status, headers).end(html);
    return;
  }
  const fault = faults.take(method, path);
  if (fault && !fault.after) return breakDown(response, fault.kind);
  const requestId = running.world.newId('req');
  const key = request.headers['idempotency-key']?.toString() ?? null;
  const form = method === 'POST' ? body : query;
  const headers = request.headers as Record<string, string | undefined>;
  const answered = await running.run(
    (world) => answer(world, running.replays, { method, path, form, headers, requestId }),
    { id: requestId, idempotencyKey: key },
  );
  if (fault) return breakDown(response, fault.kind);
  send(response, answered, requestId, key);
}

function send(
  response: ServerResponse,
  { status, body, headers }: Answer,
  requestId: string,
  key: string | null,
): void {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Request-Id': requestId,
    'Stripe-Version': VERSION,
    ...(key && { 'Idempotency-Key': key }),
    ...headers,
  });
  response.end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES) throw new Error('The request is too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
