import {
  getNamedType,
  graphql,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { giveGlobalIds } from '../../src/api/node.graphql';
import { ownObjectTypes } from '../../src/api/policy';
import type { Actor } from '../../src/kernel/actor';
import { monthOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { toCursor } from '../../src/kernel/page';
import { Denied, Refusal } from '../../src/kernel/refusal';
import { RESOLVERS } from '../../src/server/resolvers';
import { createSchema } from '../../src/server/schema';
import { newCounter, type Counter } from '../donations/gifts';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries } from '../support/queries';
import { newWorld } from '../support/world';
import { beginLife, more, STEPS } from './life';
import { contextOf, keep, rightPerson, run } from './living';
import { ZONE, type Life } from './step';
import { sampleOf } from './who-may';

// Lists are asked without their guards: what a page may hold, not who may see it.
const open = giveGlobalIds(
  buildSchemaSync({
    resolvers: RESOLVERS as unknown as NonEmptyArray<new () => object>,
    validate: false,
  }),
);

/** What some lists have to be told besides the page. */
const MORE: Readonly<Record<string, (life: Life) => string>> = {
  'Query.residents': ({ ids }) => `communityId: "${ids.get('home')}"`,
  'Query.tillCustomers': ({ ids }) => `storeId: "${ids.get('store')}", by: { address: "B" }`,
  'Store.expiringLots': () => 'withinDays: 30',
};

/** Rows other than the type's sample that some lists are asked of, by their names in life.ts. */
const ASKED_OF: Readonly<Record<string, string>> = {
  'Ballot.recusals': 'roll call',
  'Ballot.rollCall': 'roll call',
  'Council.elections': 'council without members',
  'Council.meetings': 'community council',
  'Council.motions': 'community council',
  'Council.resolutions': 'community council',
  'CouncilSeat.recalls': 'elected seat',
  'ElectionWard.candidates': 'election ward',
  'Meeting.organisations': 'fair',
  'Meeting.pitches': 'fair',
  'Organisation.declarations': 'enterprise',
  'Organisation.routingPlans': 'enterprise',
  'Organisation.pools': 'foundation',
  'Place.courtyardBodies': 'yard',
  'Place.covenants': 'yard',
  'Resolution.attempts': 'resolution in vain',
  'Store.transfersIn': 'second store',
};

/** Lists that have no three rows in this life, and why. */
const FEW: Readonly<Record<string, string>> = {
  'Query.cities': 'There is one city.',
  'Query.communities': 'There are two; test/society looks at more.',
  'Leg.cameFrom': 'No use in this life came from more than two.',
  'StatementLine.usedBy': 'The outer list is the statement; the parts are those of the leg.',
  'StatementLine.cameFrom': 'The outer list is the statement; the parts are those of the leg.',
  'CourtyardBooks.receipts': 'One tranche of this life is paid; test/courtyards looks at two.',
  'OpenBook.disclosures': 'No grant of this life has run for six months.',
  'OpenBook.entries': 'Nothing is sealed in this life; test/disclosure looks at what is.',
  'Organisation.stores':
    'No store of this life is run by the sample; test/supermarkets counts them.',
  'Resident.receivedServices': 'The sample is helped by nobody; test/volunteering counts them.',
  'Viewer.asked': 'Whoever reads here asks for nothing; test/inbox looks at what is asked for.',
  'Lot.exchanges': 'The lot of this life is called on once.',
  'Shift.exchanges': 'Nothing happens in the shifts of this life; test/supermarkets looks at some.',
  'Wallet.notices': 'It is told once a day at most, and this life lasts a day.',
};

/**
 * Fields that a list of their nodes reads one statement each for, with the reason. All of them are
 * keyset pages by one index, and a page of nodes is bounded.
 */
const ONE_EACH: Readonly<Record<string, string>> = {
  'Place.allowanceClasses': "Each community's rows stand in its own shard.",
  'Place.goodsDrives': "Each community's rows stand in its own shard.",
  'Place.journal': "Each community's rows stand in its own shard.",
  'Place.premisesEnding': "Each community's rows stand in its own shard.",
  'Place.stores': "Each community's rows stand in its own shard.",
  'Pool.statement': 'A statement is a page of one account, cut before anything is joined.',
};

const isConnection = (field: GraphQLField<unknown, unknown>) =>
  getNamedType(field.type).name.endsWith('Connection');

const LISTS = ownObjectTypes(open).flatMap((type) =>
  Object.values(type.getFields())
    .filter(isConnection)
    .map((field) => ({ name: `${type.name}.${field.name}`, type: type.name, field: field.name })),
);

const schema = createSchema();

let database: FreshDatabase;
let life: Life;
let counter: Counter;
beforeAll(async () => {
  database = await freshDatabase();
  const source = database.dataSource;
  counter = await newCounter(source, { availableAfterSeconds: 0 });
  life = beginLife(await newWorld(source), counter, new Date());
  for (const step of [...STEPS, ...more()]) {
    const { says, payload } = await run({ schema, source }, step, life, rightPerson(step, life));
    expect([step.does, says]).toEqual([step.does, 'done']);
    keep(step, life, payload);
  }
}, 60_000);
afterAll(async () => {
  await counter.close();
  await database.drop();
});

/** A resident who happens to be an auditor, a cadre, a chair, a clerk … : no list is closed. */
function reader(): Actor {
  const { home, auditor } = life.world;
  const others = [auditor, home.cadre, home.chair, home.clerk, home.treasurer].flatMap(
    ({ actor }) => actor.standings,
  );
  const { actor } = home.members[0];
  return { ...actor, standings: [...actor.standings, ...others] };
}

type Answer = { cursors: string[]; more: boolean; end: string | null } | { error: string };

/** Asks one list for one page, from the sample of the type it stands on. */
async function ask(list: (typeof LISTS)[number], page: string): Promise<Answer> {
  const given = [page, MORE[list.name]?.(life)].filter(Boolean).join(', ');
  const asked = `${list.field}(${given}) {
    edges { cursor } pageInfo { hasNextPage endCursor } }`;
  const { source, at } = await standing(list, asked);
  const answer = await graphql({
    schema: open,
    source,
    contextValue: contextOf(database.dataSource, reader()),
  });
  const error = answer.errors?.[0];
  if (error) {
    const cause = error.originalError;
    return { error: cause instanceof Refusal ? cause.code : `${error.message}` };
  }
  const found = at.reduce<never>((from, name) => from[name] as never, answer.data as never);
  const { edges, pageInfo } = found[list.field] as unknown as {
    edges: { cursor: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  return {
    cursors: edges.map(({ cursor }) => cursor),
    more: pageInfo.hasNextPage,
    end: pageInfo.endCursor,
  };
}

/** A query that leads to a type's sample, and the way to it in the answer. */
async function standing(
  { name, type }: (typeof LISTS)[number],
  asked: string,
): Promise<{ source: string; at: string[] }> {
  if (type === 'Query') return { source: `{ ${asked} }`, at: [] };
  if (type === 'Viewer') return { source: `{ me { ${asked} } }`, at: ['me'] };
  const node = (id: string, inner: string, of: string) =>
    `{ node(id: "${id}") { ... on ${of} { ${inner} } } }`;
  const resident = life.ids.get('resident') ?? '';
  if (type === 'Wallet')
    return { source: node(resident, `wallet { ${asked} }`, 'Resident'), at: ['node', 'wallet'] };
  if (type === 'OpenBook') {
    const home = life.ids.get('home') ?? '';
    return { source: node(home, `openBook { ${asked} }`, 'Place'), at: ['node', 'openBook'] };
  }
  if (type === 'CourtyardBooks') {
    const yard = life.ids.get('yard') ?? '';
    return {
      source: node(yard, `courtyardBooks { ${asked} }`, 'Place'),
      at: ['node', 'courtyardBooks'],
    };
  }
  if (type === 'WalletMonth') {
    const inner = `wallet { month(month: "${monthOf(life.now, ZONE)}") { ${asked} } }`;
    return { source: node(resident, inner, 'Resident'), at: ['node', 'wallet', 'month'] };
  }
  if (type === 'AllowanceClass') {
    const [at, inner] = [life.ids.get('home') ?? '', `allowanceClasses { ${asked} }`];
    return { source: node(at, inner, 'Place'), at: ['node', 'allowanceClasses', '0'] };
  }
  if (type === 'Leg' || type === 'StatementLine') {
    const line = await lineWithParts(name);
    const [entry, account] = [
      toGlobalId('Entry', line.communityId, line.entryId),
      toGlobalId('Account', line.communityId, line.accountId),
    ];
    const newest = `first: 1, after: "${toCursor([`${BigInt(line.seq) + 1n}`])}"`;
    return type === 'Leg'
      ? { source: node(entry, `legs { ${asked} }`, 'Entry'), at: ['node', 'legs', `${line.n - 1}`] }
      : {
          source: node(account, `statement(${newest}) { edges { node { ${asked} } } }`, 'Account'),
          at: ['node', 'statement', 'edges', '0', 'node'],
        };
  }
  const other = ASKED_OF[name];
  if (other) return { source: node(life.ids.get(other) ?? '', asked, type), at: ['node'] };
  const context = contextOf(database.dataSource, reader());
  const sample = (await sampleOf(open, life, context, type)) as {
    id: string;
    communityId?: string;
  } | null;
  if (!sample) throw new Error(`${type} has lists and no sample: name one in samples.ts`);
  return {
    source: node(toGlobalId(type, sample.communityId ?? null, sample.id), asked, type),
    at: ['node'],
  };
}

interface LineWithParts {
  readonly communityId: string;
  readonly entryId: string;
  readonly accountId: string;
  readonly n: number;
  readonly seq: string;
}

/** The line of the life that was used by the most others, or came from the most. */
async function lineWithParts(list: string): Promise<LineWithParts> {
  const [line] = await database.dataSource.query(
    `select leg.community_id "communityId", leg.entry_id "entryId", leg.account_id "accountId",
       leg.n, leg.seq
     from ledger_leg leg
     join ledger_account account
       on account.community_id = leg.community_id and account.id = leg.account_id
     join ledger_leg part on part.community_id = leg.community_id
       and part.account_id = leg.account_id and sign(part.amount) <> sign(leg.amount)
     cross join lateral (select
       case when leg.amount > 0 then leg.debits else leg.credits end as leg_total,
       case when part.amount > 0 then part.debits else part.credits end as part_total) reached
     where account.floored and leg.amount * account.normal_side * $1 > 0
       and leg_total - abs(leg.amount) < part_total and part_total - abs(part.amount) < leg_total
     group by leg.community_id, leg.account_id, leg.seq
     order by count(*) desc, leg.seq limit 1`,
    [list.endsWith('usedBy') ? 1 : -1],
  );
  return line;
}

test('the guard looks at every list of the schema', () => {
  expect(LISTS.length).toBeGreaterThan(15);
  expect(LISTS.map(({ name }) => name)).toContain('Store.exchanges');
});

describe.each(LISTS)('$name', (list) => {
  test('gives a page, bounded, and the next one after it', async () => {
    const first = await ask(list, 'first: 1');
    expect(first).toEqual({
      cursors: expect.any(Array),
      more: expect.any(Boolean),
      end: ('cursors' in first && first.cursors.at(-1)) || null,
    });
    if (!('cursors' in first) || !first.more) return;
    const next = await ask(list, `first: 1, after: "${first.end}"`);
    expect(next).toMatchObject({ cursors: [expect.any(String)] });
    expect(next).not.toMatchObject({ cursors: first.cursors });
  });

  test.each([0, -1, 101, 2_000_000])('refuses a page of %d', async (first) => {
    expect(await ask(list, `first: ${first}`)).toEqual({ error: 'PAGE_SIZE' });
  });

  test('refuses a cursor that is not one of ours, whatever is in it', async () => {
    const parts = ['', 'x', '0', '-1', '99999999999999999999', '2026-13-45', '\u0000', '☃'];
    const forged = [1, 2, 3].flatMap((length) =>
      parts.map((part) => toCursor(Array.from({ length }, () => part))),
    );
    const id = '00000000-0000-7000-8000-000000000000';
    forged.push(toCursor([id, 'x']), toCursor(['x', id]), toCursor(['2026-01-01', 'x']), 'x', '');
    const faults: string[] = [];
    for (const after of forged) {
      const answer = await ask(list, `first: 1, after: "${after}"`);
      // Some parts are good keys for some lists; those give a page. Nothing reaches PostgreSQL raw.
      if ('error' in answer && answer.error !== 'CURSOR_UNREADABLE')
        faults.push(`${Buffer.from(after, 'base64url').toString()}: ${answer.error}`);
    }
    expect(faults).toEqual([]);
  });

  test('reads a page of many rows without a statement for each', async () => {
    const asked = `${list.field}(${['first: 100', MORE[list.name]?.(life)].filter(Boolean).join(', ')}) {
      edges { node { ${nodeSelection(list)} } } }`;
    const { source } = await standing(list, asked);
    const { result, statements } = await countQueries(database.dataSource, () =>
      graphql({ schema, source, contextValue: contextOf(database.dataSource, reader()) }),
    );
    const broken = (result.errors ?? []).filter(
      ({ originalError }) => !(originalError instanceof Denied),
    );
    expect(broken).toEqual([]);
    const found = rowsOf(result.data);
    if (!(list.name in FEW)) expect(found).toBeGreaterThanOrEqual(3);
    const times = new Map<string, number>();
    for (const text of statements) times.set(text, (times.get(text) ?? 0) + 1);
    // A batch may run once more for what a first batch led to; once per row is another matter.
    const often = [...times].filter(([, count]) => count > 2);
    expect(often.map(([text, count]) => `${count} times: ${text.slice(0, 200)}`)).toEqual([]);
  });
});

/**
 * Fields that read step after step, each step for all rows at once: as many statements for a page
 * as for one row, which test/disclosure counts.
 */
const STEP_BY_STEP = ['Donation.followed', 'Remittance.followed'];

/** How many rows the outermost list of an answer has. */
function rowsOf(data: unknown): number {
  if (data === null || typeof data !== 'object') return 0;
  const { edges } = data as { edges?: unknown[] };
  return edges?.length ?? Math.max(0, ...Object.values(data).map(rowsOf));
}

/** Every field of a list's nodes that can be asked for without arguments, one level deep. */
function nodeSelection({ type, field }: (typeof LISTS)[number]): string {
  const connection = (open.getType(type) as GraphQLObjectType).getFields()[field]!.type;
  const edge = fieldsOf(connection).edges!.type;
  return everyField(fieldsOf(edge).node!.type, 1);
}

const fieldsOf = (type: GraphQLOutputType) => (getNamedType(type) as GraphQLObjectType).getFields();

function everyField(type: GraphQLOutputType, deeper: number): string {
  const of = getNamedType(type);
  if (isUnionType(of))
    return of
      .getTypes()
      .map((each) => `... on ${each.name} { ${everyField(each, deeper)} }`)
      .join(' ');
  if (!isObjectType(of) && !isInterfaceType(of)) return '';
  const asked = Object.values(of.getFields()).flatMap((each) => {
    const name = `${of.name}.${each.name}`;
    if (each.args.some(isRequiredArgument) || ONE_EACH[name]) return [];
    if (STEP_BY_STEP.includes(name)) return [];
    if (isLeafType(getNamedType(each.type))) return [each.name];
    if (deeper === 0) return [];
    return [
      `${each.name} { ${isConnection(each) ? 'edges { cursor }' : everyField(each.type, deeper - 1)} __typename }`,
    ];
  });
  return ['__typename', ...asked].join(' ');
}
