import { STRANGER } from '../../src/kernel/actor';
import { runChecks } from '../../src/ledger/verify';
import { MONEY_CHECKS } from '../../src/reports/money.checks';
import { ask } from '../books/ask';
import { figuresOf } from '../foundations/money';
import { countQueries, JOINED } from '../support/queries';
import { BOOK, ENTRY, gift, month, newTown, sealAll, told, type Town } from './open-books';

let town: Town;
beforeAll(async () => {
  town = await newTown();
}, 120_000);
afterAll(() => town.database.drop());

const line = (item: string, minor: number, entries: number, more: object) => ({
  ...{ item, money: { minor: String(minor) }, entries },
  ...more,
});
const own = { side: 'INCOME', means: 'OWN' };
const use = { side: 'USE', means: null };

test('a stranger reads what came in by source and what it was used for', async () => {
  const { book, codes } = await told(town, 'yongle', BOOK);
  expect(codes).toEqual([]);
  expect(book).toMatchObject({ from: month(-11), until: month(1), currency: 'CNY' });
  expect(book.income).toEqual([
    line('SURPLUS', 60_000, 1, { ...own, row: 'C7', shareBasisPoints: 3492 }),
    // 88 and 50, less 20; the slip and its mirror are two entries and no money.
    line('GIFTS', 11_800, 5, { ...own, row: 'C8', shareBasisPoints: 687 }),
    line('PUBLIC_MONEY', 100_000, 1, {
      ...{ side: 'INCOME', means: 'GOVERNMENT', row: 'C2', shareBasisPoints: 5821 },
    }),
  ]);
  expect(book.uses).toEqual([
    line('GRANTS', 44_000, 2, { ...use, row: 'A5', shareBasisPoints: 10_000 }),
  ]);
  expect(book.proof).toEqual([
    line('SHOWN', 24_000, 1, { side: 'PROOF', means: null, row: 'C4', shareBasisPoints: null }),
  ]);
  expect([book.received.minor, book.used.minor]).toEqual(['171800', '44000']);
  expect(Date.now() - new Date(book.sealedUntil).getTime()).toBeLessThan(120_000);
});

test('its sums are those of the pools, as their accounts have them', async () => {
  const { book } = await told(town, 'yongle', BOOK);
  const figures = await Promise.all(
    [town.welfare, town.publicFund].map((pool) => figuresOf(town.database.dataSource, pool)),
  );
  const sum = (which: number) => figures.reduce((all, each) => all + each[which]!, 0n);
  expect(BigInt(book.received.minor)).toBe(sum(0));
  expect(BigInt(book.used.minor)).toBe(sum(3));
  expect(await runChecks(town.database.dataSource, MONEY_CHECKS)).toEqual([]);
});

test('money goes round the loop from givers to what was done', async () => {
  const { book } = await told(town, 'yongle', BOOK);
  const flow = (from: string, to: string, minor: number, entries: number) => ({
    ...{ from, to, money: { minor: String(minor) }, entries },
  });
  expect(book.flows).toEqual([
    flow('ENTERPRISES', 'POOL_WELFARE', 60_000, 1),
    flow('GIVERS', 'POOL_WELFARE', 11_800, 5),
    flow('GOVERNMENT', 'POOL_PUBLIC_FUND', 100_000, 1),
    flow('POOL_WELFARE', 'SELF_ORGANISATIONS', 44_000, 2),
    flow('SELF_ORGANISATIONS', 'SERVICES', 24_000, 1),
  ]);
});

test('self-reliance is told by month and by the year that ends with it', async () => {
  const { book } = await told(town, 'yongle', BOOK);
  const reliance = (ours: number, government: number, shareBasisPoints: number | null) => ({
    ...{ own: { minor: String(ours) }, government: { minor: String(government) } },
    shareBasisPoints,
  });
  expect(book.selfReliance).toEqual(reliance(71_800, 100_000, 4179));
  expect(book.months).toHaveLength(12);
  expect(book.months.slice(-4)).toEqual([
    {
      month: month(-3),
      inMonth: reliance(0, 100_000, 0),
      inYear: reliance(0, 100_000, 0),
      used: zero,
    },
    {
      month: month(-2),
      inMonth: reliance(68_800, 0, 10_000),
      inYear: reliance(68_800, 100_000, 4076),
      used: zero,
    },
    {
      month: month(-1),
      inMonth: reliance(0, 0, null),
      inYear: reliance(68_800, 100_000, 4076),
      used: zero,
    },
    {
      month: month(),
      inMonth: reliance(3_000, 0, 10_000),
      inYear: reliance(71_800, 100_000, 4179),
      used: { minor: '44000' },
    },
  ]);
  expect(book.notCounted).toContain('GOODS');
  const later = await told(town, 'yongle', BOOK, `(from: "${month(-1)}")`);
  expect(later.book.months[0].inYear).toEqual(reliance(68_800, 100_000, 4076));
  expect(later.book.income.map(({ item }: { item: string }) => item)).toEqual(['GIFTS']);
});
const zero = { minor: '0' };

