import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { CITY, Context, type Batch, type GroupBatch } from '../../src/api/context';
import { STRANGER } from '../../src/kernel/actor';

interface Row {
  readonly id: string;
  readonly owner: string;
}

/** A batch over rows in memory that writes down what it was asked. */
function batchOf(rows: readonly Row[]) {
  const asked: { communityId: string; keys: readonly string[] }[] = [];
  const read = (_db: EntityManager, communityId: string, keys: readonly string[]) => {
    asked.push({ communityId, keys });
    return Promise.resolve(rows);
  };
  const byId: Batch<Row> = { read, keyOf: ({ id }) => id };
  const byOwner: GroupBatch<Row> = { read, keyOf: ({ owner }) => owner, many: true };
  return { asked, byId, byOwner };
}

const source = { manager: {}, createQueryRunner: () => ({}) } as unknown as DataSource;
const session = {
  tokenHash: null,
  cookie: { set: () => undefined, clear: () => undefined },
  address: '127.0.0.1',
};
const newContext = () => new Context(source, STRANGER, 'en', session);

const ROWS: Row[] = [
  { id: 'b', owner: 'li' },
  { id: 'a', owner: 'li' },
  { id: 'c', owner: 'wang' },
];

test('what is asked for in one moment is read in one statement, each key once', async () => {
  const { asked, byId } = batchOf(ROWS);
  const context = newContext();
  const load = (id: string) => context.load(byId, CITY, id);
  const rows = await Promise.all([load('a'), load('b'), load('a'), load('gone')]);
  expect(rows).toEqual([ROWS[1], ROWS[0], ROWS[1], null]);
  expect(asked).toEqual([{ communityId: CITY, keys: ['a', 'b', 'gone'] }]);
});

test('what was read is not read again in the same request, but in the next one it is', async () => {
  const { asked, byId } = batchOf(ROWS);
  const context = newContext();
  await context.load(byId, CITY, 'a');
  await context.load(byId, CITY, 'a');
  expect(asked).toHaveLength(1);
  await newContext().load(byId, CITY, 'a');
  expect(asked).toHaveLength(2);
});

test('what was read is there at once, also that there is nothing; until a command has run', async () => {
  const { asked, byId } = batchOf(ROWS);
  const context = newContext();
  const first = context.lookUp(byId, CITY, 'a');
  expect(first).toBeInstanceOf(Promise);
  expect(await first).toBe(ROWS[1]);
  await context.load(byId, CITY, 'gone');
  expect(context.lookUp(byId, CITY, 'a')).toBe(ROWS[1]);
  expect(context.lookUp(byId, CITY, 'gone')).toBeNull();
  expect(asked).toHaveLength(2);
  expect(context.anew().lookUp(byId, CITY, 'a')).toBeInstanceOf(Promise);
  await context.run(() => Promise.resolve());
  expect(context.lookUp(byId, CITY, 'a')).toBeInstanceOf(Promise);
});

test('communities are read apart', async () => {
  const { asked, byId } = batchOf(ROWS);
  const context = newContext();
  const [one, other] = [randomUUID(), randomUUID()];
  await Promise.all([context.load(byId, one, 'a'), context.load(byId, other, 'a')]);
  expect(asked).toEqual([
    { communityId: one, keys: ['a'] },
    { communityId: other, keys: ['a'] },
  ]);
});

test('rows that a key has several of come together, and none is an empty list', async () => {
  const { asked, byOwner } = batchOf(ROWS);
  const context = newContext();
  const load = (owner: string) => context.loadMany(byOwner, CITY, owner);
  expect(await Promise.all([load('li'), load('wang'), load('nobody')])).toEqual([
    [ROWS[0], ROWS[1]],
    [ROWS[2]],
    [],
  ]);
  expect(asked).toHaveLength(1);
});

test('a command makes the request forget what it had read before', async () => {
  const { asked, byId } = batchOf(ROWS);
  const context = newContext();
  await context.load(byId, CITY, 'a');
  await context.run(() => Promise.resolve());
  await context.load(byId, CITY, 'a');
  expect(asked).toHaveLength(2);
});
