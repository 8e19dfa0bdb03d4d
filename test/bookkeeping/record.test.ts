import { randomUUID } from 'node:crypto';
import { account } from '../../src/bookkeeping/chart';
import { draft, record, recordedBefore, reverse } from '../../src/bookkeeping/record';
import { credit, debit, type Rule } from '../../src/bookkeeping/rule';
import { GRANTS } from '../../src/bookkeeping/rules/grants';
import { STRANGER, SYSTEM } from '../../src/kernel/actor';
import { amount, type Amount } from '../../src/kernel/amount';
import { currency } from '../../src/kernel/currency';
import { Refusal } from '../../src/kernel/refusal';
import { ownRequest, request } from '../../src/kernel/request';
import { inUnitOfWork, type UnitOfWork } from '../../src/kernel/unit-of-work';
import { accountsOfHolders } from '../../src/ledger/account.reader';
import { entriesById, type Entry } from '../../src/ledger/entry.reader';
import type { Draft } from '../../src/ledger/draft';
import { LEDGER_CHECKS, runChecks } from '../../src/ledger/verify';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries } from '../support/queries';

const CNY = currency('CNY');
const yuan = (whole: number): Amount => amount(CNY, whole * 100);
const books = randomUUID();

let database: FreshDatabase;
let poolId: string;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(() => {
  poolId = randomUUID();
});
afterAll(async () => {
  expect(await runChecks(database.dataSource, LEDGER_CHECKS)).toEqual([]);
  await database.drop();
});

const run = <T>(command: (work: UnitOfWork) => Promise<T>, now?: Date) =>
  inUnitOfWork(database.dataSource, SYSTEM, command, now);

/** The refusal that an act comes to; fails where there is none. */
async function refused(act: Promise<unknown>): Promise<Refusal> {
  const outcome = await act.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(outcome instanceof Refusal)) throw new Error(`Not refused: ${String(outcome)}`);
  return outcome;
}

/** A rule of the test's own: a gift into a pool. */
const given: Rule<{ poolId: string; amount: Amount }> = {
  name: 'given',
  says: 'Someone gives to a pool.',
  example: { poolId: 'pool', amount: yuan(1) },
  post: (facts) => [
    debit(account('bank', books), facts.amount),
    credit(account('poolAvailable', facts.poolId), facts.amount),
  ],
};

const gift = (whole: number, key: string = randomUUID(), occurredAt = new Date()): Draft =>
  draft(given, { poolId, amount: yuan(whole) }, { request: ownRequest(key), occurredAt });

const award = (whole: number, grantId: string = randomUUID()): Draft =>
  draft(
    GRANTS.grantAwarded,
    { poolId, grantId, amount: yuan(whole) },
    { request: ownRequest(`award/${grantId}`), occurredAt: new Date() },
  );

async function available(): Promise<bigint> {
  const accounts = await accountsOfHolders(database.dataSource.manager, books, [poolId]);
  return accounts.find(({ kind }) => kind === 'poolAvailable')?.balance ?? 0n;
}

async function entry(id: string): Promise<Entry> {
  const [found] = await entriesById(database.dataSource.manager, books, [id]);
  if (!found) throw new Error(`No entry ${id}`);
  return found;
}

