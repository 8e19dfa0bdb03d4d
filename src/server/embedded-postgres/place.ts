import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CannotStart } from '../cannot-start';
import { canUse, serverAccount } from './account';
import type { Account } from './run';

type Print = (line: string) => void;

/** Where the data lie and who serves them. */
export interface Place {
  folder: string;
  account: Account;
}

/** In DATA_DIR, says where the data lie when they could not lie in DATA_DIR itself. */
const SIGNPOST = 'the-data-lie-in.txt';

/** The files of one data folder. */
export const inPlace = (folder: string) => ({
  cluster: path.join(folder, 'postgres'),
  password: path.join(folder, 'postgres.password'),
  log: path.join(folder, 'postgres.log'),
  lock: path.join(folder, 'linli.lock'),
});

/** Finds or makes the folder for the data: DATA_DIR wherever the server's account can enter it. */
export async function choosePlace(dataDir: string, print: Print): Promise<Place> {
  makeFolder(dataDir);
  const moved = followSignpost(dataDir, print);
  const folder = moved ?? fs.realpathSync(dataDir);
  const account = serverAccount(inPlace(folder).cluster);
  refuseForeignCluster(inPlace(folder).cluster);
  if (!account) return { folder, account };
  // DATA_DIR is ours, so it may be opened for passing through; the folders above it are not ours.
  if (isRoots(folder)) fs.chmodSync(folder, 0o711);
  if (await canUse(account, 'x', [folder])) return { folder, account };
  return { folder: moveElsewhere(dataDir, account, print), account };
}

/** Root opens for passing through what it makes here, whatever the umask; others keep it shut. */
function makeFolder(dataDir: string): void {
  const first = fs.mkdirSync(dataDir, { recursive: true });
  if (first === undefined) return;
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  for (let folder = dataDir; folder.startsWith(first); folder = path.dirname(folder)) {
    fs.chmodSync(folder, mode);
  }
}

function followSignpost(dataDir: string, print: Print): string | undefined {
  const signpost = path.join(dataDir, SIGNPOST);
  if (!fs.existsSync(signpost)) return undefined;
  const folder = fs.readFileSync(signpost, 'utf8').trim();
  if (fs.existsSync(inPlace(folder).cluster)) return folder;
  print(`The data that lay in ${folder} are gone; starting with an empty database.`);
  fs.rmSync(signpost);
  return undefined;
}

function isRoots(folder: string): boolean {
  return fs.statSync(folder).uid === 0;
}

function refuseForeignCluster(cluster: string): void {
  const owner = fs.statSync(cluster, { throwIfNoEntry: false })?.uid;
  const self = process.getuid?.();
  if (owner === undefined || self === undefined || self === 0 || owner === self) return;
  throw new CannotStart(
    `The data in ${cluster} belong to user ${owner}, not to you (${self}). ` +
      'Start as that user or as root, or choose another DATA_DIR.',
  );
}

/** Root's folders are often closed to everyone else; then the data must lie outside them. */
function moveElsewhere(dataDir: string, account: NonNullable<Account>, print: Print): string {
  const kept = ['/var/lib/linli', '/var/tmp/linli'];
  const base = [...kept, path.join(os.tmpdir(), 'linli')].find(canMake);
  if (!base) {
    throw new CannotStart(
      `User ${account.uid}, who has to run PostgreSQL, cannot enter ${dataDir}, and no other ` +
        'folder can be made. Set DATA_DIR to a folder whose parents are open to all.',
    );
  }
  const folder = fs.mkdtempSync(path.join(base, 'data-'));
  fs.chmodSync(folder, 0o711);
  fs.writeFileSync(path.join(dataDir, SIGNPOST), `${folder}\n`);
  print(`PostgreSQL cannot run as root, and its user cannot enter ${dataDir}.`);
  print(`So the data lie in ${folder}; ${path.join(dataDir, SIGNPOST)} says so too.`);
  if (!kept.includes(base)) print('That folder may be emptied at a restart of the machine!');
  return folder;
}

function canMake(folder: string): boolean {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
    fs.chmodSync(folder, 0o755);
    return true;
  } catch {
    return false;
  }
}
