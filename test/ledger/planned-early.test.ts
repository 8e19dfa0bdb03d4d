import { randomUUID } from 'node:crypto';
import { createDataSource } from '../../ormconfig';
import { SYSTEM } from '../../src/kernel/actor';
import { currency } from '../../src/kernel/currency';
import { ownRequest } from '../../src/kernel/request';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { drainLanes } from '../../src/ledger/lanes';
import type { AccountRef } from '../../src/ledger/account-ref';
import type { Draft } from '../../src/ledger/draft';
import { post } from '../../src/ledger/post';
import { freshDatabase, type FreshDatabase } from '../support/database';

/** A posting is planned for all sizes: hundreds of accounts of a community are not read for it. */

const CNY = currency('CNY');
const books: string = randomUUID();
const giver = (n: number): AccountRef => ({
  ...{ kind: 'giver', holderId: books, about: `${n}` },
  ...{ normalSide: -1, floored: false },
});

function gift(from: number, to: number): Draft {
  const legs = [
    { account: giver(to), asset: CNY, minor: 1n },
    { account: giver(from), asset: CNY, minor: -1n },
  ];
  const draft = { rule: 'test', facts: {}, occurredAt: new Date(), reversalOf: null, legs };
  return { ...draft, request: ownRequest(randomUUID()) };
}

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await drainLanes(database.dataSource);
  await database.drop();
});

/** How many rows of accounts were looked at, by whatever way. */
async function lookedAt(): Promise<number> {
  await database.dataSource.query('select pg_stat_clear_snapshot()');
  const [row]: { n: string }[] = await database.dataSource.query(
    `select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as n
     from pg_stat_user_tables where relname = 'ledger_account'`,
  );
  return Number(row?.n ?? 0);
}

const ways: [string, (drafts: Draft[]) => Promise<unknown>][] = [
  [
    'in the lane',
    (drafts) =>
      inUnitOfWork(database.dataSource, SYSTEM, (work) =>
        Promise.all(drafts.map((draft) => post(work, books, [draft]))),
      ),
  ],
  [
    'in a transaction',
    (drafts) =>
      inUnitOfWork(database.dataSource, SYSTEM, async (work) => {
        await work.begin();
        return await post(work, books, drafts);
      }),
  ],
];

test.each(ways)(
  'a posting %s reads its own accounts alone, however many there are by now',
  async (_way, send) => {
    await send([gift(1, 2)]);
    const other = await createDataSource(database.url, 1).initialize();
    const many = Array.from({ length: 200 }, (_, n) => gift(n + 10, n + 11));
    for (let first = 0; first < many.length; first += 100)
      await inUnitOfWork(other, SYSTEM, (work) =>
        post(work, books, many.slice(first, first + 100)),
      );
    await other.destroy();
    // As PostgreSQL does by itself within a minute.
    await database.dataSource.query('analyze ledger_account');
    await settled();
    const before = await lookedAt();
    await send([gift(50, 100), gift(150, 200)]);
    await settled();
    const seen = (await lookedAt()) - before;
    expect(seen).toBeGreaterThanOrEqual(4);
    expect(seen).toBeLessThanOrEqual(40);
  },
);

/** What a session has looked at is told when it is idle for a second. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 1_500));
