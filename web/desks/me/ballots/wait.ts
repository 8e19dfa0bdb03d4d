import { useCallback, useEffect, useRef, useState } from 'react';

const [SHORTEST_S, LONGEST_S] = [5, 30];

/** A time of random length: when a vote comes tells nothing of when its token was taken. */
function someSeconds(): number {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return SHORTEST_S + (random % (LONGEST_S - SHORTEST_S + 1));
}

export interface Wait {
  /** Seconds that are left; null: nothing waits. */
  readonly left: number | null;
  readonly start: () => void;
  readonly stop: () => void;
}

/** Does something after a time of random length, unless it is stopped. */
export function useWait(then: () => void): Wait {
  const [left, setLeft] = useState<number | null>(null);
  const todo = useRef(then);
  useEffect(() => {
    todo.current = then;
  }, [then]);
  useEffect(() => {
    if (left === null) return undefined;
    const next = setTimeout(() => {
      setLeft(left > 1 ? left - 1 : null);
      if (left <= 1) todo.current();
    }, 1000);
    return () => clearTimeout(next);
  }, [left]);
  const start = useCallback(() => setLeft(someSeconds()), []);
  const stop = useCallback(() => setLeft(null), []);
  return { left, start, stop };
}
