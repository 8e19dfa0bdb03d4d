import { watched } from './watched';

const keeps = watched(true);

/** Whether this device keeps what it is given: its storage may be full, or refused to pages. */
export const useKeeps = keeps.use;

/** Does something with what is kept here; where the device refuses, it is told, and `instead`. */
export async function trying<Result>(act: () => Promise<Result>, instead: Result): Promise<Result> {
  try {
    return await act();
  } catch {
    keeps.tell(false);
    return instead;
  }
}

/** Keeps something; whether it did. What was refused once may be kept later. */
export async function tryToKeep(act: () => Promise<unknown>): Promise<boolean> {
  const isKept = await trying(() => act().then(() => true), false);
  if (isKept) keeps.tell(true);
  return isKept;
}

/** Asks once that the device does not make room by throwing away what waits to be sent. */
export function askToStay(): void {
  // Only at https addresses can it be asked.
  if (!('storage' in navigator)) return;
  void navigator.storage.persist().catch(() => undefined);
}
