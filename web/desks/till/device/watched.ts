import { useSyncExternalStore } from 'react';

/** A value outside of React that screens follow. */
export interface Watched<Value> {
  readonly read: () => Value;
  readonly tell: (value: Value) => void;
  /** The value of this moment; the screen draws anew when another is told. */
  readonly use: () => Value;
}

export function watched<Value>(first: Value): Watched<Value> {
  const watchers = new Set<() => void>();
  let now = first;
  const read = () => now;
  const watch = (tell: () => void) => {
    watchers.add(tell);
    return () => watchers.delete(tell);
  };
  return {
    read,
    tell: (value) => {
      if (Object.is(value, now)) return;
      now = value;
      for (const tell of watchers) tell();
    },
    use: () => useSyncExternalStore(watch, read),
  };
}
