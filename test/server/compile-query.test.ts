import 'reflect-metadata';
import { parse } from 'graphql';
import { compileQuery } from '../../src/server/compile-query';
import { createSchema } from '../../src/server/schema';

const schema = createSchema();
const compiled = (text: string) => compileQuery(schema, parse(text));

test.each([
  '{ cities(first: 3) { edges { node { id name } } } }',
  'query ($first: Int = 3) { cities(first: $first) { edges { cursor } } }',
  'query ($at: DateTime) { node(id: "x") { ... on Product { price(at: $at) } } }',
  '{ me { inbox { edges { node { __typename } } } } }',
  '{ __schema { types { name } } }',
])('%s is compiled', (text) => {
  expect(compiled(text)).toEqual(expect.any(Function));
});

test.each([
  ['mutations', 'mutation { __typename }'],
  ['directives', 'query ($a: Boolean!) { me { __typename @skip(if: $a) } }'],
  [
    'moments by default',
    'query ($at: DateTime = "2026-01-01T00:00:00Z") { node(id: "x") { ... on Product { price(at: $at) } } }',
  ],
  ['an alias that would be a prototype', '{ __proto__: me { __typename } }'],
  ['strings that would be run', '{ community(slug: "__MAGIC_DATE__ and more") { name } }'],
  ['the same in pieces', '{ community(slug: "\\u005f_MAGIC_NAN") { name } }'],
  ['the same as a block', '{ community(slug: """__MAGIC_NAN""") { name } }'],
])('%s are not', (_, text) => {
  expect(compiled(text)).toBeNull();
});
