import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { CannotStart } from '../cannot-start';

/** One running Linli per data folder: who holds it, told apart from a later process of that id. */
interface Holder {
  pid: number;
  born: string;
}

/** Takes the data folder; the process that has it already is returned instead when there is one. */
export function takeLock(file: string): { release(): void } | { heldBy: number } {
  const mine = JSON.stringify({ pid: process.pid, born: birthOf(process.pid) });
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (createWhole(file, mine)) return { release: () => fs.rmSync(file, { force: true }) };
    const holder = readHolder(file);
    if (holder && isAlive(holder.pid) && birthOf(holder.pid) === holder.born) {
      return { heldBy: holder.pid };
    }
    // Left by a killed process, perhaps with its id given to another one since.
    fs.rmSync(file, { force: true });
  }
  throw new CannotStart(`The lock ${file} could not be taken.`);
}

/** Written aside and linked, so that nobody ever reads half a lock. */
function createWhole(file: string, content: string): boolean {
  const aside = `${file}.${process.pid}`;
  fs.writeFileSync(aside, content, { mode: 0o644 });
  try {
    fs.linkSync(aside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** Whether a process of that id runs, be it ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process started: ids are given anew, in containers very soon. Empty where unknown. */
function birthOf(pid: number): string {
  try {
    if (process.platform === 'linux') {
      // After the name in brackets, which may hold blanks itself, the start time is the 20th word.
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [state = '', ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // A killed process that nobody has waited for still has its id, and nothing else.
      return state === 'Z' ? '' : (rest[18] ?? '');
    }
    if (process.platform === 'win32') return '';
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** The command line of a process; undefined where the system does not tell. */
export function commandLineOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    }
    if (process.platform === 'win32') return undefined;
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
}
