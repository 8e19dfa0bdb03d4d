import { randomUUID } from 'node:crypto';
import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { account } from '../../src/bookkeeping/chart';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { createSchema } from '../../src/server/schema';
import type { Exchange } from '../../src/supermarkets/exchange.reader';
import { issueStatements } from '../../src/supermarkets/issue-statements';
import { linesOfStatement } from '../../src/supermarkets/operator-statement.reader';
import type { OperatorStatementRow } from '../../src/supermarkets/operator-statement.entity';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { voidExchange } from '../../src/supermarkets/void-exchange';
import { countQueries, JOINED } from '../support/queries';
import {
  balance,
  basketOf,
  booksAreRight,
  CNY,
  entries,
  exchange,
  fillWallet,
  key,
  newProduct,
  newShop,
  pooled,
  receive,
  residentOf,
  run,
  type Shop,
} from './shop';
import { accept, answer, check, decide, dispute, figures, issue, pay } from './statements';

let shop: Shop;
let figs: ProductRow;
let nuts: ProductRow;
const cost = (amount: string) => ({ amount, currency: 'CNY' as const });
beforeAll(async () => {
  shop = await newShop();
  figs = await newProduct(shop, { name: 'Figs', price: 1 });
  nuts = await newProduct(shop, { name: 'Nuts', price: 1 });
  await receive(shop, figs, 2000, { source: 'OPERATOR_OWNED', unitCost: cost('1.25') });
  await receive(shop, nuts, 2000, { source: 'OPERATOR_OWNED', unitCost: cost('3.00') });
  await fillWallet(shop, residentOf(shop, 3).id, 5000);
});
afterEach(() => booksAreRight(shop));
afterAll(() => shop.database.drop());

/** The tests have a month each, long ago. */
let year = 2019;
let monthsUsed = 0;
const newMonth = () => {
  monthsUsed += 1;
  if (monthsUsed > 12) [year, monthsUsed] = [year - 1, 1];
  return `${year}-${String(monthsUsed).padStart(2, '0')}`;
};
const take = (month: string, product = figs, quantity = 1) => {
  const at = new Date(`${month}-15T10:00:00+08:00`);
  const basket = basketOf(shop, residentOf(shop, 3), product, quantity);
  return exchange(shop, { ...basket, occurredAt: at }, undefined, at);
};
const undo = ({ communityId, id }: Exchange) =>
  run(shop, shop.home.storekeeper.actor, (work) =>
    voidExchange(work, {
      idempotencyKey: key(),
      exchangeId: toGlobalId('Exchange', communityId, id),
      reason: 'A slip',
    }),
  );
const linesOf = async ({ communityId, id }: OperatorStatementRow) =>
  (await linesOfStatement.read(shop.dataSource.manager, communityId, [id])).map(
    ({ productId, unitCost, pieces, voided, amount }) => ({
      name: productId === figs.id ? 'Figs' : 'Nuts',
      ...{ unitCost: Number(unitCost), pieces, voided, amount: Number(amount) },
    }),
  );

test('a month is stated line by line, checked, and paid exactly', async () => {
  const month = newMonth();
  await take(month, figs, 3);
  await take(month, nuts, 2);
  await undo(await take(month, figs, 4));
  const stated = await issue(shop, month);
  expect(stated).toMatchObject({ month, part: 1, total: '975', checkedAt: null });
  expect(await linesOf(stated)).toEqual([
    { name: 'Figs', unitCost: 125, pieces: 7, voided: 4, amount: 375 },
    { name: 'Nuts', unitCost: 300, pieces: 2, voided: 0, amount: 600 },
  ]);
  await expect(pay(shop, month)).rejects.toMatchObject({
    code: 'NOTHING_CHECKED',
    path: ['month'],
  });
  await expect(issue(shop, month)).rejects.toMatchObject({ code: 'NOTHING_TO_STATE' });
  expect(await check(shop, stated)).toMatchObject({ checkedBy: shop.home.secretary.id });
  const paid = await pay(shop, month);
  expect(paid).toMatchObject({ amount: { minor: 975n }, statementIds: [stated.id] });
  await expect(pay(shop, month)).rejects.toMatchObject({ code: 'NOTHING_OWED' });
  expect(await figures(shop, month)).toEqual({
    ...{ exchanged: 975, unchecked: 0, disputed: 0, reduced: 0, paid: 975, payable: 0 },
  });
});

