import type { Answer } from './answer-shape';
import type { Kept, Replay } from './kinds';
import { Refused } from './refuse';

/** The answers under idempotency keys. */
export interface Replays {
  /** Runs what was asked for the first time, and afterwards gives the first answer again. */
  once(key: string, asked: string, requestId: string, run: () => Answer): Answer;
  takeChanged(): Kept[];
}

/** Stripe forgets a key after a day; it may then be used for something else. */
const DAY_SECONDS = 24 * 3600;

export function createReplays(before: readonly Kept[], now: () => number): Replays {
  const known = new Map(before.map(({ id, body }) => [id, body as Replay]));
  let changed: Kept[] = [];
  const find = (key: string) => {
    const replay = known.get(key);
    return replay && replay.at + DAY_SECONDS > now() ? replay : undefined;
  };
  return {
    once: (key, asked, requestId, run) => {
      const first = find(key);
      if (first && first.asked !== asked) throw otherRequest(key);
      if (first)
        return {
          status: first.status,
          body: first.body,
          headers: { 'Idempotent-Replayed': 'true', 'Original-Request': first.requestId },
        };
      const { status, body } = run();
      const replay: Replay = { asked, status, body, requestId, at: now() };
      known.set(key, replay);
      changed.push({ kind: 'replay', id: key, order: 0, body: replay, aside: {} });
      return { status, body };
    },
    takeChanged: () => {
      const taken = changed;
      changed = [];
      return taken;
    },
  };
}

function otherRequest(key: string): Refused {
  return new Refused(400, {
    type: 'idempotency_error',
    message:
      'Keys for idempotent requests can only be used with the same parameters they were first ' +
      `used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  });
}
