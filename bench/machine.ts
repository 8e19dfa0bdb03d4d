import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { median } from './arithmetic';

/** Where a run took place: figures mean nothing without it. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly postgres: string;
  /** The median time in which the data's disk makes 8 kB durable. */
  readonly fsyncMs: number;
}

export function describeMachine(dataDir: string, postgres: string): Machine {
  const processors = os.cpus();
  return {
    cores: processors.length,
    processor: processors[0]?.model.trim() ?? 'unknown',
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release()}`,
    node: process.versions.node,
    postgres,
    fsyncMs: measureFsync(dataDir),
  };
}

const WRITES = 60;
const PAGE = Buffer.alloc(8192, 1);

/** As PostgreSQL writes its log: a page over one that stands there, and fdatasync. */
function measureFsync(folder: string): number {
  const file = path.join(folder, 'fsync-probe');
  const handle = fs.openSync(file, 'w');
  try {
    const times = Array.from({ length: WRITES }, () => {
      const started = performance.now();
      fs.writeSync(handle, PAGE, 0, PAGE.length, 0);
      fs.fdatasyncSync(handle);
      return performance.now() - started;
    });
    return median(times);
  } finally {
    fs.closeSync(handle);
    fs.rmSync(file, { force: true });
  }
}
