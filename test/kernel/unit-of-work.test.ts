import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { STRANGER, SYSTEM } from '../../src/kernel/actor';
import { Refusal } from '../../src/kernel/refusal';
import { inUnitOfWork, UnitOfWork } from '../../src/kernel/unit-of-work';
import { freshDatabase, type FreshDatabase } from '../support/database';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await database.dataSource.query('create table jar (id integer primary key, beans integer)');
});
beforeEach(async () => {
  await database.dataSource.query('truncate jar');
  await database.dataSource.query('insert into jar values (1, 10), (2, 10)');
});
afterAll(() => database.drop());

const run = <T>(command: (work: UnitOfWork) => Promise<T>) =>
  inUnitOfWork(database.dataSource, SYSTEM, command);

const beans = async (id: number): Promise<number> => {
  const rows: { beans: number }[] = await database.dataSource.query(
    'select beans from jar where id = $1',
    [id],
  );
  return rows[0]?.beans ?? 0;
};

const take = (work: UnitOfWork, id: number) =>
  work.db.query('update jar set beans = beans - 1 where id = $1', [id]);

/** Connections that somebody holds now; the pool's others lie idle. */
function held(): number {
  const pool = (database.dataSource.driver as unknown as { master: Pool }).master;
  return pool.totalCount - pool.idleCount;
}

test('what was begun commits together when the command returns', async () => {
  const result = await run(async (work) => {
    await work.begin();
    await take(work, 1);
    await take(work, 2);
    expect(await beans(1)).toBe(10);
    return 'done';
  });
  expect([result, await beans(1), await beans(2)]).toEqual(['done', 9, 9]);
});

test.each([
  ['a refusal', () => new Refusal('POOL_SHORT')],
  ['a mistake of ours', () => new TypeError('undefined is not a function')],
])('nothing of it stays when the command throws %s', async (_what, makeError) => {
  const error = makeError();
  const thrown = await run(async (work) => {
    await work.begin();
    await take(work, 1);
    throw error;
  }).catch((caught: unknown) => caught);
  expect(thrown).toBe(error);
  expect(await beans(1)).toBe(10);
});

test('a failed statement inside a transaction takes the rest with it', async () => {
  const failing = run(async (work) => {
    await work.begin();
    await take(work, 1);
    await work.db.query('insert into jar values (1, 1)');
  });
  await expect(failing).rejects.toMatchObject({ code: '23505' });
  expect(await beans(1)).toBe(10);
});

test('without a beginning each statement stands by itself', async () => {
  await expect(
    run(async (work) => {
      await take(work, 1);
      throw new Refusal('POOL_SHORT');
    }),
  ).rejects.toThrow('POOL_SHORT');
  expect(await beans(1)).toBe(9);
});

test('beginning twice is harmless, and reads inside see what was written', async () => {
  await run(async (work) => {
    const first = await work.begin();
    await take(work, 1);
    expect(await work.begin()).toBe(first);
    expect(work.db).toBe(first);
    expect(await work.db.query('select beans from jar where id = 1')).toEqual([{ beans: 9 }]);
  });
  expect(await beans(1)).toBe(9);
});

test('a prepared statement runs inside the transaction once it is open, on the pool before', async () => {
  const statement = { name: 'take', text: 'update jar set beans = beans - 1 returning beans' };
  await expect(
    run(async (work) => {
      await work.begin();
      expect(await work.prepared(statement)).toEqual([{ beans: 9 }, { beans: 9 }]);
      throw new Refusal('POOL_SHORT');
    }),
  ).rejects.toThrow('POOL_SHORT');
  expect(await beans(1)).toBe(10);
  await run((work) => work.prepared(statement));
  expect(await beans(1)).toBe(9);
});

test('the work knows its actor and its moment', async () => {
  const moment = new Date('2026-11-22T01:30:00Z');
  await inUnitOfWork(
    database.dataSource,
    STRANGER,
    (work) => {
      expect([work.actor, work.now]).toEqual([STRANGER, moment]);
      return Promise.resolve();
    },
    moment,
  );
});

