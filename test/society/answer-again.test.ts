import { createHash } from 'node:crypto';
import { Context } from '../../src/api/context';
import { type Actor, STRANGER } from '../../src/kernel/actor';
import { canonical } from '../../src/kernel/request';
import type { UnitOfWork } from '../../src/kernel/unit-of-work';
import { answeringAgain, forgetAnswers } from '../../src/society/answer-again';
import { registerPerson } from '../../src/society/register-person';
import { atOnce } from '../support/at-once';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type World } from '../support/world';
import { refused } from './acts';

let database: FreshDatabase;
let world: World;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
});
afterAll(() => database.drop());

const ASKED = { documentId: 'registers somebody', variables: { input: { name: '周敏' } } };
const session = {
  tokenHash: null,
  cookie: { set: () => undefined, clear: () => undefined },
  address: '127.0.0.1',
};

/** What a request under a key does, as the server would do it. */
const request = (key: string, actor: Actor = world.home.cadre.actor, asked: unknown = ASKED) =>
  new Context(database.dataSource, actor, 'en', { ...session, once: answeringAgain(key, asked) });

const register = async (work: UnitOfWork) => ({
  person: await registerPerson(work, { name: '周敏' }),
});

const NAMED = `person where name = '周敏'`;

async function count(what: string): Promise<number> {
  const [row] = await database.dataSource.query(`select count(*)::int n from ${what}`);
  return (row as { n: number }).n;
}

test('asked again, it answers what it answered, and does nothing', async () => {
  const first = await request('the-first-key').run(register);
  const again = await request('the-first-key').run(register);
  expect(again).toEqual(first);
  expect(await count(NAMED)).toBe(1);
  const other = await request('the-second-key').run(register);
  expect(other.person.id).not.toBe(first.person.id);
  expect(await count(NAMED)).toBe(2);
});

test('of many at once, one is done', async () => {
  const before = await count(NAMED);
  const all = await atOnce(database.dataSource, 8, () => request('many-at-once').run(register));
  expect(new Set(all.map(({ person }) => person.id)).size).toBe(1);
  expect(await count(NAMED)).toBe(before + 1);
});

test('another request under the same key is refused, another person has keys of their own', async () => {
  const { person } = await request('of-the-cadre').run(register);
  const asked = { ...ASKED, variables: { input: { name: '李强' } } };
  const other = request('of-the-cadre', undefined, asked).run(register);
  expect(await refused(other)).toBe('KEY_REUSED idempotencyKey');
  const officers = await request('of-the-cadre', world.officer.actor).run(register);
  expect(officers.person.id).not.toBe(person.id);
});

test('what was refused, or failed, leaves its key unused', async () => {
  const tooShort = async (work: UnitOfWork) => await registerPerson(work, { name: '' });
  expect(await refused(request('is-mended').run(tooShort))).toBe('TEXT_LENGTH name');
  const fails = async (work: UnitOfWork) => {
    await register(work);
    throw new Error('the connection is gone');
  };
  const before = await count(NAMED);
  await expect(request('is-mended').run(fails)).rejects.toThrow('the connection is gone');
  expect(await count(NAMED)).toBe(before);
  await request('is-mended', undefined, 'something else').run(register);
  expect(await count(NAMED)).toBe(before + 1);
});

test('a key that is none is refused before anything is done', async () => {
  const before = await count(NAMED);
  for (const key of ['short', '', '王'.repeat(9), 'with a\nline', 'a'.repeat(201)])
    expect(await refused(request(key).run(register))).toBe('KEY_UNUSABLE idempotencyKey');
  expect(await count(NAMED)).toBe(before);
});

test('a request that does several things is answered for each of them', async () => {
  const both = async (context: Context) => [
    await context.run(register),
    await context.run(register),
  ];
  const before = await count(NAMED);
  const done = await both(request('several-works'));
  expect(await both(request('several-works'))).toEqual(done);
  expect(await count(NAMED)).toBe(before + 2);
  // Where the second was not done any more, it is done now, and the first is not done again.
  await database.dataSource.query('delete from kept_answer where key_hash = $1', [
    createHash('sha256').update('several-works 1').digest(),
  ]);
  const [first] = await both(request('several-works'));
  expect(first).toEqual(done[0]);
  expect(await count(NAMED)).toBe(before + 3);
});

test('what leaves nothing beside it is done again', async () => {
  const context = request('nothing-is-kept');
  const before = await count('kept_answer');
  await context.unkept().run(register);
  expect(await count('kept_answer')).toBe(before);
  await context.run(register);
  expect(await count('kept_answer')).toBe(before + 1);
});

test('a stranger’s key stands for nobody', async () => {
  const before = await count('kept_answer');
  const greeting = await request('of-a-stranger', STRANGER).run(() => Promise.resolve('hello'));
  expect(greeting).toBe('hello');
  expect(await count('kept_answer')).toBe(before);
});

test('who has only the database reads neither the key nor what was asked and answered', async () => {
  const { person } = await request('never-to-be-read').run(register);
  const rows: Record<string, Buffer | string>[] = await database.dataSource.query(
    'select key_hash, fingerprint, answer from kept_answer',
  );
  const all = rows.flatMap((row) => Object.values(row).map((each) => each.toString('latin1')));
  const hidden = ['never-to-be-read', person.id, Buffer.from('周敏').toString('latin1')];
  for (const each of hidden) expect(all.filter((kept) => kept.includes(each))).toEqual([]);
  // Nor by trying what may have been asked: a password would be found.
  const plain = createHash('sha256').update(canonical(ASKED)).digest();
  expect(rows.some(({ fingerprint }) => plain.equals(fingerprint as Buffer))).toBe(false);
});

test('after a day an answer is forgotten, and its key may stand for something else', async () => {
  const { person } = await request('a-day-ago').run(register);
  const hours = (n: number) => new Date(Date.now() + n * 3600_000);
  await forgetAnswers(database.dataSource, hours(23));
  expect((await request('a-day-ago').run(register)).person.id).toBe(person.id);
  expect(await forgetAnswers(database.dataSource, hours(25))).toBeGreaterThan(0);
  expect((await request('a-day-ago').run(register)).person.id).not.toBe(person.id);
});