test('what comes late or is voided stands in the next statement of the month, once', async () => {
  const month = newMonth();
  const first = await take(month, figs, 4);
  const stated = await issue(shop, month);
  await undo(first);
  await take(month, figs, 2);
  await check(shop, stated);
  // What was voided is not paid, and what came late is not paid before it is checked.
  expect(await figures(shop, month)).toMatchObject({ exchanged: 250, unchecked: -250, payable: 0 });
  const late = await issue(shop, month);
  expect(late).toMatchObject({ part: 2, number: stated.number + 1, total: '-250' });
  expect(await linesOf(late)).toEqual([
    { name: 'Figs', unitCost: 125, pieces: 2, voided: 4, amount: -250 },
  ]);
  await check(shop, late);
  expect((await pay(shop, month)).amount.minor).toBe(250n);
  expect(await linesOf(stated)).toMatchObject([{ pieces: 4, voided: 0 }]);
});

test('later statements of a month are checked after the earlier ones', async () => {
  const month = newMonth();
  await take(month);
  const one = await issue(shop, month);
  await take(month);
  const two = await issue(shop, month);
  await expect(check(shop, two)).rejects.toMatchObject({
    code: 'EARLIER_UNCHECKED',
    facts: { number: one.number },
  });
  await check(shop, one);
  expect((await pay(shop, month)).amount.minor).toBe(125n);
  await check(shop, two);
  expect((await pay(shop, month)).statementIds).toEqual([two.id]);
});

test('the undisputed part is paid at once, the disputed one after its decision', async () => {
  const month = newMonth();
  await take(month, figs, 10);
  await take(month, nuts, 2);
  const before = await pooled(shop);
  const stated = await issue(shop, month);
  const ofFigs = await dispute(shop, stated, { line: 1, pieces: 4 });
  const ofNuts = await dispute(shop, stated, { line: 2, amount: cost('1.50') });
  expect([ofFigs.amount, ofNuts.amount]).toEqual(['500', '150']);
  await check(shop, stated);
  expect((await pay(shop, month)).amount.minor).toBe(1200n);
  await expect(pay(shop, month)).rejects.toMatchObject({ code: 'NOTHING_CHECKED' });
  await expect(decide(shop, ofFigs)).rejects.toMatchObject({ code: 'DISPUTE_UNANSWERED' });
  expect(await answer(shop, ofNuts, { answer: 'accept' })).toMatchObject({ state: 'reduced' });
  expect(await pooled(shop)).toBe(before + 150);
  await answer(shop, ofFigs);
  await expect(answer(shop, ofFigs, { answer: 'accept' })).rejects.toMatchObject({
    code: 'DISPUTE_ANSWERED',
  });
  expect(await decide(shop, ofFigs, { decision: 'keep' })).toMatchObject({ state: 'kept' });
  expect((await pay(shop, month)).amount.minor).toBe(500n);
  expect(await figures(shop, month)).toEqual({
    ...{ exchanged: 1850, unchecked: 0, disputed: 0, reduced: 150, paid: 1700, payable: 0 },
  });
  for (const late of [() => answer(shop, ofFigs), () => decide(shop, ofNuts)])
    await expect(late()).rejects.toMatchObject({ code: 'DISPUTE_OVER', path: ['disputeId'] });
});

test('a dispute that the board grants goes back to the pool, once whatever is repeated', async () => {
  const month = newMonth();
  await take(month, figs, 8);
  const before = await pooled(shop);
  const stated = await issue(shop, month);
  const once = { idempotencyKey: key(), pieces: 2 };
  const raised = await Promise.all([1, 2, 3].map(() => dispute(shop, stated, once)));
  expect(new Set(raised.map(({ id }) => id)).size).toBe(1);
  await expect(dispute(shop, stated, { ...once, pieces: 3 })).rejects.toMatchObject({
    code: 'KEY_REUSED',
  });
  await answer(shop, raised[0]!);
  await answer(shop, raised[0]!);
  const had = await entries(shop);
  const way = { idempotencyKey: key() };
  const tries = await Promise.all([1, 2, 3].map(() => decide(shop, raised[0]!, way)));
  expect(tries.every(({ state }) => state === 'reduced')).toBe(true);
  expect(await entries(shop)).toBe(had + 1);
  expect(await pooled(shop)).toBe(before + 250);
  // In dispute before the statement was checked, and over as well.
  expect(await figures(shop, month)).toMatchObject({ reduced: 250, payable: 0 });
  await check(shop, stated);
  expect((await pay(shop, month)).amount.minor).toBe(750n);
});

