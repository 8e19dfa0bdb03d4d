import { useCallback, useState } from 'react';
import { newKey } from '../../kit/new-key';

/** What somebody means to do once, however often it has to be tried. */
export interface Intent {
  /** Its idempotency key. */
  readonly key: string;
  /** It is done, or given up: what comes next is another one. */
  readonly renew: () => void;
}

/**
 * One intent about what is known of it: another lot or another sum owed is another intent. It
 * lasts until it is done, though its window be closed and opened meanwhile: nobody knows whether
 * what had no answer was recorded.
 */
export function useIntent(about: unknown): Intent {
  const of = JSON.stringify(about);
  const fresh = () => ({ of, key: newKey() });
  const [held, setHeld] = useState(fresh);
  const now = held.of === of ? held : fresh();
  // Drawn anew with the intent that is about what is shown.
  if (now !== held) setHeld(now);
  const renew = useCallback(() => setHeld({ of, key: newKey() }), [of]);
  return { key: now.key, renew };
}
