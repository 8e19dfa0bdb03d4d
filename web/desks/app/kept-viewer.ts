import { wipeDevice } from '../kit/wipe-device';
import type { Me } from './desks';

const KEY = 'linli.viewer';

/** Who signed in here last: names and roles only; what they may do the server decides each time. */
export function keptViewer(): Me | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Me | null;
  } catch {
    // What cannot be read is as if nobody had been here.
    return null;
  }
}

/** Whoever comes next finds nothing on the device of whoever left. */
export function keepViewer(me: Me | null): void {
  if (me?.person.id !== keptViewer()?.person.id) wipeDevice();
  if (me) localStorage.setItem(KEY, JSON.stringify(me));
  else localStorage.removeItem(KEY);
}

/**
 * Tells a window that another one of this device has become somebody else's, or nobody's. They have
 * one cookie: what is done here from then on would be done in that person's name.
 */
export function whenOther(personId: string, told: () => void): () => void {
  const look = ({ key }: StorageEvent) => {
    if (key === KEY && keptViewer()?.person.id !== personId) told();
  };
  window.addEventListener('storage', look);
  return () => window.removeEventListener('storage', look);
}