test('nobody checks what they issued, pays what they checked, or decides what they raised', async () => {
  const month = newMonth();
  const { home } = shop;
  await take(month, figs, 4);
  const both: Actor = {
    ...home.secretary.actor,
    standings: [...home.secretary.actor.standings, ...home.storekeeper.actor.standings],
  };
  const stated = await issue(shop, month, undefined, both);
  const code = 'SECOND_PERSON_NEEDED';
  for (const act of [() => check(shop, stated, both), () => dispute(shop, stated)])
    await expect(act()).rejects.toMatchObject({ code, path: ['statementId'] });
  const raised = await dispute(shop, stated, {}, home.chair.actor);
  await answer(shop, raised);
  await expect(decide(shop, raised)).rejects.toMatchObject({ code, path: ['disputeId'] });
  await decide(shop, raised, {}, home.boardMembers[0].actor);
  await check(shop, stated, home.chair.actor);
  const payer: Actor = {
    ...home.chair.actor,
    standings: [...home.chair.actor.standings, ...home.treasurer.actor.standings],
  };
  await expect(pay(shop, month, key(), payer)).rejects.toMatchObject({ code: 'PAID_BY_CHECKER' });
  await pay(shop, month);
});

test('a paid exchange cannot be voided, and what is in dispute does not cover it', async () => {
  const month = newMonth();
  const [paid, other] = [await take(month, figs, 4), await take(month, nuts, 4)];
  const stated = await issue(shop, month);
  const raised = await dispute(shop, stated, { line: 2, pieces: 4 });
  await check(shop, stated);
  await pay(shop, month);
  for (const each of [paid, other])
    await expect(undo(each)).rejects.toMatchObject({
      code: 'OPERATOR_SETTLED',
      path: ['exchangeId'],
    });
  await answer(shop, raised, { answer: 'accept' });
});

test('what was voided since is not taken from the operator a second time', async () => {
  const month = newMonth();
  const gone = await take(month, figs, 4);
  const one = await take(month, figs, 2);
  await take(month, nuts, 4);
  const stated = await issue(shop, month);
  const raised = await dispute(shop, stated, { line: 1, pieces: 4 });
  await undo(one);
  await answer(shop, raised);
  await undo(gone);
  const refused = { code: 'DISPUTED_VOIDED', facts: { left: '0.00' }, path: ['disputeId'] };
  await expect(decide(shop, raised)).rejects.toMatchObject(refused);
  expect(await decide(shop, raised, { decision: 'keep' })).toMatchObject({ state: 'kept' });
  await check(shop, stated);
  await check(shop, await issue(shop, month));
  // The nuts, and nothing less.
  expect((await pay(shop, month)).amount.minor).toBe(1200n);
});

test('of what is left of a disputed line, the operator may give up as much', async () => {
  const month = newMonth();
  const gone = await take(month, figs, 4);
  await take(month, figs, 4);
  const stated = await issue(shop, month);
  const raised = await dispute(shop, stated, { line: 1, pieces: 4 });
  await undo(gone);
  expect(await answer(shop, raised, { answer: 'accept' })).toMatchObject({ state: 'reduced' });
  const next = newMonth();
  const late = await take(next, figs, 4);
  await take(next, nuts, 2);
  const further = await dispute(shop, await issue(shop, next), { line: 1, pieces: 2 });
  await undo(late);
  await expect(answer(shop, further, { answer: 'accept' })).rejects.toMatchObject({
    code: 'DISPUTED_VOIDED',
  });
});

