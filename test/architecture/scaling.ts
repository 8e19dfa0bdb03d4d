import type { Catalogue, DatabaseFunction, ForeignKey } from './catalogue';

/** Where a table lives when one machine is not enough. */
export type Home = 'tenant' | 'reference' | 'local';

const HEADINGS: Record<string, Home> = {
  'Tenant tables': 'tenant',
  'Reference tables': 'reference',
  'Local tables': 'local',
};

/** Reads docs/scaling.md: under each of three headings a table, whose rows begin with a name. */
export function readHomes(page: string): Map<string, Home> {
  const homes = new Map<string, Home>();
  for (const section of page.split(/^## /m).slice(1)) {
    const home = HEADINGS[section.split('\n')[0]?.trim() ?? ''];
    if (!home) continue;
    for (const [, table, why = ''] of section.matchAll(/^\| `([a-z_]+)`\s*\|(.*)\|$/gm)) {
      if (!table || homes.has(table)) throw new Error(`docs/scaling.md lists ${table} twice`);
      if (why.trim().length < 10) throw new Error(`docs/scaling.md does not say why for ${table}`);
      homes.set(table, home);
    }
  }
  return homes;
}

/** TypeORM keeps its own list of migrations with a serial number; it is never distributed. */
const NOT_OURS = 'migration';

/** Every way in which the schema breaks a rule of scaling, as sentences. */
export function scalingFaults(schema: Catalogue, homes: ReadonlyMap<string, Home>): string[] {
  const of = (home: Home) => schema.tables.filter((table) => homes.get(table) === home);
  return [
    ...listedOnce(schema, homes),
    ...of('tenant').flatMap((table) => tenantKeys(schema, table)),
    ...schema.foreignKeys.flatMap((key) => foreignKey(key, homes)),
    ...noSerials(schema),
    ...noVolatileDefaults(schema),
    ...of('reference').flatMap((table) => rarelyWritten(schema, table)),
    ...triggers(schema),
    ...schema.functions.flatMap((each) => functionRules(each, of('tenant'), of('reference'))),
  ];
}

function listedOnce(schema: Catalogue, homes: ReadonlyMap<string, Home>): string[] {
  return [
    ...schema.tables
      .filter((table) => !homes.has(table))
      .map((table) => `${table} is in none of the lists of docs/scaling.md`),
    ...[...homes.keys()]
      .filter((table) => !schema.tables.includes(table))
      .map((table) => `docs/scaling.md lists ${table}, which does not exist`),
  ];
}

/** Rule 1. */
function tenantKeys({ columns, keys }: Catalogue, table: string): string[] {
  const faults: string[] = [];
  const community = columns.find((each) => each.table === table && each.name === 'community_id');
  if (community?.type !== 'uuid' || !community.required)
    faults.push(`${table} has no community_id uuid not null`);
  const own = keys.filter((key) => key.table === table);
  if (!own.some(({ primary }) => primary)) faults.push(`${table} has no primary key`);
  for (const key of own)
    if (key.columns[0] !== 'community_id')
      faults.push(`${key.name} of ${table} does not begin with community_id`);
  return faults;
}

/** Rule 2. */
function foreignKey(key: ForeignKey, homes: ReadonlyMap<string, Home>): string[] {
  const { table, name, toTable, onDelete, onUpdate } = key;
  const [from, to] = [homes.get(table), homes.get(toTable)];
  const faults: string[] = [];
  if (from !== 'tenant' && to === 'tenant')
    faults.push(`${name}: ${table} is ${from} and may not reference ${toTable}, a tenant's`);
  if (to === 'local') faults.push(`${name}: nothing references a local table such as ${toTable}`);
  if (from === 'tenant' && to === 'tenant') {
    const at = key.columns.indexOf('community_id');
    if (at < 0 || key.toColumns[at] !== 'community_id')
      faults.push(`${name}: ${table} → ${toTable} lacks community_id on both sides`);
  }
  if (!/[ar]/.test(onDelete) || !/[ar]/.test(onUpdate))
    faults.push(`${name}: ${table} → ${toTable} cascades or sets null`);
  return faults;
}

/** Rule 4. */
function noSerials({ columns, sequences }: Catalogue): string[] {
  return [
    ...sequences
      .filter(({ ofTable }) => ofTable !== NOT_OURS)
      .map(({ name }) => `${name} is a sequence`),
    ...columns
      .filter(({ identity }) => identity)
      .map(({ table, name }) => `${table}.${name} is an identity`),
  ];
}

/** Rule 6: a default is a constant. */
function noVolatileDefaults({ columns }: Catalogue): string[] {
  return columns
    .filter(({ table }) => table !== NOT_OURS)
    .filter(
      (each) => each.default !== null && /\w\s*\(|\b(current_|local|session_)/i.test(each.default),
    )
    .map((each) => `${each.table}.${each.name} defaults to ${each.default}, which is no constant`);
}

/** Set once, when the row is made or ended; any other moment would change with use. */
const MOMENTS_OF_A_REFERENCE = ['opened_at', 'registered_at', 'set_at', 'closed_at'];

/** Rule 3. */
function rarelyWritten({ columns }: Catalogue, table: string): string[] {
  return columns
    .filter((each) => each.table === table && !MOMENTS_OF_A_REFERENCE.includes(each.name))
    .filter(({ name, type }) => /(^|_)(seen|last)(_|$)|_at$/.test(name) || /^timestamp/.test(type))
    .map(({ name }) => `${table}.${name}: a reference table is rarely written`);
}

const LEDGER = ['ledger_entry', 'ledger_leg', 'ledger_block'];

/** Rule 8. */
function triggers(schema: Catalogue): string[] {
  const faults = schema.triggers
    .filter(({ constraint }) => constraint)
    .map(({ name, table }) => `${name} on ${table} is a constraint trigger`);
  const bodyOf = (name: string) => schema.functions.find((each) => each.name === name)?.body ?? '';
  const balances = schema.triggers.some(
    ({ table, perRow, before, on, newTable, calls }) =>
      table === 'ledger_leg' &&
      !perRow &&
      !before &&
      on.includes('insert') &&
      newTable !== null &&
      /group by[^;]*entry_id[^;]*asset_id[^;]*having sum/.test(bodyOf(calls)),
  );
  if (!balances) faults.push('ledger_leg has no statement-level Σ = 0 trigger on its new rows');
  for (const table of LEDGER) {
    const stops = (what: 'update' | 'delete' | 'truncate') =>
      schema.triggers.some(
        (each) =>
          each.table === table &&
          each.before &&
          each.on.includes(what) &&
          /raise exception/.test(bodyOf(each.calls)),
      );
    for (const what of ['update', 'delete', 'truncate'] as const)
      if (!stops(what)) faults.push(`${table} does not refuse ${what}`);
  }
  return faults;
}

/** Rules 9, 10 and 11. */
function functionRules(
  each: DatabaseFunction,
  tenants: readonly string[],
  references: readonly string[],
): string[] {
  const faults: string[] = [];
  const body = each.body.replace(/--.*$/gm, '');
  if (!each.settings.some((setting) => setting.startsWith('search_path=')))
    faults.push(`${each.name} has no search_path of its own`);
  if (/\b(pg_)?notify\b|\blisten\b|graphile_worker|add_job/i.test(body))
    faults.push(`${each.name} notifies or enqueues`);
  for (const table of [...tenants, ...references])
    if (new RegExp(`\\b(from|join|into|update|only)\\s+${table}\\b`, 'i').test(body))
      faults.push(`${each.name} names ${table} without its schema`);
  const touched = tenants.filter((table) => body.includes(`public.${table}`));
  if (touched.length > 0 && !each.isTrigger) faults.push(...oneCommunity(each, body, references));
  return faults;
}

function oneCommunity(
  { name, firstArgument }: DatabaseFunction,
  body: string,
  references: readonly string[],
): string[] {
  if (firstArgument?.type !== 'uuid' || !/community/.test(firstArgument.name))
    return [`the first argument of ${name} is not the community`];
  const community = firstArgument.name;
  const faults: string[] = [];
  for (const table of references)
    if (body.includes(`public.${table}`)) faults.push(`${name} reads ${table}, no tenant's table`);
  for (const statement of body.split(';')) {
    const inserts = [...statement.matchAll(/insert\s+into\s+public\.(\w+)\s*\(([^)]*)\)/gi)];
    const others = [...statement.matchAll(/\b(from|join|update)\s+public\.(\w+)/gi)];
    const filters = statement.match(new RegExp(`community_id = ${community}\\b`, 'g')) ?? [];
    if (filters.length < others.length)
      faults.push(`${name} does not filter by community: ${others.map((at) => at[2]).join(', ')}`);
    for (const [, table, columns = ''] of inserts)
      if (
        !columns.trim().startsWith('community_id') ||
        !new RegExp(`select\\s+${community},`).test(statement)
      )
        faults.push(`${name} inserts into ${table} without the community first`);
  }
  return faults;
}
