import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../kernel/refusal';
import type { SheetLine } from './sheet-line';
import { readSheet } from './read-sheet';

/** What a thread that reads a file says: lines as they go over, at last how it ended. */
export type Told =
  | { readonly lines: readonly SheetLine[] }
  | { readonly done: true }
  | { readonly code: string; readonly facts: Refusal['facts'] };

/** So many lines go over at once: whoever takes them has a moment for others in between. */
const AT_ONCE = 2_000;

const tell = (told: Told) => parentPort?.postMessage(told);

try {
  const lines = readSheet(Buffer.from(workerData as Uint8Array));
  for (let at = 0; at < lines.length; at += AT_ONCE) tell({ lines: lines.slice(at, at + AT_ONCE) });
  tell({ done: true });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  tell({ code: error.code, facts: error.facts });
}