test('of what was voided since, nothing is left to dispute', async () => {
  const month = newMonth();
  const gone = await take(month, figs, 4);
  const stated = await issue(shop, month);
  await undo(gone);
  await expect(dispute(shop, stated, { pieces: 4 })).rejects.toMatchObject({
    code: 'LESS_IS_OWED',
    facts: { available: '0.00', required: '5.00' },
    path: ['line'],
  });
  await check(shop, stated);
  await check(shop, await issue(shop, month));
  const rows = await shop.dataSource.query(
    `select settled_at is not null as settled from operator_statement where month = $1`,
    [month],
  );
  expect(rows).toEqual([{ settled: true }, { settled: true }]);
});

test('two issues at once state a month once; a check or a dispute comes first, never both', async () => {
  const month = newMonth();
  await take(month, figs, 4);
  const tries = await Promise.allSettled([1, 2, 3, 4].map(() => issue(shop, month)));
  const done = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  expect(done).toHaveLength(1);
  for (const each of tries)
    if (each.status === 'rejected') expect(each.reason.code).toBe('NOTHING_TO_STATE');
  const [checked, disputed] = await Promise.allSettled([
    check(shop, done[0]!),
    dispute(shop, done[0]!, { pieces: 1 }, shop.home.chair.actor),
  ]);
  expect(checked.status).toBe('fulfilled');
  if (disputed.status === 'rejected') expect(disputed.reason.code).toBe('STATEMENT_CHECKED');
  const { amount } = await pay(shop, month);
  expect(amount.minor).toBe(disputed.status === 'fulfilled' ? 375n : 500n);
});

test('voids and exchanges against issues: each stands in one statement', async () => {
  const month = newMonth();
  const taken = await Promise.all(Array.from({ length: 8 }, () => take(month, figs, 2)));
  await Promise.allSettled([
    ...taken.slice(0, 5).map((each) => undo(each)),
    ...[1, 2, 3].map(() => issue(shop, month)),
    ...Array.from({ length: 4 }, () => take(month, figs, 1)),
  ]);
  await issue(shop, month).catch(({ code }: { code: string }) =>
    expect(code).toBe('NOTHING_TO_STATE'),
  );
  const rows: OperatorStatementRow[] = await shop.dataSource.query(
    `select community_id "communityId", id, total from operator_statement
     where month = $1 order by part`,
    [month],
  );
  expect(rows.reduce((sum, { total }) => sum + Number(total), 0)).toBe(3 * 250 + 4 * 125);
  for (const row of rows) await check(shop, row);
  expect((await pay(shop, month)).amount.minor).toBe(1250n);
});

test('two payments at once pay what was checked, and leave what was not', async () => {
  const month = newMonth();
  await take(month, figs, 4);
  await accept(shop, month);
  await take(month, figs, 8);
  const bank = () => balance(shop, account('bank', shop.home.foundation.id), CNY.id);
  const before = await bank();
  const tries = await Promise.allSettled([1, 2, 3, 4, 5].map(() => pay(shop, month)));
  const refused = tries.filter((each) => each.status === 'rejected').map((each) => each.reason);
  expect(refused.map(({ code }) => code)).toEqual(Array(4).fill('NOTHING_CHECKED'));
  expect(before - (await bank())).toBe(500);
});

