import { randomUUID } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { folderStore, tryFolder } from '../../src/attachments/folder-store';
import { keyOf, StoreFailed, type ObjectStore } from '../../src/attachments/object-store';
import { s3Store } from '../../src/attachments/s3-store';
import { openStore } from '../../src/server/attachments/open-store';
import { RemoteBucket } from './bucket';

const folder = mkdtempSync(join(tmpdir(), 'linli-objects-'));
let remote: RemoteBucket;

beforeAll(async () => {
  remote = await new RemoteBucket().open();
});
beforeEach(() => {
  remote.broken = null;
  remote.answers.length = 0;
});
afterAll(async () => {
  await remote.close();
  rmSync(folder, { recursive: true });
});

const key = (sha256 = 'ab'.repeat(32)) => keyOf(randomUUID(), sha256);
const files = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

async function readFrom(store: ObjectStore, at: string): Promise<string | null> {
  const stream = await store.open(at);
  return stream && (await text(stream));
}

test.each([
  ['a folder', () => openStore({ mostBytes: 1, store: { by: 'folder', folder } })],
  ['a bucket', () => openStore({ mostBytes: 1, store: { by: 's3', ...remote.settings } })],
])('%s keeps what is put there until it is removed', async (_what, make) => {
  const store = await make();
  const at = key();
  expect(await readFrom(store, at)).toBeNull();
  await store.put(at, Buffer.from('米 and oil'), 'image/jpeg');
  await store.put(at, Buffer.from('米 and oil'), 'image/jpeg');
  expect(await readFrom(store, at)).toBe('米 and oil');
  expect(await readFrom(store, key())).toBeNull();
  await store.remove(at);
  await store.remove(at);
  expect(await readFrom(store, at)).toBeNull();
});

describe('a folder', () => {
  test('holds objects by their hash, for its own user, and nothing half-written', async () => {
    const store = folderStore(folder);
    const at = key('cd'.repeat(32));
    await store.put(at, Buffer.from('kept'), '');
    const [path = '', ...more] = files();
    expect(more).toEqual([]);
    expect(path).toBe(join(folder, at.split('/')[0]!, 'cd', 'cd'.repeat(32)));
    expect(readFileSync(path, 'utf8')).toBe('kept');
    expect(statSync(path).mode & 0o077).toBe(0);
    await store.remove(at);
  });

  test.each([
    '../../etc/passwd',
    `019a0000-0000-7000-8000-000000000000/../${'ab'.repeat(32)}`,
    'ab',
    '',
  ])('a key that is none of ours leads nowhere: %s', async (bad) => {
    const store = folderStore(folder);
    await expect(store.put(bad, Buffer.from('x'), '')).rejects.toThrow('none of ours');
    await expect(store.open(bad)).rejects.toThrow('none of ours');
    expect(files()).toEqual([]);
  });

  test('what a crash left half-written goes at the next start, what is young stays', async () => {
    const aside = join(folder, 'unfinished');
    writeFileSync(join(aside, 'old'), 'half');
    writeFileSync(join(aside, 'young'), 'half');
    const before = Date.now() / 1000 - 2 * 3600;
    utimesSync(join(aside, 'old'), before, before);
    await tryFolder(folder);
    expect(readdirSync(aside)).toEqual(['young']);
    rmSync(join(aside, 'young'));
  });

  test('one that cannot be is said at the start', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const opening = openStore({ mostBytes: 1, store: { by: 'folder', folder: join(file, 'in') } });
    await expect(opening).rejects.toThrow(/^DATA_DIR: .* cannot keep files .*ENOTDIR/);
    rmSync(file);
  });
});

describe('a bucket', () => {
  const s3 = (settings: object = {}) => ({ by: 's3' as const, ...remote.settings, ...settings });

  test('is asked with signatures over what is sent; a wrong key says so at the start', async () => {
    const store = await openStore({ mostBytes: 1, store: s3() });
    await store.put(key(), Buffer.from('signed'), 'image/webp');
    expect(remote.answers).toEqual(['PUT 200', 'DELETE 204', 'PUT 200']);
    expect([...remote.objects.values()].at(-1)?.type).toBe('image/webp');
    const wrong = openStore({ mostBytes: 1, store: s3({ secretAccessKey: 'wrong' }) });
    await expect(wrong).rejects.toThrow(
      /^S3_BUCKET: "linli" at http:\S+ cannot keep files .*SignatureDoesNotMatch\.$/,
    );
    const other = openStore({ mostBytes: 1, store: s3({ bucket: 'another' }) });
    await expect(other).rejects.toThrow(/NoSuchBucket/);
    const nobody = openStore({ mostBytes: 1, store: s3({ endpoint: 'http://127.0.0.1:1' }) });
    await expect(nobody).rejects.toThrow(/ECONNREFUSED/);
  });

  test('that fails is not taken for one in which nothing lies', async () => {
    const store = await s3Store(remote.settings);
    remote.broken = 503;
    await expect(store.open(key())).rejects.toThrow(StoreFailed);
    await expect(store.put(key(), Buffer.from('x'), '')).rejects.toThrow(StoreFailed);
    remote.broken = 403;
    await expect(store.open(key())).rejects.toThrow(StoreFailed);
  });
});
