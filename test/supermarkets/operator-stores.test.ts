import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { STRANGER } from '../../src/kernel/actor';
import { createSchema } from '../../src/server/schema';
import { countQueries } from '../support/queries';
import { newShop, openShop, type Shop } from './shop';

const schema = createSchema();
const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };

const STORES = `query ($one: ID!, $other: ID!, $first: Int!, $after: String) {
  one: node(id: $one) { ...Stores }
  other: node(id: $other) { ...Stores }
}
fragment Stores on Organisation {
  stores(first: $first, after: $after) {
    edges { node { name } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Stores {
  readonly stores: {
    readonly edges: readonly { readonly node: { readonly name: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

let shop: Shop;
beforeAll(async () => {
  shop = await newShop();
  const { dataSource, world, home } = shop;
  const run = (operator: typeof home.operator) => ({ ...world.other, operator });
  await openShop(dataSource, world, run(home.operator), 'HP1');
  await openShop(dataSource, world, world.other, 'HP2');
});
afterAll(() => shop.database.drop());

async function ask(first: number, after: string | null = null) {
  const context = new Context(shop.dataSource, STRANGER, 'en', session);
  const { data, errors } = await graphql({
    ...{ schema, source: STORES, contextValue: context },
    variableValues: {
      ...{ one: shop.home.operator.globalId, other: shop.world.other.operator.globalId },
      ...{ first, after },
    },
  });
  expect(errors).toBeUndefined();
  return data as unknown as { one: Stores; other: Stores };
}

const namesOf = ({ stores }: Stores) => stores.edges.map(({ node }) => node.name);

test('an operator’s stores are told, in whichever community they are', async () => {
  const home = `${shop.home.place.name} Store`;
  const elsewhere = `${shop.world.other.place.name} Store`;
  const { one, other } = await ask(10);
  expect(namesOf(one)).toEqual([home, elsewhere]);
  expect(namesOf(other)).toEqual([elsewhere]);

  const first = (await ask(1)).one;
  expect(namesOf(first)).toEqual([home]);
  const next = (await ask(1, first.stores.pageInfo.endCursor)).one;
  expect(namesOf(next)).toEqual([elsewhere]);
  expect(next.stores.pageInfo.hasNextPage).toBe(false);
});

test('the stores of many operators are read in one statement', async () => {
  const { statements } = await countQueries(shop.dataSource, () => ask(10));
  expect(statements.filter((text) => text.includes('from store'))).toHaveLength(1);
});
