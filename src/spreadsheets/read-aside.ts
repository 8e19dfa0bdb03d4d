import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../kernel/refusal';
import { Turns } from '../kernel/turns';
import type { SheetLine } from './sheet-line';
import type { Told } from './sheet-worker';

/** A list of 50,000 lines takes some seconds and some hundred megabytes. */
const LIMITS = { atMostMs: 60_000, atMostMb: 1_024 };

/** So many files are read at once: each has a thread, and its memory, for itself. */
const TURNS = new Turns(2, 16);

/**
 * Reads a file as `readSheet` does, in a thread of its own: meanwhile this one answers others, and
 * a file that takes more time or memory than any list needs takes nothing else down with it.
 *
 * Refuses as `readSheet` does, and `FILE_UNREADABLE`, `UPLOADS_BUSY`.
 */
export async function readAside(bytes: Buffer, limits = LIMITS): Promise<SheetLine[]> {
  return await TURNS.take(() => inThread(bytes, limits));
}

const own = extname(__filename);
const FILE = join(__dirname, `sheet-worker${own}`);

/** Only tests run our sources as they are; a thread of theirs needs the hook for it, too. */
const HOOK = join(__dirname, '../../test/support/run-typescript.cjs');
const STARTED = own === '.ts' ? { execArgv: ['-r', HOOK] } : {};

async function inThread(bytes: Buffer, limits: typeof LIMITS): Promise<SheetLine[]> {
  const resourceLimits = { maxOldGenerationSizeMb: limits.atMostMb };
  const thread = new Worker(FILE, { ...STARTED, workerData: bytes, resourceLimits });
  const patience = { timer: setTimeout(() => void thread.terminate(), limits.atMostMs) };
  try {
    return await linesFrom(thread);
  } finally {
    clearTimeout(patience.timer);
    await thread.terminate();
  }
}

function linesFrom(thread: Worker): Promise<SheetLine[]> {
  const lines: SheetLine[] = [];
  return new Promise((done, failed) => {
    thread.on('message', (told: Told) => {
      if ('lines' in told) for (const line of told.lines) lines.push(line);
      else if ('done' in told) done(lines);
      else failed(new Refusal(told.code, told.facts));
    });
    thread.on('error', (error: Error & { code?: string }) => {
      const tooMuch = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      failed(tooMuch ? new Refusal('FILE_UNREADABLE', { detail: 'MEMORY' }) : error);
    });
    // Before it has told the end: it was stopped.
    thread.on('exit', () => failed(new Refusal('FILE_UNREADABLE', { detail: 'TIME' })));
  });
}
