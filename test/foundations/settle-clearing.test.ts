import { randomUUID } from 'node:crypto';
import { duesOf } from '../../src/foundations/due.reader';
import { settleClearing, type SettleClearing } from '../../src/foundations/settle-clearing';
import { SYSTEM, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { accountsOfHolders } from '../../src/ledger/account.reader';
import { runChecks } from '../../src/ledger/verify';
import { CHECKS } from '../../src/server/checks';
import { registerOrganisation } from '../../src/society/register-organisation';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type CommunityWorld, type Named, type World } from '../support/world';
import { cny, fund, newPool, runner } from './money';

let database: FreshDatabase;
let world: World;
let run: ReturnType<typeof runner>;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  run = runner(database.dataSource);
});
afterAll(() => database.drop());

/** A foundation comes to hold so much for another community's. */
async function owe(minor: bigint, from = world.home, to = world.other): Promise<void> {
  const { dataSource } = database;
  const [here, there] = [await newPool(dataSource, from), await newPool(dataSource, to)];
  await fund(dataSource, here, 100n, [there, minor]);
}

const party = ({ place, foundation }: CommunityWorld) => ({
  communityId: place.globalId,
  foundationId: foundation.globalId,
});
const asked = (amount: string, more: Partial<SettleClearing> = {}): SettleClearing => ({
  idempotencyKey: randomUUID(),
  payer: party(world.home),
  payee: party(world.other),
  amount: cny(amount),
  ...more,
});
const settle = (input: SettleClearing, actor: Actor = world.home.treasurer.actor) =>
  run(actor, (work) => settleClearing(work, input));

const dues = async ({ id, foundation }: CommunityWorld) =>
  (await duesOf(database.dataSource.manager, id, foundation.id)).map(
    ({ side, booksId, minor }) => [side, booksId, minor] as const,
  );
async function bank({ id, foundation }: CommunityWorld): Promise<bigint> {
  const accounts = await accountsOfHolders(database.dataSource.manager, id, [foundation.id]);
  return accounts.find(({ kind }) => kind === 'bank')?.balance ?? 0n;
}

test('what is owed is paid: exactly all of it, not a fen more', async () => {
  await owe(500n);
  expect(await dues(world.home)).toEqual([['owes', world.other.id, 500n]]);
  expect(await dues(world.other)).toEqual([['owed', world.home.id, 500n]]);
  const before = [await bank(world.home), await bank(world.other)] as const;
  await expect(settle(asked('5.01'))).rejects.toMatchObject({
    code: 'DUE_EXCEEDED',
    facts: { available: '5.00', required: '5.01' },
  });
  await settle(asked('2.00'));
  await settle(asked('3.00'));
  await expect(settle(asked('0.01'))).rejects.toMatchObject({ code: 'DUE_EXCEEDED' });
  expect(await dues(world.home)).toEqual([]);
  expect(await dues(world.other)).toEqual([]);
  expect(await bank(world.home)).toBe(before[0] - 500n);
  expect(await bank(world.other)).toBe(before[1] + 500n);
});

test('nothing is received where nothing was paid', async () => {
  await owe(100n);
  const entries = () => database.dataSource.query('select count(*) from ledger_entry');
  const before = await entries();
  await expect(settle(asked('1.01'))).rejects.toMatchObject({ code: 'DUE_EXCEEDED' });
  expect(await entries()).toEqual(before);
  await settle(asked('1.00'));
});

test('a bank that is short on one side leaves no entry on the other, whichever comes first', async () => {
  for (const [payer, payee] of [
    [world.home, world.other],
    [world.other, world.home],
  ] as const) {
    await owe(100n, payer, payee);
    const input = asked('1.00', { payer: party(payer), payee: party(payee) });
    const account = `kind = 'bank' and holder_id = '${payer.foundation.id}'`;
    const set = `update ledger_account set credits = credits`;
    const held = await bank(payer);
    await database.dataSource.query(`${set} + ${held - 99n} where ${account}`);
    const before = [await dues(payer), await dues(payee), await bank(payee)];
    await expect(settle(input, payer.treasurer.actor)).rejects.toMatchObject({
      code: 'BANK_SHORT',
      facts: { available: '0.99', required: '1.00' },
    });
    expect([await dues(payer), await dues(payee), await bank(payee)]).toEqual(before);
    await database.dataSource.query(`${set} - ${held - 99n} where ${account}`);
    await settle(input, payer.treasurer.actor);
  }
});

