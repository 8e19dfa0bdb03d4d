import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { readCatalogue } from './catalogue';
import { readHomes, scalingFaults, type Home } from './scaling';
import { filesIn, ROOT } from './source';
import { sqlFaults } from './sql-in-source';

const HOMES = readHomes(readFileSync(join(ROOT, 'docs', 'scaling.md'), 'utf8'));

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** What the guard would say after these statements; nothing of them stays. */
async function after(statements: string[], more: [string, Home][] = []): Promise<string[]> {
  const runner = database.dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    for (const statement of statements) await runner.query(statement);
    return scalingFaults(await readCatalogue(runner.manager), new Map([...HOMES, ...more]));
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

test('the migrated schema keeps the rules of scaling', async () => {
  const schema = await readCatalogue(database.dataSource.manager);
  expect(scalingFaults(schema, HOMES)).toEqual([]);
  // The guard looks at something: the catalogue is not empty.
  expect(schema.tables).toContain('ledger_leg');
  expect(schema.keys.length).toBeGreaterThan(10);
  expect(schema.foreignKeys.length).toBeGreaterThan(5);
  expect(schema.functions.map(({ name }) => name)).toContain('post_batch');
});

const TENANTS = [...HOMES].filter(([, home]) => home === 'tenant').map(([table]) => table);

test('the SQL in src could run on a database distributed by community', () => {
  expect(TENANTS).toContain('ledger_leg');
  expect(sqlFaults(filesIn('src', '.ts'), TENANTS)).toEqual([]);
});

const TENANT = 'create table sample (community_id uuid not null, id uuid not null, x uuid';
const KEY = 'primary key (community_id, id)';
const sample: [string, Home] = ['sample', 'tenant'];

describe('the guard goes red', () => {
  test.each<[string, string[], string, [string, Home][]?]>([
    ['a table that is not listed', [`${TENANT}, ${KEY})`], 'in none of the lists', []],
    ['a listed table that is gone', [], 'lists sample, which does not exist'],
    [
      'a tenant table without community_id',
      ['create table sample (id uuid primary key)'],
      'sample has no community_id uuid not null',
    ],
    [
      'a nullable community_id',
      ['create table sample (community_id uuid unique, id uuid primary key)'],
      'sample has no community_id uuid not null',
    ],
    ['no primary key', [`${TENANT})`], 'sample has no primary key'],
    [
      'a primary key that begins otherwise',
      [`${TENANT}, primary key (id, community_id))`],
      'sample_pkey of sample does not begin with community_id',
    ],
    [
      'a unique index without the community',
      [`${TENANT}, ${KEY})`, 'create unique index lone on sample (x)'],
      'lone of sample does not begin with community_id',
    ],
    [
      'a unique index over an expression first',
      [`${TENANT}, ${KEY})`, 'create unique index low on sample (lower(x::text), community_id)'],
      'low of sample does not begin with community_id',
    ],
    [
      'a foreign key to a tenant without the community',
      [
        'create unique index bare on household (id)',
        `${TENANT} references household (id), ${KEY})`,
      ],
      'lacks community_id on both sides',
    ],
    [
      'a foreign key with the community on the wrong column',
      [
        'create unique index swapped on household (id, community_id)',
        `${TENANT}, ${KEY}, foreign key (community_id, x) references household (id, community_id))`,
      ],
      'lacks community_id on both sides',
    ],
    [
      'a reference table that references a tenant',
      [
        `create table sample (id uuid primary key, c uuid, h uuid,
          foreign key (c, h) references household (community_id, id))`,
      ],
      "sample is reference and may not reference household, a tenant's",
      [['sample', 'reference']],
    ],
    [
      'a foreign key to a local table',
      [`create table sample (id bytea primary key references session (token_hash))`],
      'nothing references a local table such as session',
      [['sample', 'reference']],
    ],
    [
      'ON DELETE CASCADE',
      [`${TENANT} references person (id) on delete cascade, ${KEY})`],
      'sample → person cascades or sets null',
    ],
    [
      'ON DELETE SET NULL',
      [`${TENANT} references person (id) on delete set null, ${KEY})`],
      'sample → person cascades or sets null',
    ],
    [
      'ON UPDATE CASCADE',
      [`${TENANT} references person (id) on update cascade, ${KEY})`],
      'sample → person cascades or sets null',
    ],
    ['a serial', [`${TENANT}, n bigserial, ${KEY})`], 'sample_n_seq is a sequence'],
    ['a lone sequence', ['create sequence numbers'], 'numbers is a sequence', []],
    [
      'an identity',
      [`${TENANT}, n bigint generated always as identity, ${KEY})`],
      'sample.n is an identity',
    ],
    [
      'a default of now()',
      [`${TENANT}, at timestamptz default now(), ${KEY})`],
      'sample.at defaults to now()',
    ],
    [
      'a default of current_timestamp',
      [`${TENANT}, at timestamptz default current_timestamp, ${KEY})`],
      'sample.at defaults to CURRENT_TIMESTAMP',
    ],
    [
      'a default of gen_random_uuid()',
      [`${TENANT} default gen_random_uuid(), ${KEY})`],
      'sample.x defaults to gen_random_uuid()',
    ],
    [
      'a moment in a reference table',
      ['alter table person add last_seen_at timestamptz'],
      'person.last_seen_at: a reference table is rarely written',
      [],
    ],
    [
      'a deferred constraint trigger',
      [
        `create constraint trigger late after insert on household deferrable initially deferred
          for each row execute function ledger_is_append_only()`,
      ],
      'late on household is a constraint trigger',
      [],
    ],
    [
      'a balance check per row',
      [
        'drop trigger ledger_leg_balances on ledger_leg',
        `create trigger ledger_leg_balances after insert on ledger_leg
          for each row execute function ledger_legs_balance()`,
      ],
      'no statement-level Σ = 0 trigger',
      [],
    ],
    [
      'entries that can be deleted',
      [
        'drop trigger ledger_entry_stays on ledger_entry',
        `create trigger ledger_entry_stays before update on ledger_entry
          for each row execute function ledger_is_append_only()`,
      ],
      'ledger_entry does not refuse delete',
      [],
    ],
    [
      'blocks that can be emptied',
      ['drop trigger ledger_block_is_never_emptied on ledger_block'],
      'ledger_block does not refuse truncate',
      [],
    ],
    [
      'a function without a search path',
      [`create function f(p_community uuid) returns int language sql as 'select 1'`],
      'f has no search_path of its own',
      [],
    ],
    [
      'a function that notifies',
      [
        `create function f() returns trigger language plpgsql set search_path = public as
          'begin perform pg_notify(''posted'', ''x''); return null; end'`,
      ],
      'f notifies or enqueues',
      [],
    ],
    [
      'a function that names a table without its schema',
      [
        `create function f(p_community uuid) returns bigint language sql
          set search_path = public as
          'select count(*) from ledger_leg where community_id = p_community'`,
      ],
      'f names ledger_leg without its schema',
      [],
    ],
    [
      'a function that does not take the community first',
      [
        `create function f(p_id uuid, p_community uuid) returns bigint language sql
          set search_path = public as
          'select count(*) from public.ledger_leg where community_id = p_community'`,
      ],
      'the first argument of f is not the community',
      [],
    ],
    [
      'a function of which one statement asks all communities',
      [
        `create function f(p_community uuid) returns bigint language plpgsql
          set search_path = public as
          'begin perform 1 from public.ledger_leg where community_id = p_community;
           return (select count(*) from public.ledger_entry); end'`,
      ],
      'f does not filter by community: ledger_entry',
      [],
    ],
    [
      'a function that inserts for another community',
      [
        `create function f(p_community uuid) returns void language sql
          set search_path = public as
          'insert into public.household (id, community_id, address) select p_community, id, name
           from public.resident where community_id = p_community'`,
      ],
      'f inserts into household without the community first',
      [],
    ],
    [
      'a function over tenant tables that reads a reference table',
      [
        `create function f(p_community uuid) returns bigint language sql
          set search_path = public as
          'select count(*) from public.ledger_leg leg
           join public.asset on asset.id = leg.asset_id and leg.community_id = p_community
           where leg.community_id = p_community'`,
      ],
      "f reads asset, no tenant's table",
      [],
    ],
  ])('on %s', async (_what, statements, says, more = [sample]) => {
    expect((await after(statements, more)).join('\n')).toContain(says);
  });

  test('on a page that lists a table twice or gives no reason', () => {
    const page = '## Local tables\n| `a` | because it is local |\n';
    expect(readHomes(page)).toEqual(new Map([['a', 'local']]));
    expect(() => readHomes(`${page}\n## Tenant tables\n| \`a\` | because it is not |\n`)).toThrow(
      'twice',
    );
    expect(() => readHomes('## Local tables\n| `a` |  |\n')).toThrow('why');
  });

  test.each([
    ['a bare id', '`select * from pool where id = $1`', 'without its community'],
    [
      'a join without the community',
      '`select * from ledger_leg leg join ledger_entry entry on entry.id = leg.entry_id where leg.community_id = $1`',
      'without its community',
    ],
    ['a bare id beside a value put in', '`select ${x} from pool where id = $1`', 'without'],
    ['now() in an insert', '`insert into asset (id, at) values ($1, now())`', 'pass it in'],
    [
      'random ids in an update',
      "'update pool set x = gen_random_uuid() where community_id = $1'",
      'pass it in',
    ],
    ['a moved row', '`update pool set community_id = $2 where community_id = $1`', 'moves a row'],
    ['an offset', "'select id from place order by id limit $1 offset $2'", 'by offset'],
    [
      'SKIP LOCKED',
      "'select id from pool where community_id = $1 for update skip locked'",
      'across nodes',
    ],
    ['an advisory lock', "'select pg_advisory_lock(1) from place'", 'across nodes'],
  ])('on %s in the source', (_what, sql, says) => {
    const file = { path: 'src/grants/a.ts', text: `query(${sql});` };
    expect(sqlFaults([file], TENANTS)).toEqual([expect.stringContaining(says)]);
  });

  test('but not on SQL as it should be', () => {
    const text = 'query(`select ${COLUMNS} from pool where community_id = $1 and id = any ($2)`)';
    const all = 'query(`-- every community: why\n select 1 from pool where foundation_id = $1`)';
    expect(sqlFaults([{ path: 'src/grants/a.ts', text }], TENANTS)).toEqual([]);
    expect(sqlFaults([{ path: 'src/grants/a.ts', text: all }], TENANTS)).toEqual([]);
  });
});