test('connections go back, whatever happens, also many at once', async () => {
  const many = Array.from({ length: 50 }, (_, i) =>
    run(async (work) => {
      await work.begin();
      await work.db.query('select pg_sleep(0.001)');
      if (i % 3 === 0) throw new Refusal('POOL_SHORT');
      if (i % 3 === 1) await work.db.query('select 1 / 0');
    }).catch(() => undefined),
  );
  await Promise.all(many);
  expect(held()).toBe(0);
});

test.each([0, 30])('a rollback that fails does not hide why it was needed (%d ms)', async (ms) => {
  const reason = new Refusal('POOL_SHORT');
  const dying = run(async (work) => {
    await work.begin();
    const [{ pid }] = (await work.db.query('select pg_backend_pid() as pid')) as [{ pid: number }];
    await database.dataSource.query('select pg_terminate_backend($1)', [pid]);
    await pause(ms);
    throw reason;
  });
  await expect(dying).rejects.toBe(reason);
  expect(held()).toBe(0);
});

describe('when another work comes between', () => {
  /** Two works lock the jars in opposite orders, and meet in the middle the first time. */
  async function crossing(): Promise<{ tries: number[]; ended: PromiseSettledResult<void>[] }> {
    const tries = [0, 0];
    let arrived = 0;
    const bothArrived = async () => {
      arrived += 1;
      while (arrived < 2) await pause(5);
    };
    const cross = (who: 0 | 1, first: number, second: number) =>
      run(async (work) => {
        tries[who] = (tries[who] ?? 0) + 1;
        await work.begin();
        await take(work, first);
        await bothArrived();
        await take(work, second);
      });
    const ended = await Promise.allSettled([cross(0, 1, 2), cross(1, 2, 1)]);
    return { tries, ended };
  }

  test("a deadlock's victim is done again from the start", async () => {
    const { tries, ended } = await crossing();
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    // One of the two was thrown out and came again (it may meet the other a second time); each took
    // one bean from each jar, no more.
    expect(Math.max(...tries)).toBeGreaterThan(1);
    expect([await beans(1), await beans(2)]).toEqual([8, 8]);
    expect(held()).toBe(0);
  });

  test('a work that is thrown out again and again gives up', async () => {
    let tries = 0;
    const deadlock = Object.assign(new Error('deadlock detected'), { code: '40P01' });
    await expect(
      run(() => {
        tries += 1;
        return Promise.reject(deadlock);
      }),
    ).rejects.toBe(deadlock);
    expect(tries).toBe(4);
  });

  test('a work whose key another one took meanwhile is done again, and finds it', async () => {
    let tries = 0;
    const other = database.dataSource.createQueryRunner();
    await other.startTransaction();
    await other.query('insert into jar values (3, 1)');
    const waiting = run(async (work) => {
      tries += 1;
      const found: unknown[] = await work.db.query('select 1 from jar where id = 3');
      if (found.length > 0) return 'it stands';
      await work.db.query('insert into jar values (3, 2)');
      return 'taken';
    });
    await pause(50);
    await other.commitTransaction();
    await other.release();
    expect([await waiting, tries, await beans(3)]).toEqual(['it stands', 2, 1]);
  });

  test('no other failure is tried again', async () => {
    let tries = 0;
    await expect(
      run(async (work) => {
        tries += 1;
        await work.db.query('select 1 / 0');
      }),
    ).rejects.toMatchObject({ code: '22012' });
    expect(tries).toBe(1);
  });
});

test('a connection that dies under the work is reported, and not handed out again', async () => {
  const dying = run(async (work) => {
    await work.begin();
    const [{ pid }] = (await work.db.query('select pg_backend_pid() as pid')) as [{ pid: number }];
    await database.dataSource.query('select pg_terminate_backend($1)', [pid]);
    await take(work, 1);
  });
  // Which of them depends on who notices first: the socket, the pool or the ORM.
  await expect(dying).rejects.toThrow(/terminat|connection|ECONNRESET|already released/i);
  expect(await beans(1)).toBe(10);
  expect(held()).toBe(0);
});
