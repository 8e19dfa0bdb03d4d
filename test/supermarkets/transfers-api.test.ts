import { graphql, type ExecutionResult } from 'graphql';
import { Context } from '../../src/api/context';
import type { Actor } from '../../src/kernel/actor';
import { createSchema } from '../../src/server/schema';
import type { Lot } from '../../src/supermarkets/lot.reader';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { countQueries, JOINED } from '../support/queries';
import { booksAreRight, key, newProduct, receive, type Shop } from './shop';
import { inBoth, lotId, newShops, type OtherShop } from './stores';

const schema = createSchema();
let shop: Shop;
let other: OtherShop;
let rice: ProductRow;
let lot: Lot;
beforeAll(async () => {
  ({ shop, other } = await newShops());
  [rice] = await inBoth(shop, other, 'Rice', '6901234567892');
  lot = await receive(shop, rice, 40, { donorName: 'Grandma Xu' });
});
afterAll(async () => {
  await booksAreRight(shop);
  await shop.database.drop();
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Answer = ExecutionResult<any>;

async function ask(
  source: string,
  variableValues: Record<string, unknown>,
  actor: Actor,
  language: 'en' | 'zh-CN' = 'en',
): Promise<Answer> {
  const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
  const contextValue = new Context(shop.dataSource, actor, language, session);
  return await graphql({ schema, source, variableValues, contextValue });
}

const mutation = (name: string) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${name}(input: $input) {
    transfer { id state blind from { name } to { name } difference endReason
      lines { pieces arrived product { name } lot { id } arrivedLot { id stock source } } }
    userErrors { code message path ... on LotShort { available } } } }`;
};
async function act(name: string, input: object, actor: Actor, language?: 'zh-CN') {
  const answer = await ask(
    mutation(name),
    { input: { idempotencyKey: key(), ...input } },
    actor,
    language,
  );
  expect(answer.errors).toBeUndefined();
  return answer.data[name];
}
const send = (quantity: number, more: object = {}, language?: 'zh-CN') =>
  act(
    'sendGoods',
    {
      ...{ fromStoreId: shop.storeId, toStoreId: other.storeId },
      ...{ lines: [{ lotId: lotId(lot), quantity }], ...more },
    },
    shop.home.storekeeper.actor,
    language,
  );

const INCOMING = `query ($id: ID!, $first: Int) { node(id: $id) { ... on Store {
  transfersIn(first: $first) { edges { node { id state sentBy { name }
    lines { pieces arrived product { name } lot { expiresOn } } } } pageInfo { hasNextPage } } } } }`;
const incoming = (actor: Actor, first = 10) => ask(INCOMING, { id: other.storeId, first }, actor);

test('a blind transfer hides what was sent from those who count it, until they have', async () => {
  const { transfer } = await send(6, { blind: true });
  expect(transfer).toMatchObject({
    ...{ state: 'SENT', blind: true, from: { name: 'Yongle Store' } },
    lines: [{ pieces: 6, arrived: null, arrivedLot: null, product: { name: 'Rice' } }],
  });
  const seen = (await incoming(other.at.clerk.actor)).data.node.transfersIn.edges[0].node;
  expect(seen).toMatchObject({ id: transfer.id, state: 'SENT', sentBy: { name: /.+/ } } as never);
  expect(seen.lines).toMatchObject([{ pieces: null, arrived: null }]);
  const books = (await incoming(shop.world.officer.actor)).data.node.transfersIn.edges[0].node;
  expect(books.lines).toMatchObject([{ pieces: 6 }]);
  const counted = await act(
    'receiveTransfer',
    { transferId: transfer.id, lines: [{ lotId: lotId(lot), pieces: 5 }] },
    other.at.clerk.actor,
  );
  expect(counted.userErrors).toEqual([]);
  expect(counted.transfer).toMatchObject({
    state: 'RECEIVED',
    lines: [{ pieces: 6, arrived: 5, arrivedLot: { stock: 5, source: 'DONATED' } }],
  });
  // Who gave them is told to the staff where they are now, and to no staff of elsewhere.
  const donor = `query ($id: ID!) { node(id: $id) { ... on Lot { donorName } } }`;
  const { id } = counted.transfer.lines[0].arrivedLot;
  const told = await ask(donor, { id }, other.at.clerk.actor);
  expect(told.data.node.donorName).toBe('Grandma Xu');
  const untold = await ask(donor, { id }, shop.home.clerk.actor);
  expect(untold.data.node.donorName).toBeNull();
  const settled = await act(
    'settleTransferDifference',
    { transferId: transfer.id, difference: 'LOST', reason: 'The crate was open' },
    shop.home.treasurer.actor,
  );
  expect(settled.transfer).toMatchObject({ state: 'SETTLED', difference: 'LOST' });
});

const TRACE = `query ($id: ID!) { node(id: $id) { ... on Lot { source
  sent(first: 10) { edges { node { pieces arrivedLot { id fromLot { id } transfer { state }
    store { name } } } } }
  fromLot { id } followed { pieces stage } } } }`;

test('a lot tells where it went and where it came from, to those who may know', async () => {
  const { data } = await ask(TRACE, { id: lotId(lot) }, shop.home.clerk.actor);
  const [{ node }] = data.node.sent.edges;
  expect(node).toMatchObject({
    pieces: 6,
    arrivedLot: {
      fromLot: { id: lotId(lot) },
      store: { name: 'Heping Store' },
    },
  });
  expect(data.node.followed).toEqual(
    expect.arrayContaining([
      { pieces: 1, stage: 'WRITTEN_OFF' },
      { pieces: 39, stage: 'ON_SHELF' },
    ]),
  );
  const stranger = await ask(TRACE, { id: lotId(lot) }, shop.world.outsider.actor);
  expect(stranger.data.node.sent).toBeNull();
  expect(stranger.data.node.fromLot).toBeNull();
});

test('a refusal says what is left and which field to change, in both languages', async () => {
  const short = await send(1000);
  expect(short).toMatchObject({
    transfer: null,
    userErrors: [{ code: 'LOT_SHORT', path: ['lines', '0', 'quantity'], available: 34 }],
  });
  expect((await send(1000, {}, 'zh-CN')).userErrors[0].message).toBe('该批次只剩 34 件。');
  const same = await send(1, { toStoreId: shop.storeId });
  expect(same.userErrors).toMatchObject([{ code: 'SAME_STORE', path: ['toStoreId'] }]);
  const garbage = await act(
    'cancelTransfer',
    { transferId: 'garbage', reason: 'No' },
    shop.home.storekeeper.actor,
  );
  expect(garbage.userErrors).toMatchObject([{ code: 'ID_UNKNOWN', path: ['transferId'] }]);
  const { transfer } = await send(1);
  const silent = await act(
    'cancelTransfer',
    { transferId: transfer.id, reason: '   ' },
    shop.home.storekeeper.actor,
  );
  expect(silent.userErrors).toMatchObject([{ code: 'TEXT_LENGTH', path: ['reason'] }]);
  const back = await act(
    'cancelTransfer',
    { transferId: transfer.id, reason: 'It rains' },
    other.at.storekeeper.actor,
  );
  expect(back.transfer).toMatchObject({ state: 'CANCELLED', endReason: 'It rains' });
});

test('a list of transfers costs the same statements, however long it is', async () => {
  for (let i = 0; i < 6; i += 1) {
    const product = await newProduct(shop, { name: `Tin ${i}`, price: 1 });
    const tins = await receive(shop, product, 3);
    const lines = [
      { lotId: lotId(lot), quantity: 1 },
      { lotId: lotId(tins), quantity: 1, asProductId: await theirTin(i) },
    ];
    expect((await send(0, { lines })).userErrors).toEqual([]);
  }
  const few = await countQueries(shop.dataSource, () => incoming(other.at.clerk.actor, 1));
  const many = await countQueries(shop.dataSource, () => incoming(other.at.clerk.actor, 6));
  expect(many.result.data.node.transfersIn.edges).toHaveLength(6);
  expect(many.result.data.node.transfersIn.pageInfo.hasNextPage).toBe(true);
  expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
  const leader = await incoming(other.at.leader.actor);
  expect(leader.errors).toMatchObject([{ message: 'FORBIDDEN' }]);
  expect(leader.data.node).toBeNull();
});

/** A product of the other community, made to receive one of home's. */
async function theirTin(i: number): Promise<string> {
  const source = `mutation ($input: AddProductInput!) { addProduct(input: $input) {
    product { id } userErrors { code } } }`;
  const input = { communityId: other.at.place.globalId, name: `Tin ${i}`, unit: 'tin', price: 1 };
  const { data } = await ask(source, { input }, shop.world.officer.actor);
  return data.addProduct.product.id;
}
