import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { buildSchema, GraphQLEnumType, graphql } from 'graphql';
import { registerEnumType } from 'type-graphql';
import type { Context } from '../../src/api/context';
import { DayScalar } from '../../src/api/day.graphql';
import { describeInputs } from '../../src/api/describe-inputs';
import { toMoney } from '../../src/api/money.graphql';
import { cityNode, giveGlobalIds, readNode, tenantNode } from '../../src/api/node.graphql';
import { amount } from '../../src/kernel/amount';
import { currency } from '../../src/kernel/currency';
import { toGlobalId } from '../../src/kernel/global-id';
import { createSchema } from '../../src/server/schema';

const context = {} as Context;
const community = randomUUID();
const id = randomUUID();

describe('node(id)', () => {
  const asked: unknown[] = [];
  beforeAll(() => {
    tenantNode('TestJar', (_context, ref) => Promise.resolve((asked.push(ref), { ...ref })));
    cityNode('TestCup', (_context, ref) => Promise.resolve((asked.push(ref), { id: ref })));
    cityNode('TestNothing', () => Promise.resolve(null));
  });

  test('reads the row in its community, and knows its type', async () => {
    const row = await readNode(context, toGlobalId('TestJar', community, id));
    expect(asked).toEqual([{ communityId: community, id }]);
    expect(row).toMatchObject({ __typename: 'TestJar', communityId: community, id });
  });

  test.each([
    ["a community's type without a community", toGlobalId('TestJar', null, id)],
    ['a city-wide type with one', toGlobalId('TestCup', community, id)],
    ['a type that nobody registered', toGlobalId('TestPlate', null, id)],
    ['a row that is gone', toGlobalId('TestNothing', null, id)],
    ['garbage', 'garbage'],
    ['a type of every object', toGlobalId('constructor', null, id)],
  ])('%s is null, and asks nobody', async (_what, globalId) => {
    const before = asked.length;
    expect(await readNode(context, globalId)).toBeNull();
    expect(asked).toHaveLength(before);
  });

  test('every node type of the schema can be found by its id', async () => {
    const schema = createSchema();
    const nodes = schema.getPossibleTypes(schema.getType('Node') as never).map(({ name }) => name);
    expect(nodes.length).toBeGreaterThan(3);
    // A registered type asks the database (there is none here, so it fails); others are null.
    const unregistered: string[] = [];
    for (const name of nodes)
      for (const books of [null, community])
        await readNode({} as Context, toGlobalId(name, books, id)).then(
          () => unregistered.push(`${name} ${books ? 'tenant' : 'city'}`),
          () => undefined,
        );
    // Each is found in exactly one of the two ways.
    const names = unregistered.map((each) => each.split(' ')[0]);
    expect(names.sort()).toEqual([...nodes].sort());
  });
});

test('a node gives its global id, from its type, its community and its row', async () => {
  const schema = giveGlobalIds(
    buildSchema(`
      interface Node { id: ID! }
      type Jar implements Node { id: ID! }
      type Plain { id: ID! }
      type Query { jar: Jar plain: Plain }`),
  );
  const rootValue = { jar: { id, communityId: community }, plain: { id: 'as it is' } };
  const { data } = await graphql({ schema, source: '{ jar { id } plain { id } }', rootValue });
  expect(data).toEqual({
    jar: { id: toGlobalId('Jar', community, id) },
    plain: { id: 'as it is' },
  });
});

test("a mutation's input says what its type says, unless it says more", () => {
  const schema = describeInputs(
    buildSchema(`
      "What to do." input DoInput { x: Int }
      type Query { x: Int }
      type Mutation { one(input: DoInput!): Int two("Twice." input: DoInput!): Int }`),
  );
  const { one, two } = schema.getMutationType()!.getFields();
  expect([one!.args[0]!.description, two!.args[0]!.description]).toEqual(['What to do.', 'Twice.']);
});

test('an enum has the values of its rows under names in capitals, each with its meaning', () => {
  expect(registerEnumType).toBeDefined();
  const kinds = createSchema().getType('PlaceKind') as GraphQLEnumType;
  const city = kinds.getValues().find(({ name }) => name === 'CITY');
  expect(city).toMatchObject({ value: 'city', description: 'A city (市).' });
});

test('money is written as a decimal, its currency and its minor units', () => {
  expect(toMoney(amount(currency('CNY'), 8800))).toEqual({
    amount: '88.00',
    currency: 'CNY',
    minor: '8800',
  });
});

test.each(['2026-02-30', '2026-2-3', '', '22.11.2026', 20261122, null, true])(
  'a Date is a day of the calendar, not %j',
  (value) => {
    expect(() => DayScalar.parseValue(value)).toThrow(TypeError);
    expect(DayScalar.parseValue('2026-11-22')).toBe('2026-11-22');
  },
);
