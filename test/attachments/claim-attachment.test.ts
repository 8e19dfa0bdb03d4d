import { randomUUID } from 'node:crypto';
import { attachedTo } from '../../src/attachments/attachment.reader';
import { ATTACHMENT_CHECKS } from '../../src/attachments/attachments.checks';
import { claimAttachment } from '../../src/attachments/claim-attachment';
import { connectStore, keyOf } from '../../src/attachments/object-store';
import { sweepAttachments } from '../../src/attachments/sweep-attachments';
import { type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { runChecks } from '../../src/ledger/verify';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { warm } from '../support/warm';
import { newWorld, type World } from '../support/world';
import { pdf } from './files';
import { endOf, MemoryStore, upload } from './stage';

let database: FreshDatabase;
let world: World;
const store = new MemoryStore();

beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  connectStore(database.dataSource, store);
}, 60_000);
afterEach(async () => {
  expect(await runChecks(database.dataSource, ATTACHMENT_CHECKS)).toEqual([]);
});
afterAll(() => database.drop());

const send = (text: string, { actor } = world.home.clerk, now?: Date) =>
  upload(database.dataSource, actor, world.home, pdf(text), now);

function claim(actor: Actor, id: string, about = { kind: 'Thing', id: randomUUID() as string }) {
  const globalId = toGlobalId('Attachment', world.home.id, id);
  return inUnitOfWork(database.dataSource, actor, (work) =>
    claimAttachment(work, world.home.id, globalId, { about }),
  );
}

const day = 24 * 3600_000;
const ago = (ms: number) => new Date(Date.now() - ms);
const sweep = (now = new Date()) => sweepAttachments(database.dataSource, store, now);
const count = async (table: string) => {
  const [row] = await database.dataSource.query<[{ n: number }]>(
    `select count(*)::int n from ${table}`,
  );
  return row.n;
};

test('a file is attached once, by whoever uploaded it, in its own community', async () => {
  const { clerk, storekeeper } = world.home;
  const { id } = await send('once');
  const about = { kind: 'Thing', id: randomUUID() };
  expect(await endOf(claim(storekeeper.actor, id, about))).toBe('ID_UNKNOWN attachmentId');
  expect(await endOf(claim(clerk.actor, randomUUID(), about))).toBe('ID_UNKNOWN attachmentId');
  const elsewhere = inUnitOfWork(database.dataSource, clerk.actor, (work) =>
    claimAttachment(work, world.other.id, toGlobalId('Attachment', world.home.id, id), { about }),
  );
  expect(await endOf(elsewhere)).toBe('OTHER_COMMUNITY attachmentId');
  expect(await claim(clerk.actor, id, about)).toMatchObject({ id, aboutId: about.id, width: null });
  expect(await endOf(claim(clerk.actor, id, about))).toBe('ATTACHMENT_TAKEN attachmentId');
  const attached = attachedTo('Thing');
  const of = (ids: string[]) => attached.read(database.dataSource.manager, world.home.id, ids);
  expect(await of([about.id, randomUUID()])).toMatchObject([{ id, type: 'application/pdf' }]);
  expect(
    await attachedTo('Other').read(database.dataSource.manager, world.home.id, [about.id]),
  ).toHaveLength(0);
});

test('of several who attach one file at once, one does', async () => {
  const { id } = await send('raced');
  await warm(database.dataSource);
  const ends = await Promise.all(
    Array.from({ length: 8 }, () => endOf(claim(world.home.clerk.actor, id))),
  );
  expect(ends.filter((end) => end === 'done')).toHaveLength(1);
  expect(new Set(ends)).toEqual(new Set(['done', 'ATTACHMENT_TAKEN attachmentId']));
});

test('a command that fails after it has attached a file gives it back', async () => {
  const { clerk } = world.home;
  const { id } = await send('given back');
  const failing = inUnitOfWork(database.dataSource, clerk.actor, async (work) => {
    await claimAttachment(work, world.home.id, toGlobalId('Attachment', world.home.id, id), {
      about: { kind: 'Thing', id: randomUUID() },
    });
    throw new Error('later');
  });
  await expect(failing).rejects.toThrow('later');
  expect(await endOf(claim(clerk.actor, id))).toBe('done');
});

