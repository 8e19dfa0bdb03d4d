import type { DataSource } from 'typeorm';

/** What can wait for the worker: the very next minute is soon enough, but now is kinder. */
export type Waiting = 'mails' | 'refunds' | 'verifications';

const WAKERS = new WeakMap<DataSource, (task: Waiting) => void>();

/** Lets commands on a data source wake its worker; where nobody does, it comes round by itself. */
export function onWake(source: DataSource, wake: (task: Waiting) => void): void {
  WAKERS.set(source, wake);
}

/** To be called after the commit: what was committed waits for the worker. Never fails. */
export function wakeWorker(source: DataSource, task: Waiting): void {
  WAKERS.get(source)?.(task);
}
