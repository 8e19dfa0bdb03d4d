import type { Actor } from '../../src/kernel/actor';
import { seal } from '../../src/ledger/seal';
import { rolling } from '../../src/reports/rolling';
import { countQueries, JOINED } from '../support/queries';
import {
  basketOf,
  exchange,
  fillWallet,
  newProduct,
  newShop,
  receive,
  residentOf,
} from '../supermarkets/shop';
import type { Shop } from '../supermarkets/shop';
import { ask as askAs, type Answer } from './ask';

let shop: Shop;
beforeAll(async () => {
  shop = await newShop();
  const rice = await newProduct(shop, { price: 2, name: 'Rice 5 kg' });
  await receive(shop, rice, 30);
  await fillWallet(shop, residentOf(shop, 0).id, 100);
  for (let times = 0; times < 3; times += 1)
    await exchange(shop, basketOf(shop, residentOf(shop, 0), rice, 1));
});
afterAll(() => shop.database.drop());

const ENTRY = `id number rule title says key recordedBy { displayName } recordedByName sealed
  facts { name value } block { number hash previousHash entries }
  legs { debit credit assetName account { name title } asset { code } }`;
const NAMED = `query ($id: ID!, $name: String!) { node(id: $id) { ... on Place {
  entryNamed(name: $name) { ${ENTRY} } } } }`;
const NEWEST = `query ($id: ID!, $first: Int!) { node(id: $id) { ... on Place {
  journal(first: $first) { edges { node { ${ENTRY} } } } } } }`;

const ask = (query: string, more: object, actor: Actor = shop.world.auditor.actor) =>
  askAs(shop.database, actor, query, { id: shop.home.place.globalId, ...more });

async function newest(): Promise<Answer> {
  const { data, codes } = await ask(NEWEST, { first: 1 });
  expect(codes).toEqual([]);
  return data.node.journal.edges[0].node;
}

test('an entry tells all that an auditor asks of it; its block once it is sealed', async () => {
  const before = await newest();
  expect(before).toMatchObject({ sealed: false, block: null, title: 'Goods exchanged' });
  await seal(shop.dataSource, rolling(shop.dataSource));
  const entry = await newest();
  expect(entry).toMatchObject({
    ...{ rule: 'goodsExchanged', recordedByName: 'Clerk Wei', sealed: true },
    recordedBy: { displayName: 'C**' },
    key: expect.stringMatching(/^client\//),
    block: {
      number: 1,
      previousHash: '0'.repeat(64),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  });
  expect(entry.block.entries).toBeGreaterThan(3);
  expect(entry.facts.length).toBeGreaterThan(0);
  expect(entry.facts.every(({ value }: Answer) => typeof value === 'string')).toBe(true);
});

test('accounts are called as in a textbook, and residents stand under the end of their id', async () => {
  const { legs } = await newest();
  const names = legs.map(({ account }: Answer) => account.name as string);
  expect(names).toContain('Lot · Rice 5 kg');
  expect(legs.map(({ assetName }: Answer) => assetName as string)).toContain('Rice 5 kg');
  const wallet = names.find((name: string) => name.startsWith('Wallet'));
  expect(wallet).toMatch(/^Wallet · .*…[0-9a-f]{6}/);
  expect(JSON.stringify(names)).not.toContain(residentOf(shop, 0).name);
});

test('an entry is found by what stands on paper, in its own books', async () => {
  const entry = await newest();
  const names = [
    entry.number,
    ` ${entry.number.toUpperCase()} `,
    entry.number.slice(-12),
    entry.id,
  ];
  for (const name of [...names, entry.key, entry.key.slice('client/'.length)]) {
    const { data } = await ask(NAMED, { name });
    expect([name, data.node.entryNamed?.id]).toEqual([name, entry.id]);
  }
  for (const name of ['', 'x', 'a'.repeat(300), '0'.repeat(12), `a\0b`]) {
    const { data, codes } = await ask(NAMED, { name });
    expect([codes, data.node.entryNamed]).toEqual([[], null]);
  }
  const id = shop.world.other.place.globalId;
  expect((await ask(NAMED, { id, name: entry.number })).data.node.entryNamed).toBeNull();
});

test('whoever recorded it is named to auditors and officers alone', async () => {
  const { data, codes } = await ask(NEWEST, { first: 1 }, shop.home.treasurer.actor);
  expect(codes).toEqual(['FORBIDDEN']);
  const { node } = data.node.journal.edges[0];
  expect(node.recordedByName).toBeNull();
  expect(node.block.number).toBe(1);
});

test('many entries are told in as many statements as one', async () => {
  const count = async (first: number) => {
    const { statements } = await countQueries(shop.dataSource, () => ask(NEWEST, { first }));
    return statements.length;
  };
  await count(3);
  expect((await count(3)) - (await count(1))).toBeLessThanOrEqual(JOINED);
});
