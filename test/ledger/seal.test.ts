import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SYSTEM } from '../../src/kernel/actor';
import { currency } from '../../src/kernel/currency';
import { ownRequest } from '../../src/kernel/request';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import type { AccountRef } from '../../src/ledger/account-ref';
import type { Draft } from '../../src/ledger/draft';
import { drainLanes } from '../../src/ledger/lanes';
import { post } from '../../src/ledger/post';
import { seal } from '../../src/ledger/seal';
import { LEDGER_CHECKS, runChecks } from '../../src/ledger/verify';
import { freshDatabase, type FreshDatabase } from '../support/database';

const CNY = currency('CNY');
const books = randomUUID();
const holderId = randomUUID();
const cash: AccountRef = { kind: 'cash', holderId, about: '', normalSide: 1, floored: true };
const fund: AccountRef = { kind: 'fund', holderId, about: '', normalSide: -1, floored: true };

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await drainLanes(database.dataSource);
  await database.drop();
});

const receipt = (key: string): Draft => ({
  ...{ rule: 'receipt', request: ownRequest(key), occurredAt: new Date(), reversalOf: null },
  ...{ facts: { key } },
  legs: [
    { account: cash, asset: CNY, minor: 1n },
    { account: fund, asset: CNY, minor: -1n },
  ],
});

test('an entry whose transaction is the latest and not at its end yet is waited for', async () => {
  const { dataSource } = database;
  const inBooks = (key: string, then: () => Promise<void>, open: boolean) =>
    inUnitOfWork(dataSource, SYSTEM, async (work) => {
      if (open) await work.begin();
      expect(await post(work, books, [receipt(key)])).toMatchObject([{ outcome: 'posted' }]);
      await then();
    });
  await inBooks('stands', () => Promise.resolve(), false);
  const sealed: number[] = [];
  let sealing: Promise<unknown> = Promise.resolve();
  const whileSealing = async () => {
    sealing = seal(dataSource).then((entries) => sealed.push(entries));
    await sleep(300);
    expect(sealed).toEqual([]);
  };
  await inBooks('in flight', whileSealing, true);
  await sealing;
  expect(sealed).toEqual([2]);
  expect(await runChecks(dataSource, LEDGER_CHECKS)).toEqual([]);
});
