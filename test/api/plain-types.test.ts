import 'reflect-metadata';
import { isAbstractType, type GraphQLAbstractType, type GraphQLObjectType } from 'graphql';
import { createSchema } from '../../src/server/schema';

const schema = createSchema();

/** What a type says of an object, at once or not. */
const told = (name: string, value: object): unknown =>
  (schema.getType(name) as GraphQLAbstractType).resolveType!(value, {}, {} as never, {} as never);

test.each([
  ['Node', { __typename: 'Pool' }, 'Pool'],
  ['UserError', { code: 'OUT_OF_STOCK' }, 'OutOfStock'],
  ['UserError', { code: 'ID_UNKNOWN' }, 'Refused'],
  ['InboxItem', { kind: 'application' }, 'ApplicationToReview'],
  ['InboxItem', { kind: 'tranche' }, 'TrancheToCheck'],
])('which %s an object is, is told at once: %j', (name, value, type) => {
  expect(told(name, value)).toBe(type);
});

test('no interface or union is left that makes a promise of it', () => {
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  expect(abstract.length).toBeGreaterThan(2);
  for (const { name } of abstract) expect(told(name, { code: 'X' })).not.toBeInstanceOf(Promise);
});

test('a plain field for whoever was given the object has no function in between', () => {
  const { amount, minor } = (schema.getType('Money') as GraphQLObjectType).getFields();
  expect([amount?.resolve, minor?.resolve]).toEqual([undefined, undefined]);
});