test('the same key 30 times at once is one payment; with another body it is refused', async () => {
  await owe(1000n);
  const input = asked('4.00');
  const answers = await Promise.all(Array.from({ length: 30 }, () => settle(input)));
  expect(new Set(answers.map((each) => `${each.paidEntryId} ${each.receivedEntryId}`)).size).toBe(
    1,
  );
  expect(await dues(world.home)).toEqual([['owes', world.other.id, 600n]]);
  await expect(settle({ ...input, amount: cny('4.01') })).rejects.toMatchObject({
    code: 'KEY_REUSED',
  });
  await settle(asked('6.00'));
});

test('many payments at once, both ways: never more than is owed, and the books hold', async () => {
  await owe(10n);
  await owe(10n, world.other, world.home);
  const back = { payer: party(world.other), payee: party(world.home) };
  const tries = await Promise.allSettled(
    Array.from({ length: 24 }, (_, i) =>
      i % 2 ? settle(asked('0.01')) : settle(asked('0.01', back), world.other.treasurer.actor),
    ),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
  expect(await dues(world.home)).toEqual([]);
  expect(await runChecks(database.dataSource, CHECKS)).toEqual([]);
});

test('two foundations in one set of books settle with each other', async () => {
  const foundation = await registered();
  const chair = { ...world.home.chair, actor: SYSTEM };
  const there = await newPool(database.dataSource, { ...world.home, foundation, chair });
  await fund(database.dataSource, await newPool(database.dataSource, world.home), 1n, [there, 7n]);
  const payee = { communityId: world.home.place.globalId, foundationId: foundation.globalId };
  expect(await dues(world.home)).toEqual([['owes', world.home.id, 7n]]);
  const input = asked('0.07', { payee });
  const settled = await settle(input);
  expect(await settle(input)).toEqual(settled);
  expect(settled.paidEntryId).not.toBe(settled.receivedEntryId);
  expect(await dues(world.home)).toEqual([]);
  expect(await bank({ ...world.home, foundation })).toBe(7n);
});

/** A second foundation of the home community. */
async function registered(): Promise<Named> {
  const placeId = world.home.place.globalId;
  const input = { kind: 'foundation', name: 'Second Foundation', placeId } as const;
  const { id, name } = await run(SYSTEM, (work) => registerOrganisation(work, input));
  return { id, name, globalId: toGlobalId('Organisation', null, id) };
}

test("only the payer's treasurer pays", async () => {
  for (const { actor } of [world.home.chair, world.home.secretary, world.other.treasurer])
    await expect(settle(asked('1.00'), actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test.each<[string, string[], () => Partial<SettleClearing>]>([
  ['SAME_PARTY', ['payee', 'foundationId'], () => ({ payee: party(world.home) })],
  [
    'ORGANISATION_KIND',
    ['payee', 'foundationId'],
    () => ({ payee: { ...party(world.other), foundationId: world.other.team.globalId } }),
  ],
  [
    'KEEPS_NO_BOOKS',
    ['payee', 'communityId'],
    () => ({ payee: { ...party(world.other), communityId: world.district.globalId } }),
  ],
  [
    'ID_UNKNOWN',
    ['payee', 'communityId'],
    () => ({ payee: { ...party(world.other), communityId: world.other.team.globalId } }),
  ],
  ['AMOUNT_NOT_POSITIVE', ['amount', 'amount'], () => ({ amount: cny('0.00') })],
  ['AMOUNT_TOO_FINE', ['amount', 'amount'], () => ({ amount: cny('0.001') })],
  ['DUE_EXCEEDED', ['amount'], () => ({ amount: { amount: '1', currency: 'JPY' as const } })],
  ['KEY_UNUSABLE', ['idempotencyKey'], () => ({ idempotencyKey: 'short' })],
  ['OCCURRED_IN_FUTURE', ['occurredAt'], () => ({ occurredAt: new Date(Date.now() + 3_600_000) })],
  ['PAID_TOO_LONG_AGO', ['occurredAt'], () => ({ occurredAt: new Date('2000-01-01') })],
])('%s at %j', async (code, path, wrong) => {
  await expect(settle(asked('1.00', wrong()))).rejects.toMatchObject({ code, path });
});
