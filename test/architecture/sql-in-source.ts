import ts from 'typescript';
import { folderOf } from './floors';
import { parse, walk, type SourceFile } from './source';

/** A piece of SQL in the source, with `?` where a value is put into the text. */
interface Sql {
  readonly where: string;
  readonly folder: string;
  readonly text: string;
}

const LOOKS_LIKE_SQL =
  /\b(select\b[^]*\bfrom|insert\s+into|update\b[^]*\bset|delete\s+from|merge)\b/i;

function sqlIn(file: SourceFile): Sql[] {
  const found: Sql[] = [];
  const tree = parse(file);
  walk(tree, (node) => {
    const text = textOf(node);
    if (text === null || !LOOKS_LIKE_SQL.test(text)) return;
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({ where: `${file.path}:${line}`, folder: folderOf(file.path), text });
  });
  return found;
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map((span) => `?${span.literal.text}`).join('');
}

/** A statement that has to ask every community says so, and why. */
const MEANS_ALL = /-- every community: \S/;

const VOLATILE =
  /\b(now|clock_timestamp|random|gen_random_uuid|uuidv7)\s*\(|\bcurrent_timestamp\b/i;
const WRITES = /\b(insert\s+into|update\b[^]*\bset|delete\s+from)\b/i;
const ACROSS_NODES =
  /\bskip\s+locked\b|\bpg_(try_)?advisory|\bmerge\s+into\b|\bserializable\b|\bpg_notify\b/i;

/** Every piece of SQL that a database distributed by community could not run, or not cheaply. */
export function sqlFaults(files: readonly SourceFile[], tenants: readonly string[]): string[] {
  const mention = new RegExp(
    `\\b(?:from|join|into|update|using)\\s+(?:${tenants.join('|')})\\b`,
    'gi',
  );
  return files.flatMap(sqlIn).flatMap(({ where, folder, text }) => {
    const faults: string[] = [];
    const asked = text.match(mention)?.length ?? 0;
    const named = text.match(/\bcommunity_id\b/g)?.length ?? 0;
    if (named < asked && !MEANS_ALL.test(text))
      faults.push(`${where} names a tenant's table without its community`);
    if (WRITES.test(text) && VOLATILE.test(text))
      faults.push(`${where} lets the database choose a time or an id; pass it in`);
    if (/\bset\s+community_id\b/i.test(text))
      faults.push(`${where} moves a row between communities`);
    if (/\boffset\s+(\$|\d|\?)/i.test(text)) faults.push(`${where} pages by offset`);
    if (folder !== 'server' && ACROSS_NODES.test(text))
      faults.push(`${where} uses what cannot work across nodes`);
    return faults;
  });
}
