import { parse, validate } from 'graphql';
import { boundedCost, DEEPEST, MOST_ROOTS } from '../../src/api/query-cost';
import { createSchema } from '../../src/server/schema';

const schema = createSchema();

/** What the rule says of an operation: nothing, where it is within bounds. */
function saidOf(query: string): string[] {
  return validate(schema, parse(query), [boundedCost]).map(({ message }) => message);
}

const deep = (levels: number): string => (levels === 0 ? 'name' : `parent { ${deep(levels - 1)} }`);
const pages = (first: number, inside: string) =>
  `places(first: ${first}) { edges { node { ${inside} } } }`;

test.each([
  ['a screen of a list', `{ cities(first: 100) { edges { node { id name kind } } } }`],
  ['lists in a list', `{ cities { edges { node { ${pages(20, 'id name')} } } } }`],
  ['as deep as may be', `{ community(slug: "x") { ${deep(DEEPEST - 2)} } }`],
  ['introspection', '{ __schema { types { name fields { name } } } }'],
])('%s is within bounds', (_, query) => {
  expect(saidOf(query)).toEqual([]);
});

const roots = (many: number) =>
  Array.from({ length: many }, (_, i) => `a${i}: __typename`).join(' ');

test.each([
  [
    'lists in lists in lists',
    `{ cities(first: 100) { edges { node { ${pages(100, pages(100, 'id'))} } } } }`,
  ],
  [
    'a list as long as a variable says',
    `query ($n: Int!) { cities(first: $n) { edges { node { ${pages(100, pages(10, 'id'))} } } } }`,
  ],
  [
    'a list in a fragment',
    `{ cities(first: 100) { edges { node { ...a } } } }
    fragment a on Place { ${pages(100, '...b')} } fragment b on Place { ${pages(100, 'id')} }`,
  ],
  ['endless nesting', `{ community(slug: "x") { ${deep(DEEPEST)} } }`],
  ['very many aliases', `{ ${roots(MOST_ROOTS + 1)} }`],
  ['the same in a fragment', `{ ...a } fragment a on Query { ${roots(MOST_ROOTS + 1)} }`],
])('%s is refused before anything is read', (_, query) => {
  expect(saidOf(query)).toEqual([expect.stringContaining('asks for too much')]);
});

test('fragments that spread each other are counted once, not for ever', () => {
  const doubling = Array.from(
    { length: 40 },
    (_, i) => `fragment f${i} on Place { a: parent { ...f${i + 1} } b: parent { ...f${i + 1} } }`,
  ).join('\n');
  const query = `{ community(slug: "x") { ...f0 } } ${doubling} fragment f40 on Place { name }`;
  expect(saidOf(query)).toEqual([expect.stringContaining('asks for too much')]);
  const circle = '{ community(slug: "x") { ...a } } fragment a on Place { parent { ...a } }';
  expect(saidOf(circle)).toEqual([]);
});
