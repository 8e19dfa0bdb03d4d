import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isAlive } from '../../src/server/embedded-postgres/lock';

/** Where Linux keeps files in memory only. */
const MEMORY = '/dev/shm';

/** A whole run writes less than half of it. */
const ROOM = 4 * 1024 ** 3;

/** A process of another container that shares this memory looks dead from here. */
const LONGEST_RUN_MS = 2 * 3600_000;

const NAME = 'linli-test-';

/**
 * A folder for the server of one run. Each test file clones a database of a thousand small files,
 * and it is the disk that takes long to make them: in memory a clone costs a tenth.
 */
export function newFolder(): string {
  const parent = hasRoom() ? MEMORY : os.tmpdir();
  if (parent === MEMORY) forgetTheDead();
  return fs.mkdtempSync(path.join(parent, `${NAME}${process.pid}-`));
}

/** Only where there is enough for all, and where a copy of PostgreSQL could be run from. */
function hasRoom(): boolean {
  try {
    const mounts = fs.readFileSync('/proc/mounts', 'utf8').split('\n');
    const [, , , options = 'noexec'] = mounts.find(isMemory)?.split(' ') ?? [];
    const { bavail, bsize } = fs.statfsSync(MEMORY);
    return (
      !options.split(',').includes('noexec') &&
      Math.min(bavail * bsize, process.availableMemory()) > ROOM
    );
  } catch {
    return false;
  }
}

const isMemory = (mount: string) => mount.split(' ').slice(1, 3).join(' ') === `${MEMORY} tmpfs`;

/**
 * A run that was killed would leave its databases in memory until the machine is started anew. A
 * server that still runs on them ends by itself, as PostgreSQL does without its files.
 */
function forgetTheDead(): void {
  for (const name of fs.readdirSync(MEMORY)) {
    const pid = new RegExp(`^${NAME}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = path.join(MEMORY, name);
    const old = Date.now() - fs.statSync(folder).mtimeMs > LONGEST_RUN_MS;
    if (old) fs.rmSync(folder, { recursive: true, force: true });
  }
}
