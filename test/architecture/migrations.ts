import type { DataSource, EntityManager } from 'typeorm';
import ts from 'typescript';
import { parse, walk, type SourceFile } from './source';

/**
 * What would have to change for the database to look as the entities say, in SQL; nothing, when
 * they agree. The rule for what the entities leave out: foreign keys and checks stand in
 * migrations only, so dropping one of those is no difference. Everything else is.
 */
export async function differences(source: DataSource): Promise<string[]> {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  const left: { name: string }[] = await source.query(
    `select conname as name from pg_constraint
     where connamespace = 'public'::regnamespace and contype in ('f', 'c')`,
  );
  const onlyInMigrations = new Set(left.map(({ name }) => name));
  const asSql = upQueries.map(({ query }) => query);
  return [
    ...asSql.filter((query) => {
      const dropped = /^ALTER TABLE "\w+" DROP CONSTRAINT "(\w+)"$/.exec(query)?.[1];
      return !dropped || !onlyInMigrations.has(dropped);
    }),
    ...(await unknownTables(source)),
    ...(await otherPredicates(source)),
    ...(await sharedNames(source)),
  ];
}

/** TypeORM looks at its entities' tables only: a table without an entity it would never notice. */
async function unknownTables(source: DataSource): Promise<string[]> {
  const known = source.entityMetadatas.map(({ tableName }) => tableName);
  const tables = await tablesOf(source.manager);
  return tables
    .filter((table) => table !== 'migration' && !known.includes(table))
    .map((table) => `${table} has no entity`);
}

/** Nor does it compare the conditions of partial indexes. */
async function otherPredicates(source: DataSource): Promise<string[]> {
  const rows: { name: string; where: string | null }[] = await source.query(
    `select class.relname as name, pg_get_expr(index.indpred, index.indrelid) as where
     from pg_index index join pg_class class on class.oid = index.indexrelid
     where class.relnamespace = 'public'::regnamespace`,
  );
  const stored = new Map(rows.map(({ name, where }) => [name, plain(where)]));
  return source.entityMetadatas
    .flatMap(({ indices }) => indices)
    .filter(({ name, where, synchronize }) => synchronize && stored.get(name) !== plain(where))
    .map(({ name, where }) => `${name}: where ${plain(where)}, but ${stored.get(name)} stands`);
}

/** An index that is named as a constraint is, TypeORM takes for it. */
async function sharedNames(source: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await source.query(
    `select conname as name from pg_constraint con
     join pg_class class on class.relname = con.conname and class.relkind = 'i'
     where con.connamespace = 'public'::regnamespace and con.contype in ('f', 'c')`,
  );
  return rows.map(({ name }) => `${name} names an index and a constraint`);
}

/** A condition without the parentheses, casts and capitals that PostgreSQL adds. */
function plain(condition: string | null | undefined): string {
  return (condition ?? 'always')
    .toLowerCase()
    .replace(/::[a-z]+(\[\])?/g, '')
    .replace(/[()\s]/g, '');
}

async function tablesOf(db: EntityManager): Promise<string[]> {
  const rows: { name: string }[] = await db.query(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  );
  return rows.map(({ name }) => name);
}

/** Whatever stands in the schema `public`: tables, indexes, sequences, functions, types. */
export async function everything(db: EntityManager): Promise<string[]> {
  const rows: { what: string }[] = await db.query(
    `select relkind::text || ' ' || relname as what from pg_class
     where relnamespace = 'public'::regnamespace
     union all
     select 'function ' || oid::regprocedure::text from pg_proc
     where pronamespace = 'public'::regnamespace
     union all
     select 'type ' || typname from pg_type
     where typnamespace = 'public'::regnamespace and typtype in ('e', 'd') order by 1`,
  );
  return rows.map(({ what }) => what);
}

/** Words in the name of a sentence; fewer is a label. */
const WORDS = 3;
/** Characters of a comment that says why; fewer repeats the name. */
const WHY = 60;

/** Every migration that is not named by a sentence, explains nothing, or shares its moment. */
export function migrationFaults(files: readonly SourceFile[]): string[] {
  const moments = files.map(({ path }) => /(\d{13})-/.exec(path)?.[1]);
  return [
    ...moments
      .filter((moment, i) => moment && moments.indexOf(moment) !== i)
      .map((moment) => `${moment} is the moment of two migrations`),
    ...files.flatMap(migrationFault),
  ];
}

function migrationFault(file: SourceFile): string[] {
  const faults: string[] = [];
  const [, moment, sentence = ''] = /^migrations\/(\d{13})-([a-z0-9-]+)\.ts$/.exec(file.path) ?? [];
  const words = sentence.split('-').filter(Boolean);
  if (!moment || words.length < WORDS) faults.push(`${file.path} is not named by a sentence`);
  const name = words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('') + moment;
  const classes: ts.ClassDeclaration[] = [];
  walk(parse(file), (node) => void (ts.isClassDeclaration(node) && classes.push(node)));
  const [only] = classes;
  if (!only || classes.length > 1) return [...faults, `${file.path} is not one class`];
  if (only.name?.text !== name) faults.push(`${file.path}: its class should be ${name}`);
  const says = ts
    .getJSDocCommentsAndTags(only)
    .map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '')
    .join(' ');
  if (says.length < WHY) faults.push(`${file.path} does not say why`);
  for (const direction of ['up', 'down']) {
    const method = only.members.find((member) => member.name?.getText() === direction);
    if (!method?.getText().includes('query(')) faults.push(`${file.path} has no way ${direction}`);
  }
  return faults;
}