test('each number lists the entries beneath it, the latest first, page by page', async () => {
  const entries = (args: string) => `entries(${args}) {
    edges { node { ${ENTRY} } } pageInfo { hasNextPage endCursor } }`;
  const { book } = await told(town, 'yongle', entries('items: [GIFTS], first: 2'));
  const [first] = book.entries.edges;
  expect(book.entries.pageInfo.hasNextPage).toBe(true);
  const rest = `items: [GIFTS], first: 9, after: "${book.entries.pageInfo.endCursor}"`;
  const next = (await told(town, 'yongle', entries(rest))).book.entries;
  const all = [...book.entries.edges, ...next.edges].map(({ node }: { node: Entry }) => node);
  expect(all.map(({ money }) => Number(money.minor)).sort((a, b) => a - b)).toEqual([
    -31_400, -2_000, 5_000, 8_800, 31_400,
  ]);
  expect(all.at(-1)).toMatchObject({ day: `${month(-2)}-10`, money: { minor: '8800' } });
  expect(all.filter(({ takesBack }) => takesBack)).toHaveLength(1);
  expect(first.node).toMatchObject({ item: 'GIFTS', pool: { name: 'Welfare' } });
  expect(next.pageInfo.hasNextPage).toBe(false);
});

interface Entry {
  readonly day: string;
  readonly money: { readonly minor: string };
  readonly takesBack: boolean;
}

test('an entry beneath a flow tells organisations and money account by account', async () => {
  const { book } = await told(
    town,
    'yongle',
    `surplus: entries(fromNode: ENTERPRISES) { edges { node { ${ENTRY} } } }
     grants: entries(toNode: SELF_ORGANISATIONS) { edges { node { ${ENTRY} } } }
     grant: entries(grantId: "${town.grantId}", items: [SHOWN]) { edges { node { ${ENTRY} } } }`,
  );
  expect(book.surplus.edges).toHaveLength(1);
  expect(book.surplus.edges[0].node).toMatchObject({
    ...{ day: `${month(-2)}-10`, rule: 'surplusRemitted', enterprise: { name: 'Yongle Noodles' } },
    ...{ grant: null, store: null, takesBack: false },
    says: expect.stringContaining('An enterprise pays part of its promised surplus'),
    reference: expect.stringMatching(/^[0-9a-f]{12}$/),
    lines: [
      { kind: 'bank', title: 'Bank', debit: { minor: '60000' }, credit: null },
      { kind: 'pledgeDeferred', title: 'Pledge deferred', debit: { minor: '60000' }, credit: null },
      { kind: 'poolAvailable', title: 'Pool available', debit: null, credit: { minor: '60000' } },
      {
        kind: 'pledgeReceivable',
        title: 'Pledge receivable',
        ...{ debit: null, credit: { minor: '60000' } },
      },
    ],
  });
  const rules = book.grants.edges.map(({ node }: { node: { rule: string } }) => node.rule);
  expect(rules.sort()).toEqual(['trancheDisbursed', 'unspentReturned']);
  expect(book.grant.edges[0].node).toMatchObject({
    ...{ rule: 'spendingConfirmed', grant: { title: 'Repairs for the old' } },
  });
});

test('no entry names a person or tells the hour', async () => {
  const { book } = await told(
    town,
    'yongle',
    `entries(first: 100) { edges { node { ${ENTRY} } } }`,
  );
  const text = JSON.stringify(book.entries);
  const people: { name: string; id: string }[] = await town.database.dataSource.query(
    'select name, id from person union select name, id from resident',
  );
  expect(people.length).toBeGreaterThan(20);
  expect(people.filter(({ name, id }) => text.includes(name) || text.includes(id))).toEqual([]);
  expect(text).not.toMatch(/T\d\d:\d\d|"actor|"facts/);
});

