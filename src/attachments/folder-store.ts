import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ObjectStore } from './object-store';

/** As we make keys; anything else could lead out of the folder. */
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/([0-9a-f]{2})[0-9a-f]{62}$/;

/** What is being written lies here, so that a crash leaves no half object under its name. */
const UNFINISHED = 'unfinished';

/** Objects as files below a folder that only this user reads. */
export function folderStore(folder: string): ObjectStore {
  const root = resolve(folder);
  return {
    put: async (key, bytes) => {
      const path = pathOf(root, key);
      const aside = join(root, UNFINISHED, randomUUID());
      await mkdir(dirname(aside), { recursive: true, mode: 0o700 });
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        await written(aside, bytes);
        await rename(aside, path);
      } catch (error) {
        await rm(aside, { force: true });
        throw error;
      }
      await flushed(dirname(path));
    },
    open: async (key) => {
      const file = await open(pathOf(root, key), 'r').catch(whenMissing);
      return file?.createReadStream() ?? null;
    },
    remove: (key) => rm(pathOf(root, key), { force: true }),
  };
}

/** Makes the folder where there is none, and proves that it can be written to. */
export async function tryFolder(folder: string): Promise<void> {
  const root = resolve(folder);
  await mkdir(root, { recursive: true, mode: 0o700 });
  const aside = join(root, UNFINISHED);
  await mkdir(aside, { recursive: true, mode: 0o700 });
  await clear(aside);
  const probe = join(aside, randomUUID());
  await written(probe, Buffer.from('probe'));
  await rm(probe);
}

/** What a crash left half-written is nobody's; what another process writes now is younger. */
const ABANDONED_MS = 3600_000;

async function clear(aside: string): Promise<void> {
  for (const name of await readdir(aside)) {
    const path = join(aside, name);
    const { mtimeMs } = await stat(path);
    if (mtimeMs < Date.now() - ABANDONED_MS) await rm(path, { force: true });
  }
}

function pathOf(root: string, key: string): string {
  const [, , beginning = ''] = KEY.exec(key) ?? [];
  if (beginning === '') throw new Error('A key that is none of ours');
  const [community = '', sha256 = ''] = key.split('/');
  return join(root, community, beginning, sha256);
}

async function written(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A name in a folder outlives a power cut when the folder has been flushed. */
async function flushed(folder: string): Promise<void> {
  // Windows opens no folders; its file system keeps a journal of names.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function whenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
