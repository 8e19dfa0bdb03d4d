import type { EntityManager } from 'typeorm';

/** What the migrated database says about itself (pg_catalog, schema `public`). */
export interface Catalogue {
  readonly tables: readonly string[];
  readonly columns: readonly Column[];
  readonly keys: readonly Key[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly triggers: readonly Trigger[];
  readonly functions: readonly DatabaseFunction[];
  readonly sequences: readonly { readonly name: string; readonly ofTable: string | null }[];
}

export interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly identity: boolean;
  /** The default's expression; null where there is none, or where the column is generated. */
  readonly default: string | null;
}

/** A primary key or unique index. */
export interface Key {
  readonly table: string;
  readonly name: string;
  readonly primary: boolean;
  /** Its columns in order; an expression counts as null. */
  readonly columns: readonly (string | null)[];
}

export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly toTable: string;
  readonly toColumns: readonly string[];
  /** `a` no action, `r` restrict, `c` cascade, `n` set null, `d` set default. */
  readonly onDelete: string;
  readonly onUpdate: string;
}

export interface Trigger {
  readonly table: string;
  readonly name: string;
  readonly perRow: boolean;
  readonly before: boolean;
  readonly on: readonly ('insert' | 'delete' | 'update' | 'truncate')[];
  /** A constraint trigger, deferrable or not. */
  readonly constraint: boolean;
  readonly newTable: string | null;
  readonly calls: string;
}

export interface DatabaseFunction {
  readonly name: string;
  readonly language: string;
  readonly body: string;
  readonly isTrigger: boolean;
  readonly firstArgument: { readonly name: string; readonly type: string } | null;
  /** The settings it brings along: `search_path=pg_catalog, public`. */
  readonly settings: readonly string[];
}

const OURS = `namespace.nspname = 'public'`;

const TABLES = `
  select class.relname as name from pg_class class
  join pg_namespace namespace on namespace.oid = class.relnamespace
  where ${OURS} and class.relkind in ('r', 'p') order by 1`;

const COLUMNS = `
  select class.relname as "table", attribute.attname as name,
    format_type(attribute.atttypid, attribute.atttypmod) as type,
    attribute.attnotnull as required, attribute.attidentity <> '' as identity,
    case when attribute.attgenerated = '' then pg_get_expr(def.adbin, def.adrelid) end as default
  from pg_attribute attribute
  join pg_class class on class.oid = attribute.attrelid and class.relkind in ('r', 'p')
  join pg_namespace namespace on namespace.oid = class.relnamespace
  left join pg_attrdef def on def.adrelid = class.oid and def.adnum = attribute.attnum
  where ${OURS} and attribute.attnum > 0 and not attribute.attisdropped order by 1, 2`;

const KEYS = `
  select class.relname as "table", key.relname as name, index.indisprimary as primary,
    (select json_agg((select attname from pg_attribute
        where attrelid = class.oid and attnum = index.indkey[position - 1] and attnum > 0)
        order by position)
      from generate_series(1, index.indnkeyatts) as position) as columns
  from pg_index index
  join pg_class key on key.oid = index.indexrelid
  join pg_class class on class.oid = index.indrelid and class.relkind in ('r', 'p')
  join pg_namespace namespace on namespace.oid = class.relnamespace
  where ${OURS} and index.indisunique order by 1, 2`;

const names = (numbers: string, table: string) => `
  (select json_agg(attribute.attname order by listed.position)
   from unnest(${numbers}) with ordinality as listed (number, position)
   join pg_attribute attribute
     on attribute.attrelid = ${table} and attribute.attnum = listed.number)`;

const FOREIGN_KEYS = `
  select class.relname as "table", con.conname as name, target.relname as "toTable",
    ${names('con.conkey', 'con.conrelid')} as columns,
    ${names('con.confkey', 'con.confrelid')} as "toColumns",
    con.confdeltype as "onDelete", con.confupdtype as "onUpdate"
  from pg_constraint con
  join pg_class class on class.oid = con.conrelid
  join pg_class target on target.oid = con.confrelid
  join pg_namespace namespace on namespace.oid = class.relnamespace
  where ${OURS} and con.contype = 'f' order by 1, 2`;

const TRIGGERS = `
  select class.relname as "table", trigger.tgname as name,
    (trigger.tgtype & 1) <> 0 as "perRow", (trigger.tgtype & 2) <> 0 as before,
    trigger.tgconstraint <> 0 as constraint, trigger.tgnewtable as "newTable",
    proc.proname as calls,
    array_remove(array[
      case when (trigger.tgtype & 4) <> 0 then 'insert' end,
      case when (trigger.tgtype & 8) <> 0 then 'delete' end,
      case when (trigger.tgtype & 16) <> 0 then 'update' end,
      case when (trigger.tgtype & 32) <> 0 then 'truncate' end], null) as "on"
  from pg_trigger trigger
  join pg_class class on class.oid = trigger.tgrelid
  join pg_proc proc on proc.oid = trigger.tgfoid
  join pg_namespace namespace on namespace.oid = class.relnamespace
  where ${OURS} and not trigger.tgisinternal order by 1, 2`;

const FUNCTIONS = `
  select proc.proname as name, language.lanname as language, proc.prosrc as body,
    proc.prorettype = 'trigger'::regtype as "isTrigger",
    coalesce(proc.proconfig, '{}') as settings,
    case when cardinality(proc.proargtypes::oid[]) > 0 then json_build_object(
      'name', coalesce(proc.proargnames[1], ''),
      'type', format_type(proc.proargtypes[0], null)) end as "firstArgument"
  from pg_proc proc
  join pg_namespace namespace on namespace.oid = proc.pronamespace
  join pg_language language on language.oid = proc.prolang
  where ${OURS} and not exists (
    select 1 from pg_depend where objid = proc.oid and deptype = 'e') order by 1`;

const SEQUENCES = `
  select class.relname as name, owner.relname as "ofTable" from pg_class class
  join pg_namespace namespace on namespace.oid = class.relnamespace
  left join pg_depend depend on depend.objid = class.oid and depend.deptype in ('a', 'i')
    and depend.refclassid = 'pg_class'::regclass
  left join pg_class owner on owner.oid = depend.refobjid
  where ${OURS} and class.relkind = 'S' order by 1`;

/** Reads the catalogue on the given connection: inside a transaction it sees what that changed. */
export async function readCatalogue(db: EntityManager): Promise<Catalogue> {
  const tables: { name: string }[] = await db.query(TABLES);
  return {
    tables: tables.map(({ name }) => name),
    columns: await db.query(COLUMNS),
    keys: await db.query(KEYS),
    foreignKeys: await db.query(FOREIGN_KEYS),
    triggers: await db.query(TRIGGERS),
    functions: await db.query(FUNCTIONS),
    sequences: await db.query(SEQUENCES),
  };
}
