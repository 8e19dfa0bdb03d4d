import { putInQueue, readQueue, takeFromQueue, type Waiting } from './queue-store';
import { watched } from './watched';

const queue = watched<readonly Waiting[]>([]);
const otherWindows = new BroadcastChannel('linli-till-queue');

otherWindows.onmessage = () => void refresh();
void refresh();

async function refresh(): Promise<void> {
  queue.tell(await readQueue());
}

async function changed(): Promise<void> {
  otherWindows.postMessage('changed');
  await refresh();
}

/** What waits, for a screen. */
export const useQueue = queue.use;

/** What waits, as this window knows it. */
export const queueNow = queue.read;

export async function queueUp(waiting: Waiting): Promise<void> {
  await putInQueue(waiting);
  await changed();
}

/** What has an answer leaves the queue. */
export async function leaveQueue(keys: readonly string[]): Promise<void> {
  await takeFromQueue(keys);
  await changed();
}

export { readQueue, type Waiting };
