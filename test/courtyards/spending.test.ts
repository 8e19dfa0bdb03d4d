import { randomUUID } from 'node:crypto';
import { accountsById } from '../../src/ledger/account.reader';
import { accountId } from '../../src/ledger/account-ref';
import { account } from '../../src/bookkeeping/chart';
import { declineSpending } from '../../src/courtyards/decline-spending';
import type { GrantSpendingRow } from '../../src/courtyards/grant-spending.entity';
import { reverseSpending } from '../../src/courtyards/reverse-spending';
import { returnUnspent } from '../../src/grants/return-unspent';
import { currency } from '../../src/kernel/currency';
import { readGlobalId, toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { connectStore } from '../../src/attachments/object-store';
import { CHECKS } from '../../src/server/checks';
import { MemoryStore, upload } from '../attachments/stage';
import { pdf } from '../attachments/files';
import { yuan } from '../grants/board';
import { confirm, day, ending, newYard, run, spend, spendingId, TODAY, type Yard } from './yard';

let yard: Yard;
beforeEach(async () => {
  yard = await newYard();
});
afterEach(async () => {
  expect(await runChecks(yard.database.dataSource, CHECKS)).toEqual([]);
  await yard.database.drop();
});

const home = () => yard.world.home;

/** What of the grant is not accounted for, and what is, in fen. */
async function figures(): Promise<[bigint, bigint]> {
  const { dataSource } = yard.database;
  const { communityId, id } = readGlobalId(yard.grantId)!;
  const [{ pool }] = await dataSource.query(
    'select pool_id as pool from pool_grant where id = $1',
    [id],
  );
  const read = async (kind: 'grantExpense' | 'grantAccountedFor') => {
    const key = accountId(communityId!, account(kind, pool, id), currency('CNY').id);
    const [found] = await accountsById(dataSource.manager, communityId!, [key]);
    return found?.balance ?? 0n;
  };
  return [await read('grantExpense'), await read('grantAccountedFor')];
}

const reverse = (spending: GrantSpendingRow, key: string = randomUUID()) =>
  run(
    yard,
    (work) =>
      reverseSpending(work, {
        ...{ idempotencyKey: key, spendingId: spendingId(spending), reason: 'Another shop.' },
      }),
    home().leader.actor,
  );

test('what a second person confirmed is accounted for, and what it came back is owed again', async () => {
  const spent = await spend(yard, 24_000);
  expect(await figures()).toEqual([50_000n, 0n]);
  expect(await ending(confirm(yard, spent, home().leader.actor))).toBe(
    'SECOND_PERSON_NEEDED spendingId',
  );
  expect(await ending(confirm(yard, spent, home().treasurer.actor))).toBe('FORBIDDEN');
  expect(await ending(reverse(spent))).toBe('SPENDING_NOT_CONFIRMED spendingId');
  const key = randomUUID();
  const confirmed = await confirm(yard, spent, home().members[0].actor, key);
  expect(confirmed.state).toBe('confirmed');
  expect(await figures()).toEqual([26_000n, 24_000n]);
  expect((await confirm(yard, spent, home().members[0].actor, key)).entryId).toBe(
    confirmed.entryId,
  );
  expect(await ending(confirm(yard, spent))).toBe('SPENDING_DECIDED spendingId');
  expect((await reverse(spent)).state).toBe('reversed');
  expect(await figures()).toEqual([50_000n, 0n]);
  expect(await ending(reverse(spent))).toBe('SPENDING_NOT_CONFIRMED spendingId');
});

test('all that was paid may be spent to the last fen, and no fen more', async () => {
  expect(await ending(spend(yard, 50_001))).toBe('EXPENSE_SHORT amount');
  const all = await spend(yard, 50_000);
  const another = await spend(yard, 1);
  await confirm(yard, all);
  expect(await ending(confirm(yard, another))).toBe('EXPENSE_SHORT spendingId');
  expect(await ending(spend(yard, 1))).toBe('EXPENSE_SHORT amount');
  await yard.pays(1);
  expect((await confirm(yard, another)).state).toBe('confirmed');
  expect(await figures()).toEqual([29_999n, 50_001n]);
});

test('what is accounted for cannot be given back as unspent', async () => {
  await confirm(yard, await spend(yard, 45_000));
  const back = (minor: number) =>
    ending(
      run(
        yard,
        (work) =>
          returnUnspent(work, {
            ...{ idempotencyKey: randomUUID(), grantId: yard.grantId, amount: yuan(minor) },
          }),
        home().treasurer.actor,
      ),
    );
  expect(await back(5001)).toBe('EXPENSE_SHORT amount');
  expect(await back(5000)).toBe('done');
  expect(await ending(spend(yard, 1))).toBe('EXPENSE_SHORT amount');
});

test('of two who confirm two halves too many at once, one is told that it is too much', async () => {
  const both = [await spend(yard, 30_000), await spend(yard, 30_000)];
  const said = await Promise.all(both.map((each) => ending(confirm(yard, each))));
  expect(said.sort()).toEqual(['EXPENSE_SHORT spendingId', 'done']);
  expect(await figures()).toEqual([20_000n, 30_000n]);
});

test('a request that comes twice is recorded once; another under its key is refused', async () => {
  const idempotencyKey = randomUUID();
  const [one, two] = await Promise.all([
    spend(yard, 100, { idempotencyKey }),
    spend(yard, 100, { idempotencyKey }),
  ]);
  expect(two.id).toBe(one.id);
  expect(await ending(spend(yard, 200, { idempotencyKey }))).toBe('KEY_REUSED idempotencyKey');
});

test('who recorded it may take it back before it is confirmed, and then it counts for nothing', async () => {
  const spent = await spend(yard, 100);
  const decline = (actor = home().leader.actor) =>
    ending(
      run(
        yard,
        (work) => declineSpending(work, { spendingId: spendingId(spent), reason: 'Twice.' }),
        actor,
      ),
    );
  expect(await decline(yard.world.other.leader.actor)).toBe('FORBIDDEN');
  expect(await decline()).toBe('done');
  expect(await decline()).toBe('SPENDING_DECIDED spendingId');
  expect(await ending(confirm(yard, spent))).toBe('SPENDING_DECIDED spendingId');
  expect(await figures()).toEqual([50_000n, 0n]);
});

test('what is not of the organisation, of the day or of the grant is refused', async () => {
  const nobody = toGlobalId('Grant', home().id, randomUUID());
  expect(await ending(spend(yard, 1, {}, home().members[0].actor))).toBe('FORBIDDEN');
  expect(await ending(spend(yard, 1, {}, yard.world.other.leader.actor))).toBe('FORBIDDEN');
  expect(await ending(spend(yard, 1, { grantId: nobody }))).toBe('ID_UNKNOWN grantId');
  expect(await ending(spend(yard, 1, { spentOn: day(1) }))).toBe('DAY_FUTURE spentOn');
  expect(await ending(spend(yard, 1, { spentOn: TODAY }))).toBe('done');
  expect(await ending(spend(yard, 0))).toBe('AMOUNT_NOT_POSITIVE amount amount');
  expect(await ending(spend(yard, 1, { purpose: ' ' }))).toBe('TEXT_LENGTH purpose');
});

test('a receipt is attached once, and only by who uploaded it', async () => {
  const { dataSource } = yard.database;
  connectStore(dataSource, new MemoryStore());
  const file = await upload(dataSource, home().leader.actor, home(), pdf('timber'));
  const theirs = await upload(dataSource, home().cadre.actor, home(), pdf('not mine'));
  const idOf = ({ communityId, id }: typeof file) => toGlobalId('Attachment', communityId, id);
  expect(await ending(spend(yard, 1, { receiptId: idOf(theirs) }))).toBe('ID_UNKNOWN receiptId');
  expect(await ending(spend(yard, 1, { receiptId: idOf(file) }))).toBe('done');
  expect(await ending(spend(yard, 1, { receiptId: idOf(file) }))).toBe(
    'ATTACHMENT_TAKEN receiptId',
  );
});
