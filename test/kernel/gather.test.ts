import { randomUUID } from 'node:crypto';
import { SYSTEM } from '../../src/kernel/actor';
import { gather, type Batch } from '../../src/kernel/gather';
import { read } from '../../src/kernel/read';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries } from '../support/queries';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await database.dataSource.query(
    'create table thing (community_id uuid, id text, held integer, primary key (community_id, id))',
  );
});
afterAll(() => database.drop());

interface Thing {
  readonly id: string;
  readonly held: number;
}

const things: Batch<Thing> = {
  read: (db, communityId, ids) =>
    read(db, 'select id, held from thing where community_id = $1 and id = any ($2::text[])', [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

async function put(communityId: string, id: string, held: number): Promise<void> {
  await database.dataSource.query(
    `insert into thing values ($1, $2, $3)
     on conflict (community_id, id) do update set held = excluded.held`,
    [communityId, id, held],
  );
}

const ask = async (communityId: string, id: string): Promise<number | undefined> => {
  const rows = await gather(database.dataSource, things, communityId, [id]);
  return rows.find((row) => row.id === id)?.held;
};

const many = <T>(count: number, make: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));

test('what many ask at one moment is one statement, and each gets its own answer', async () => {
  const community = randomUUID();
  for (let i = 0; i < 5; i += 1) await put(community, `${i}`, i);
  const { result, statements } = await countQueries(database.dataSource, () =>
    Promise.all(many(64, (i) => ask(community, `${i % 6}`))),
  );
  expect(result).toEqual(many(64, (i) => (i % 6 === 5 ? undefined : i % 6)));
  expect(statements).toHaveLength(1);
});

test('communities are never read together', async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  await put(one, 'same', 1);
  await put(other, 'same', 2);
  const { result, statements } = await countQueries(database.dataSource, () =>
    Promise.all([ask(one, 'same'), ask(other, 'same')]),
  );
  expect(result).toEqual([1, 2]);
  expect(statements).toHaveLength(2);
});

test('whoever asks after a commit sees it, even while an older answer is on its way', async () => {
  const community = randomUUID();
  for (let round = 1; round <= 50; round += 1) {
    const older = many(20, () => ask(community, 'till'));
    await put(community, 'till', round);
    expect(await ask(community, 'till')).toBe(round);
    await Promise.all(older);
  }
});

test('a key that cannot be read fails alone', async () => {
  const community = randomUUID();
  await put(community, 'good', 7);
  const told = await Promise.allSettled([
    ask(community, 'good'),
    ask(community, 'no\u0000where'),
    ask(community, 'good'),
  ]);
  expect(told.map((each) => (each.status === 'fulfilled' ? each.value : 'failed'))).toEqual([
    7,
    'failed',
    7,
  ]);
});

test('a command with an open transaction reads what it has written itself', async () => {
  const community = randomUUID();
  await put(community, 'mine', 1);
  await inUnitOfWork(database.dataSource, SYSTEM, async (work) => {
    const db = await work.begin();
    await db.query('update thing set held = 2 where community_id = $1', [community]);
    expect(await work.row(things, community, 'mine')).toEqual({ id: 'mine', held: 2 });
    expect(await ask(community, 'mine')).toBe(1);
  });
  expect(await ask(community, 'mine')).toBe(2);
});
