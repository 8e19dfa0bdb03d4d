import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** Whoever has not been answered by then never sent the whole of their request. */
const MOST_MS = 30_000;

/**
 * Makes the way to stop a server: it takes nobody in any more, answers whoever it has let in, and
 * then hangs up on connections that are only held open; a browser holds some for minutes.
 */
export function lettingFinish(app: FastifyInstance): () => Promise<void> {
  let underWay = 0;
  app.addHook('onRequest', (_request, reply, done) => {
    underWay += 1;
    reply.raw.once('close', () => void (underWay -= 1));
    done();
  });
  return async () => {
    const closed = app.close();
    for (let waited = 0; underWay > 0 && waited < MOST_MS; waited += 10) await pause(10);
    app.server.closeAllConnections();
    await closed;
  };
}