describe('recording', () => {
  test('writes the rule, its facts as plain data, the actor, and when', async () => {
    const occurredAt = new Date('2026-03-01T01:00:00Z');
    const [recorded] = await run((work) => record(work, books, gift(5, 'first', occurredAt)));
    expect(recorded!.repeated).toBe(false);
    expect(await entry(recorded!.entryId)).toMatchObject({
      rule: 'given',
      key: 'own/first',
      facts: { poolId, amount: { asset: 'CNY', minor: '500' } },
      actorId: null,
      occurredAt,
      reversalOf: null,
    });
    expect(await available()).toBe(500n);
  });

  test('is one round trip', async () => {
    const { statements } = await countQueries(database.dataSource, () =>
      run((work) => record(work, books, gift(5), gift(6))),
    );
    expect(statements).toHaveLength(1);
    expect(await available()).toBe(1100n);
  });

  test('a repeat is the same entry, and adds nothing', async () => {
    const [first] = await run((work) => record(work, books, gift(5, 'twice')));
    const [again] = await run((work) => record(work, books, gift(5, 'twice')));
    expect(again).toEqual({ ...first, repeated: true });
    expect(await available()).toBe(500n);
  });

  test('the same key for something else is KEY_REUSED', async () => {
    const body = { idempotencyKey: 'till-3/000417', whole: 1 };
    const asked = (whole: number) => {
      const input = { ...body, whole };
      const how = { request: request('give', input), occurredAt: new Date() };
      return draft(given, { poolId, amount: yuan(whole) }, how);
    };
    await run((work) => record(work, books, asked(1)));
    expect(await refused(run((work) => record(work, books, asked(2))))).toMatchObject({
      code: 'KEY_REUSED',
      path: ['idempotencyKey'],
    });
    expect(await available()).toBe(100n);
  });

  test('exactly all may be taken; one fen more is refused, with what there is and what it takes', async () => {
    await run((work) => record(work, books, gift(8)));
    const grantId = randomUUID();
    const tooMuch = draft(
      GRANTS.grantAwarded,
      { poolId, grantId, amount: amount(CNY, 801) },
      { request: ownRequest(`award/${grantId}`), occurredAt: new Date() },
    );
    expect(await refused(run((work) => record(work, books, tooMuch)))).toMatchObject({
      code: 'POOL_SHORT',
      facts: {
        available: '8.00',
        required: '8.01',
        availableMinor: 800n,
        requiredMinor: 801n,
        holderId: poolId,
        about: '',
        asset: CNY,
      },
    });
    expect(await available()).toBe(800n);
    await run((work) => record(work, books, award(8)));
    expect(await available()).toBe(0n);
  });

  test('in a transaction, one refused entry takes all with it', async () => {
    await run((work) => record(work, books, gift(8)));
    const both = run(async (work) => {
      await work.begin();
      await record(work, books, gift(1), award(10));
    });
    expect((await refused(both)).code).toBe('POOL_SHORT');
    expect(await available()).toBe(800n);
  });

  test('entries of one call stand or fall together, also without a transaction', async () => {
    const both = run((work) => record(work, books, gift(1), award(10)));
    expect((await refused(both)).code).toBe('POOL_SHORT');
    expect(await available()).toBe(0n);
  });

  test('what has not happened yet is refused, but a clock may run ahead by five minutes', async () => {
    const now = new Date();
    const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
    const giving = (seconds: number) =>
      run((work) => record(work, books, gift(1, randomUUID(), at(seconds))), now);
    await giving(300);
    expect(await refused(giving(301))).toMatchObject({
      code: 'OCCURRED_IN_FUTURE',
      path: ['occurredAt'],
    });
    expect(await available()).toBe(100n);
  });

  test('nothing is recorded on a closed account', async () => {
    await run((work) => record(work, books, gift(1)));
    await database.dataSource.query(
      'update ledger_account set closed_at = $2 where holder_id = $1',
      [poolId, new Date()],
    );
    expect(await refused(run((work) => record(work, books, gift(1))))).toMatchObject({
      code: 'ACCOUNT_CLOSED',
      facts: { account: 'Pool available' },
    });
  });

  test('the acting person stands in the entry', async () => {
    const personId = randomUUID();
    const actor = { ...STRANGER, kind: 'person', personId } as const;
    const [recorded] = await inUnitOfWork(database.dataSource, actor, (work) =>
      record(work, books, gift(1)),
    );
    expect((await entry(recorded!.entryId)).actorId).toBe(personId);
  });
});

describe('what was recorded before', () => {
  const input = (key: string) => ({ idempotencyKey: key, poolId });

  test('is found by its request, and in its own books only', async () => {
    const asked = request('give', input('key-one-1'));
    const made = draft(
      given,
      { poolId, amount: yuan(1) },
      { request: asked, occurredAt: new Date() },
    );
    expect(await run((work) => recordedBefore(work, books, asked))).toBeNull();
    const [recorded] = await run((work) => record(work, books, made));
    const before = await run((work) => recordedBefore(work, books, asked));
    expect(before?.id).toBe(recorded!.entryId);
    expect(await run((work) => recordedBefore(work, randomUUID(), asked))).toBeNull();
  });

  test('under another body is KEY_REUSED', async () => {
    const asked = request('give', input('key-two-2'));
    const made = draft(
      given,
      { poolId, amount: yuan(1) },
      { request: asked, occurredAt: new Date() },
    );
    await run((work) => record(work, books, made));
    const other = request('give', { ...input('key-two-2'), amount: 2 } as never);
    const looking = run((work) => recordedBefore(work, books, other));
    expect((await refused(looking)).code).toBe('KEY_REUSED');
  });
});

describe('reversing', () => {
  const how = (key: string) => ({
    request: ownRequest(key),
    occurredAt: new Date(),
    reason: 'typed 500 for 5',
  });

  test('posts the mirror image once, with its reason', async () => {
    const [recorded] = await run((work) => record(work, books, gift(5)));
    const original = await entry(recorded!.entryId);
    const back = await run((work) => reverse(work, original, how(`void/${original.id}`)));
    expect(await entry(back.entryId)).toMatchObject({
      rule: 'reversal',
      reversalOf: original.id,
      facts: { reason: 'typed 500 for 5', rule: 'given' },
    });
    expect(await available()).toBe(0n);
    const again = run((work) => reverse(work, original, how(`void again/${original.id}`)));
    expect((await refused(again)).code).toBe('REVERSED_BEFORE');
    const repeated = await run((work) => reverse(work, original, how(`void/${original.id}`)));
    expect(repeated).toEqual({ ...back, repeated: true });
    expect(await available()).toBe(0n);
  });

  test('two at once: one is posted', async () => {
    const [recorded] = await run((work) => record(work, books, gift(5)));
    const original = await entry(recorded!.entryId);
    const both = await Promise.allSettled(
      ['a', 'b'].map((who) =>
        run((work) => reverse(work, original, how(`void by ${who}/${original.id}`))),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await available()).toBe(0n);
  });

  test('what was used meanwhile cannot be taken back, and the refusal speaks in yuan', async () => {
    const [recorded] = await run((work) => record(work, books, gift(5)));
    await run((work) => record(work, books, award(3)));
    const original = await entry(recorded!.entryId);
    const taking = run((work) => reverse(work, original, how(`void/${original.id}`)));
    expect(await refused(taking)).toMatchObject({
      code: 'POOL_SHORT',
      facts: { available: '2.00', required: '5.00', asset: CNY },
    });
    expect(await available()).toBe(200n);
  });
});
