import { randomUUID } from 'node:crypto';
import { currency } from '../../src/kernel/currency';
import { SYSTEM } from '../../src/kernel/actor';
import { ownRequest } from '../../src/kernel/request';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { accountId, type AccountRef } from '../../src/ledger/account-ref';
import type { Outcome } from '../../src/ledger/batch';
import type { Draft } from '../../src/ledger/draft';
import { post } from '../../src/ledger/post';
import { accountsById } from '../../src/ledger/account.reader';
import { seal } from '../../src/ledger/seal';
import { LEDGER_CHECKS, runChecks } from '../../src/ledger/verify';
import { freshDatabase, type FreshDatabase } from '../support/database';

const CNY = currency('CNY');
const books = randomUUID();
const holder = randomUUID();
const cash: AccountRef = {
  kind: 'cash',
  holderId: holder,
  about: '',
  normalSide: 1,
  floored: true,
};
const fund: AccountRef = {
  kind: 'fund',
  holderId: holder,
  about: '',
  normalSide: -1,
  floored: true,
};

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** A receipt of so much (negative: a payment), under its own key. */
function receipt(key: string, minor: bigint, more: Partial<Draft> = {}): Draft {
  const legs = [
    { account: cash, asset: CNY, minor },
    { account: fund, asset: CNY, minor: -minor },
  ];
  const draft = { rule: 'test', facts: { key }, occurredAt: new Date(), reversalOf: null, legs };
  return { ...draft, request: ownRequest(key), ...more };
}

const posted = (...drafts: Draft[]): Promise<Outcome[]> =>
  inUnitOfWork(database.dataSource, SYSTEM, (work) => post(work, books, drafts));

async function balance(ref: AccountRef): Promise<bigint | undefined> {
  const ids = [accountId(books, ref, CNY.id)];
  return (await accountsById(database.dataSource.manager, books, ids))[0]?.balance;
}

test('a batch is accepted or refused entry by entry, and a refused one leaves no trace', async () => {
  const outcomes = await posted(
    receipt('a', 500n),
    receipt('b', -501n),
    receipt('c', -500n),
    receipt('d', 7n),
  );
  expect(outcomes).toEqual([
    expect.objectContaining({ outcome: 'posted', entryId: expect.any(String) }),
    { outcome: 'below_limit', leg: expect.objectContaining({ account: cash }), available: 500n },
    expect.objectContaining({ outcome: 'posted', entryId: expect.any(String) }),
    expect.objectContaining({ outcome: 'posted', entryId: expect.any(String) }),
  ]);
  expect(await balance(cash)).toBe(7n);
  expect(await runChecks(database.dataSource, LEDGER_CHECKS)).toEqual([]);
});

test('the same key posts once; with another body it is refused', async () => {
  const [first] = await posted(receipt('once', 10n));
  const [again] = await posted(receipt('once', 10n));
  expect(again).toEqual({ ...first, outcome: 'repeated' });
  const other = { key: 'own/once', fingerprint: Buffer.alloc(16) };
  expect(await posted(receipt('once', 10n, { request: other }))).toEqual([
    { outcome: 'key_reused' },
  ]);
});

test('an entry is reversed at most once', async () => {
  const [original] = await posted(receipt('mistake', 30n));
  const reversalOf = original?.outcome === 'posted' ? original.entryId : null;
  const [back] = await posted(receipt('back', -30n, { reversalOf }));
  expect(back?.outcome).toBe('posted');
  const [twice] = await posted(receipt('back again', -30n, { reversalOf }));
  expect(twice).toEqual({ outcome: 'reversed_before' });
});

test('nothing posts to a closed account', async () => {
  const closed = { ...cash, about: 'closed' };
  const legs = [
    { account: closed, asset: CNY, minor: 1n },
    { account: fund, asset: CNY, minor: -1n },
  ];
  await posted(receipt('open', 1n, { legs }));
  await database.dataSource.query(`update ledger_account set closed_at = $2 where id = $1`, [
    accountId(books, closed, CNY.id),
    new Date(),
  ]);
  expect((await posted(receipt('late', 1n, { legs })))[0]?.outcome).toBe('closed');
});

test('parallel payments from one account never overdraw it', async () => {
  const own = { ...cash, about: 'parallel' };
  const pay = (minor: bigint) => [
    { account: own, asset: CNY, minor },
    { account: fund, asset: CNY, minor: -minor },
  ];
  await posted(receipt('fill', 0n, { legs: pay(10n) }));
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, i) => posted(receipt(`draw ${i}`, 0n, { legs: pay(-1n) }))),
  );
  expect(outcomes.filter(([each]) => each?.outcome === 'posted')).toHaveLength(10);
  expect(await balance(own)).toBe(0n);
  expect(await runChecks(database.dataSource, LEDGER_CHECKS)).toEqual([]);
});

test('what is posted can be neither changed nor removed, and must balance', async () => {
  const { dataSource } = database;
  await expect(dataSource.query(`update ledger_leg set amount = 1`)).rejects.toThrow('append-only');
  await expect(dataSource.query(`delete from ledger_entry`)).rejects.toThrow('append-only');
  await expect(dataSource.query(`truncate ledger_leg`)).rejects.toThrow('append-only');
  await expect(
    dataSource.query(
      `insert into ledger_leg select community_id, account_id, seq + 1000, entry_id, 99, asset_id,
         5, debits, credits, recorded_at from ledger_leg limit 1`,
    ),
  ).rejects.toThrow('does not balance');
});

test('a draft that does not balance is our own mistake and reaches no database', async () => {
  const legs = [
    { account: cash, asset: CNY, minor: 2n },
    { account: fund, asset: CNY, minor: -1n },
  ];
  await expect(posted(receipt('lopsided', 0n, { legs }))).rejects.toThrow('does not balance');
});

test('sealing covers every entry once, and a tampered entry is found', async () => {
  const { dataSource } = database;
  const [{ count }] = await dataSource.query(`select count(*)::int as count from ledger_entry`);
  expect(await seal(dataSource)).toBe(count);
  expect(await seal(dataSource)).toBe(0);
  await posted(receipt('after the seal', 3n));
  expect(await seal(dataSource)).toBe(1);
  expect(await runChecks(dataSource, LEDGER_CHECKS)).toEqual([]);
  await dataSource.query('alter table ledger_entry disable trigger ledger_entry_stays');
  await dataSource.query(`update ledger_entry set facts = '{"key":"forged"}' where key = 'own/a'`);
  await dataSource.query('alter table ledger_entry enable trigger ledger_entry_stays');
  const findings = await runChecks(dataSource, LEDGER_CHECKS);
  expect(findings.map(({ check }) => check)).toEqual(['blocks']);
});
