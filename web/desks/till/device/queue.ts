import { askToStay, trying, tryToKeep } from './keeping';
import { noteInQueue, putInQueue, readQueue, takeFromQueue, type Waiting } from './queue-store';
import { forgetBaskets } from './seen-store';
import { watched } from './watched';

const queue = watched<readonly Waiting[]>([]);
const otherWindows = new BroadcastChannel('linli-till-queue');

otherWindows.onmessage = () => void refresh();
void refresh();

async function refresh(): Promise<void> {
  queue.tell(await trying(readQueue, queue.read()));
}

async function changed(): Promise<void> {
  otherWindows.postMessage('changed');
  await refresh();
}

/** What waits, for a screen. */
export const useQueue = queue.use;

/** What waits, as this window knows it. */
export const queueNow = queue.read;

/** Keeps it on the disk; whether the device did: it may be full. */
export async function queueUp(waiting: Waiting): Promise<boolean> {
  askToStay();
  const isKept = await tryToKeep(() => putInQueue(waiting));
  await changed();
  return isKept;
}

/** Notes what stands against one that waits on. */
export async function noteProblem(key: string, problem: string): Promise<void> {
  await tryToKeep(() => noteInQueue(key, problem));
  await changed();
}

/** Takes out of the queue; where that does not succeed, it is sent once more under its key. */
export async function leaveQueue(keys: readonly string[]): Promise<void> {
  await tryToKeep(() => takeFromQueue(keys));
  await changed();
}

/** What has an answer leaves the queue, and before that its basket: it is not finished again. */
export async function answered(keys: readonly string[]): Promise<void> {
  await forgetBaskets(keys);
  await leaveQueue(keys);
}

export { readQueue, type Waiting };