test('what is attached to nothing goes after a day, and what others use stays', async () => {
  await sweep(new Date(Date.now() + 2 * day));
  const before = [await count('attachment'), store.objects.size];
  const { clerk, storekeeper } = world.home;
  const kept = await send('shared', clerk, ago(day + 1000));
  const lost = await send('shared', storekeeper, ago(day + 1000));
  const young = await send('young', clerk, ago(day - 60_000));
  const old = await send('old', clerk, ago(day + 1000));
  expect(kept.sha256).toBe(lost.sha256);
  await claim(clerk.actor, kept.id);
  expect(await sweep()).toBe(1);
  expect(await endOf(claim(storekeeper.actor, lost.id))).toBe('ID_UNKNOWN attachmentId');
  expect(await endOf(claim(clerk.actor, old.id))).toBe('ID_UNKNOWN attachmentId');
  expect(await count('attachment')).toBe(before[0]! + 2);
  expect([...store.objects.keys()]).toHaveLength(before[1]! + 2);
  expect(store.objects.has(keyOf(world.home.id, kept.sha256))).toBe(true);
  expect(store.objects.has(keyOf(world.home.id, young.sha256))).toBe(true);
  expect(await sweep()).toBe(0);
});

test('what a failing store may hold of an upload is swept, and can be sent again', async () => {
  const before = store.objects.size;
  store.failsWith = new Error('full');
  await expect(send('failed')).rejects.toThrow('full');
  await expect(sweep()).rejects.toThrow('full');
  store.failsWith = null;
  const { id } = await send('failed');
  expect(await sweep()).toBe(0);
  expect(await endOf(claim(world.home.clerk.actor, id))).toBe('done');
  expect(store.objects.size).toBe(before + 1);
});

test('uploads, sweeps and deletions of the same bytes at once lose nothing', async () => {
  await warm(database.dataSource);
  for (let round = 0; round < 5; round += 1) {
    await send('contested', world.home.clerk, ago(day + 1000));
    await send('contested', world.home.storekeeper, ago(day + 1000));
    const [sent] = await Promise.all([send('contested'), sweep(), sweep()]);
    await sweep();
    expect(store.objects.has(keyOf(world.home.id, sent.sha256))).toBe(true);
    await claim(world.home.clerk.actor, sent.id);
    await database.dataSource.query('delete from attachment where id = $1', [sent.id]);
    await database.dataSource.query(
      'update attachment_content set unused_since = now() where sha256 = $1',
      [sent.sha256],
    );
    await sweep(new Date(Date.now() + 1000));
    expect(store.objects.has(keyOf(world.home.id, sent.sha256))).toBe(false);
  }
});

test('whoever has nothing to do with a community uploads nothing there', async () => {
  const { dataSource } = database;
  const denied = (actor: Actor) => upload(dataSource, actor, world.home, pdf('outside'));
  await expect(denied(world.outsider.actor)).rejects.toThrow('FORBIDDEN');
  await expect(denied(world.other.clerk.actor)).rejects.toThrow('FORBIDDEN');
  expect(await endOf(denied(world.officer.actor))).toBe('done');
  expect(await endOf(denied(world.home.members[0].actor))).toBe('done');
});

test('a store that hangs leaves connections to everybody else', async () => {
  let answer = () => {};
  const hanging = new Promise<void>((done) => (answer = done));
  const slow = new MemoryStore();
  connectStore(database.dataSource, {
    put: (name, bytes) => hanging.then(() => slow.put(name, bytes)),
    open: (name) => slow.open(name),
    remove: (name) => slow.remove(name),
  });
  const sent = Array.from({ length: 20 }, (_, n) => send(`hanging ${n}`));
  const others = database.dataSource.query('select pg_sleep(0.3), 1 as one');
  const first = await Promise.race([
    others.then(() => 'somebody else'),
    new Promise((late) => setTimeout(() => late('nobody'), 5_000).unref()),
  ]);
  const [busy] = await database.dataSource.query<[{ n: number }]>(
    `select count(*)::int n from pg_stat_activity
     where datname = current_database() and state = 'idle in transaction'`,
  );
  answer();
  await Promise.all([...sent, others]);
  connectStore(database.dataSource, store);
  expect(first).toBe('somebody else');
  expect(busy.n).toBeLessThanOrEqual(4);
});
