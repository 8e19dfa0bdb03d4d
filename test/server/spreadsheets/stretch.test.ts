import {
  GraphQLID,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type GraphQLFieldConfig,
} from 'graphql';
import { contextOf } from '../../architecture/living';
import { STRANGER } from '../../../src/kernel/actor';
import { listRows } from '../../../src/server/spreadsheets/list-rows';
import type { List } from '../../../src/server/spreadsheets/list';
import { LISTS } from '../../../src/server/spreadsheets/lists';
import { readStretch } from '../../../src/server/spreadsheets/stretch';

const ZONE = 'Asia/Shanghai';
const journal: List = {
  ...{ of: 'Place', field: 'journal', node: 'occurredAt recordedAt', time: LISTS.journal?.time },
  columns: [{ heading: 'x', path: 'node.occurredAt', as: 'text' }],
};

/** Ten days, newest first, one a page; what is recorded on a day happened on the one before. */
function books() {
  const read: string[] = [];
  const text = { type: GraphQLString };
  const thing = (name: string, fields: Record<string, GraphQLFieldConfig<unknown, unknown>>) =>
    new GraphQLObjectType({ name, fields });
  const entry = thing('Entry', { occurredAt: text, recordedAt: text });
  const edge = thing('Edge', { node: { type: entry } });
  const pageInfo = thing('PageInfo', { hasNextPage: text, endCursor: text });
  const page = thing('Page', {
    pageInfo: { type: pageInfo },
    edges: { type: new GraphQLList(edge) },
  });
  const node = new GraphQLInterfaceType({ name: 'Node', fields: { id: text } });
  const two = (day: number) => String(day).padStart(2, '0');
  const place = new GraphQLObjectType({
    name: 'Place',
    interfaces: [node],
    isTypeOf: () => true,
    fields: {
      ...{ id: text, name: text },
      journal: {
        type: page,
        args: { first: { type: GraphQLInt }, after: text },
        resolve: (_root, { after }: { after?: string }) => {
          const day = after ? Number(after) - 1 : 11;
          read.push(two(day));
          const recordedAt = `2026-03-${two(day)}T01:00:00Z`;
          const occurredAt = `2026-03-${two(day - 1)}T01:00:00Z`;
          const next = { hasNextPage: day > 2 ? 'yes' : null, endCursor: String(day) };
          return { pageInfo: next, edges: [{ node: { occurredAt, recordedAt } }] };
        },
      },
    },
  });
  const node_ = { type: node, args: { id: { type: GraphQLID } }, resolve: () => ({ id: 'x' }) };
  const query = new GraphQLObjectType({ name: 'Query', fields: { node: node_ } });
  return { read, schema: new GraphQLSchema({ query, types: [place] }) };
}

async function days(query: Record<string, string>) {
  const { schema, read } = books();
  const context = contextOf(null as never, STRANGER);
  const place = { id: '019a0000-0000-7000-8000-000000000000', timeZone: ZONE } as never;
  const found: string[] = [];
  for await (const rows of listRows(
    schema,
    context,
    journal,
    place,
    readStretch(journal, query, ZONE),
  ))
    for (const [cell] of rows) found.push(String(cell).slice(8, 10));
  return { found, read };
}

test('a list in the order of time is read no further than its stretch', async () => {
  expect((await days({})).read).toHaveLength(10);
  const { found, read } = await days({ from: '2026-03-06', until: '2026-03-08' });
  expect(found).toEqual(['07', '06']);
  // From the newest to the first page on which nothing can be of the stretch.
  expect(read).toEqual(['11', '10', '09', '08', '07', '06', '05']);
});

test('a day begins when the community’s clock says so', () => {
  const stretch = readStretch(journal, { from: '2026-03-06', until: '2026-03-07' }, ZONE);
  expect(new Date(stretch!.from).toISOString()).toBe('2026-03-05T16:00:00.000Z');
  expect(new Date(stretch!.until).toISOString()).toBe('2026-03-06T16:00:00.000Z');
});