test('nobody else may', async () => {
  const month = newMonth();
  await take(month, figs, 4);
  const { home, world } = shop;
  for (const { actor } of [home.clerk, home.treasurer, world.officer, world.other.storekeeper])
    await expect(issue(shop, month, undefined, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const stated = await issue(shop, month);
  for (const { actor } of [home.treasurer, home.storekeeper, home.boardMembers[0], world.officer])
    for (const act of [() => check(shop, stated, actor), () => dispute(shop, stated, {}, actor)])
      await expect(act()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const raised = await dispute(shop, stated);
  for (const { actor } of [home.clerk, home.secretary, world.other.storekeeper])
    await expect(answer(shop, raised, {}, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  for (const { actor } of [home.treasurer, home.storekeeper, world.other.chair])
    await expect(decide(shop, raised, {}, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  for (const act of [() => check(shop, stated, STRANGER), () => decide(shop, raised, {}, STRANGER)])
    await expect(act()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('what cannot be disputed is refused', async () => {
  const month = newMonth();
  await take(month, figs, 4);
  const stated = await issue(shop, month);
  const cases: [string, string, Parameters<typeof dispute>[2]][] = [
    ['LINE_UNKNOWN', 'line', { line: 2 }],
    ['LINE_UNKNOWN', 'line', { line: 0 }],
    ['PIECES_OR_AMOUNT', 'pieces', { pieces: null }],
    ['PIECES_OR_AMOUNT', 'amount', { pieces: 1, amount: cost('1.00') }],
    ['DISPUTE_RANGE', 'pieces', { pieces: 5 }],
    ['DISPUTE_RANGE', 'pieces', { pieces: 0 }],
    ['DISPUTE_RANGE', 'amount', { amount: cost('5.01') }],
    ['TEXT_LENGTH', 'reason', { reason: ' ' }],
    ['KEY_UNUSABLE', 'idempotencyKey', { idempotencyKey: 'x' }],
    ['ID_UNKNOWN', 'statementId', { statementId: 'x' }],
    [
      'ID_UNKNOWN',
      'statementId',
      { statementId: toGlobalId('OperatorStatement', shop.home.id, randomUUID()) },
    ],
  ];
  for (const [code, field, more] of cases)
    await expect(dispute(shop, stated, more)).rejects.toMatchObject({ code, path: [field] });
  await dispute(shop, stated, { pieces: 4 });
  await expect(dispute(shop, stated)).rejects.toMatchObject({ code: 'LINE_DISPUTED_BEFORE' });
  await check(shop, stated);
  const chair = shop.home.chair.actor;
  await expect(check(shop, stated, chair)).rejects.toMatchObject({ code: 'STATEMENT_CHECKED' });
  await expect(dispute(shop, stated, {}, chair)).rejects.toMatchObject({
    code: 'STATEMENT_CHECKED',
  });
});

test('what nobody issued is issued by itself, three days after the month', async () => {
  const month = '2024-06';
  await take(month, figs, 4);
  const at = (text: string) => new Date(`${text}+08:00`);
  const found = () =>
    shop.dataSource.query('select total, issued_by from operator_statement where month = $1', [
      month,
    ]);
  await issueStatements(shop.dataSource, at('2024-07-03T23:59:59'));
  expect(await found()).toEqual([]);
  await Promise.all([1, 2].map(() => issueStatements(shop.dataSource, at('2024-07-04T00:00:00'))));
  expect(await found()).toEqual([{ total: '500', issued_by: null }]);
  await take(month, figs, 1);
  await issueStatements(shop.dataSource, at('2024-07-06T23:00:00'));
  expect(await found()).toHaveLength(1);
  await issueStatements(shop.dataSource, at('2024-07-08T00:00:00'));
  expect(await found()).toHaveLength(2);
});

const schema = createSchema();
const SEEN = `query ($id: ID!, $first: Int, $month: String!) { node(id: $id) { ... on Store {
  operatorMonth(month: $month) { exchanged { amount } payable { amount } paid { amount } }
  operatorStatements(first: $first) { edges { node { number state total { amount }
    issuedBy { name } checkedBy { name } lines { line pieces voided product { name }
      unitCost { amount } amount { amount } dispute { state amount { amount } reason } } } }
    pageInfo { hasNextPage } } } } }`;

test('readers of costs see statements; a page costs a few statements of SQL', async () => {
  const month = newMonth();
  await take(month, figs, 4);
  const stated = await issue(shop, month);
  await dispute(shop, stated, { pieces: 1 });
  const ask = async (first: number, actor = shop.home.treasurer.actor) => {
    const cookie = { set: () => {}, clear: () => {} };
    const session = { tokenHash: null, cookie, address: '' };
    const contextValue = new Context(shop.dataSource, actor, 'en', session);
    const variableValues = { id: shop.storeId, first, month };
    const { data } = await graphql({ schema, source: SEEN, variableValues, contextValue });
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    return (data as any)?.node;
  };
  const seen = await ask(2, shop.home.clerk.actor);
  expect(seen.operatorMonth).toMatchObject({ exchanged: { amount: '5.00' } });
  expect(seen.operatorStatements.pageInfo.hasNextPage).toBe(true);
  const few = await countQueries(shop.dataSource, () => ask(2));
  const many = await countQueries(shop.dataSource, () => ask(12));
  expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
  expect(await ask(1, shop.home.leader.actor)).toEqual({
    ...{ operatorMonth: null, operatorStatements: null },
  });
});
