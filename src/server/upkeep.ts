import type { DataSource } from 'typeorm';
import { forgetAnswers } from '../society/answer-again';
import { purgeSessions } from '../society/purge-sessions';

const EVERY_MS = 60_000;

/**
 * Seals the books and takes away sessions and kept answers that have ended, every minute, one round
 * after the other. The function that is answered ends it, and waits for the round that is under
 * way: a connection is not taken from it.
 */
export function keepUp(
  source: DataSource,
  seal: () => Promise<number>,
  log: (line: string) => void,
): () => Promise<void> {
  let round: Promise<unknown> = Promise.resolve();
  const tell = (what: string) => (error: unknown) => log(`${what} failed: ${String(error)}`);
  const timer = setInterval(() => {
    round = round.then(() =>
      Promise.all([
        seal().catch(tell('sealing')),
        purgeSessions(source, new Date()).catch(tell('purging sessions')),
        forgetAnswers(source, new Date()).catch(tell('forgetting answers')),
      ]),
    );
  }, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await round;
  };
}
