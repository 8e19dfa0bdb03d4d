import type { ServerResponse } from 'node:http';

export type FaultKind = '500' | 'garbage' | 'hang' | 'reset' | '200-empty';

export interface Fault {
  /** How many requests it befalls. */
  readonly next: number;
  readonly kind: FaultKind;
  /** The request is carried out, and only its answer is lost. */
  readonly after?: boolean;
  /** Befalls these requests only: `POST /v1/refunds`, with the path's beginning. */
  readonly only?: string;
}

export interface Faults {
  add(fault: Fault): void;
  /** The fault of this request, which is used up by it. */
  take(method: string, path: string): Fault | undefined;
}

export function createFaults(): Faults {
  const waiting: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => void waiting.push({ fault, left: fault.next }),
    take: (method, path) => {
      const befalls = ({ fault: { only }, left }: (typeof waiting)[number]) =>
        left > 0 && (!only || `${method} ${path}`.startsWith(only));
      const found = waiting.find(befalls);
      if (found) found.left -= 1;
      return found?.fault;
    },
  };
}

/** Answers as something that is broken. A request that hangs is left to its own patience. */
export function breakDown(response: ServerResponse, kind: FaultKind): void {
  const json = { 'Content-Type': 'application/json' };
  switch (kind) {
    case '500':
      response
        .writeHead(500, json)
        .end(
          JSON.stringify({ error: { type: 'api_error', message: 'An unknown error occurred' } }),
        );
      break;
    case 'garbage':
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html><body>Bad gateway');
      break;
    case '200-empty':
      response.writeHead(200, json).end('{}');
      break;
    case 'reset':
      response.destroy();
      break;
    case 'hang':
      break;
  }
}