test('grants stand with what was reached, and their money', async () => {
  const { book, codes } = await told(
    town,
    'yongle',
    `grants(first: 5) { edges { node { title state grantee { name } paid { minor }
       accountedFor { minor } tranches { milestone { title acceptedAt } } } } }`,
  );
  expect(codes).toEqual([]);
  expect(book.grants.edges).toEqual([
    {
      node: {
        ...{ title: 'Repairs for the old', state: 'ACTIVE', grantee: { name: 'Yongle Menders' } },
        ...{ paid: { minor: '50000' }, accountedFor: { minor: '24000' } },
        tranches: [
          { milestone: { title: 'Milestone 1', acceptedAt: expect.any(Date) } },
          { milestone: { title: 'Milestone 2', acceptedAt: null } },
        ],
      },
    },
  ]);
});

test('another community’s money is not told, nor beneath its numbers', async () => {
  const all = `received { minor } grants { edges { node { title } } }
    entries(first: 100) { edges { node { money { minor } pool { name } } } }`;
  const { book } = await told(town, 'heping', all);
  expect(book).toEqual({
    ...{ received: { minor: '77700' }, grants: { edges: [] } },
    entries: { edges: [{ node: { money: { minor: '77700' }, pool: { name: 'Elsewhere' } } }] },
  });
  const foreign = `entries(grantId: "${town.grantId}") { edges { node { day } } }`;
  expect((await told(town, 'heping', foreign)).codes).toEqual(['OTHER_COMMUNITY']);
  const street = town.world.street.globalId;
  const asked = `query ($id: ID!) { node(id: $id) { ... on Place { openBook { used { minor } } } } }`;
  // A street without books of its own has none to open.
  expect(await ask(town.database, STRANGER, asked, { id: street })).toEqual({
    ...{ data: { node: { openBook: null } }, codes: [] },
  });
});

test('credits and people are told by months, of people as strangers are told', async () => {
  const { book } = await told(
    town,
    'yongle',
    `credits { issued { by credits } redeemed expired outstanding }
     reports { month credits { spent } households { all { count suppressed } } }`,
  );
  expect(book.credits).toMatchObject({ redeemed: 0, expired: 0, outstanding: 0 });
  expect(book.credits.issued).toHaveLength(3);
  expect(book.reports).toHaveLength(12);
  expect(book.reports[11]).toEqual({
    ...{ month: month(), credits: { spent: 0 } },
    households: { all: { count: null, suppressed: true } },
  });
});

test.each([
  ['MONTH_UNREADABLE', '(from: "2026-13")'],
  ['MONTH_UNREADABLE', '(until: "soon")'],
  ['PERIOD_EMPTY', '(from: "2026-05", until: "2026-05")'],
  ['MONTHS_TOO_MANY', '(from: "2023-01", until: "2026-02")'],
])('refuses %s: %s', async (code, args) => {
  expect((await told(town, 'yongle', 'used { minor }', args)).codes).toEqual([code]);
});

test('in another currency there is nothing of these', async () => {
  const { book } = await told(town, 'yongle', BOOK, '(currency: USD)');
  expect(book).toMatchObject({ currency: 'USD', income: [], flows: [], received: zero });
});

test('it reads no more when there is more to tell', async () => {
  const { dataSource } = town.database;
  const fields = `${BOOK} entries(first: 100) { edges { node { ${ENTRY} } } }`;
  const counted = () => countQueries(dataSource, () => told(town, 'yongle', fields));
  const before = await counted();
  expect(before.statements.length).toBeLessThan(20);
  for (let at = 0; at < 12; at += 1) await gift(town, town.welfare, 100 + at, month(-at));
  await sealAll(town);
  const after = await counted();
  expect(after.result.book.entries.edges).toHaveLength(
    before.result.book.entries.edges.length + 12,
  );
  expect(after.statements.length).toBeLessThanOrEqual(before.statements.length + JOINED);
  expect(await runChecks(dataSource, MONEY_CHECKS)).toEqual([]);
});
