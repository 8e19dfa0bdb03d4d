import { wipeDevice } from '../kit/wipe-device';
import type { Me } from './desks';

const KEY = 'linli.viewer';

/** Who signed in here last: names and roles only; what they may do the server decides each time. */
export function keptViewer(): Me | null {
  const kept = localStorage.getItem(KEY);
  return kept === null ? null : (JSON.parse(kept) as Me);
}

/** Whoever comes next finds nothing on the device of whoever left. */
export function keepViewer(me: Me | null): void {
  if (me?.person.id !== keptViewer()?.person.id) wipeDevice();
  if (me) localStorage.setItem(KEY, JSON.stringify(me));
  else localStorage.removeItem(KEY);
}
