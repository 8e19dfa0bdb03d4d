import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { takeJobs } from '../processes/child';

/** The reference of the HTTP arms: node:http and nothing else, answering what our server did. */
export interface SameBytesJob {
  readonly headers: Readonly<Record<string, string>>;
  /** One character for each byte. */
  readonly body: string;
}

const servers: http.Server[] = [];

/** Starts a server that reads each request to its end and gives this answer; tells its port. */
function serve({ headers, body }: SameBytesJob): Promise<number> {
  const answer = Buffer.from(body, 'latin1');
  const head = { ...headers, 'content-length': String(answer.length) };
  const server = http.createServer((request, response) => {
    request.on('data', () => undefined);
    request.on('end', () => response.writeHead(200, head).end(answer));
  });
  servers.push(server);
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );
}

takeJobs(serve, () => {
  for (const server of servers) server.closeAllConnections();
  return Promise.resolve();
});
