import { ENTRY, month, newTown, told, type Town } from './open-books';

let town: Town;
beforeAll(async () => {
  town = await newTown();
}, 120_000);
afterAll(() => town.database.drop());

interface Edge {
  readonly cursor: string;
  readonly node: { readonly reference: string; readonly item: string; readonly day: string };
}

const entries = async (args: string): Promise<Edge[]> => {
  const asked = `entries(${args}) { edges { cursor node { ${ENTRY} } } }`;
  const { book, codes } = await told(town, 'yongle', asked);
  expect(codes).toEqual([]);
  return book.entries.edges;
};

test('a cursor tells no more of an entry than the list does: no id, and so no hour', async () => {
  const edges = await entries('first: 100');
  expect(edges.length).toBeGreaterThan(5);
  for (const { cursor, node } of edges) {
    const said: string[] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    expect(said.slice(0, 2)).toEqual([node.day, node.reference]);
    // An id begins with the millisecond in which it was made; the pool is named anyway.
    expect(said.filter((part) => /^[0-9a-f]{8}-/.test(part))).toEqual(
      [town.welfare.id].concat(town.publicFund.id).filter((id) => said.includes(id)),
    );
  }
});

test('one by one each entry comes once, also of those of one day', async () => {
  const all = await entries('first: 100');
  const days = new Set(all.map(({ node }) => node.day));
  expect(days.size).toBeLessThan(all.length);
  const seen: Edge[] = [];
  for (let after = ''; ;) {
    const [next, ...none] = await entries(`first: 1${after && `, after: "${after}"`}`);
    expect(none).toEqual([]);
    if (!next) break;
    seen.push(next);
    after = next.cursor;
  }
  expect(seen).toEqual(all);
});

test('a cursor that names no entry stands at the end of its day', async () => {
  const key = [`${month()}-01`, '0123456789ab', 'gifts', town.welfare.id];
  const after = Buffer.from(JSON.stringify(key)).toString('base64url');
  const all = await entries('first: 100');
  expect(await entries(`first: 100, after: "${after}"`)).toEqual(
    all.filter(({ node }) => node.day <= key[0]!),
  );
});
