import ts from 'typescript';
import { parse, walk, type SourceFile } from './source';

export type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A refusal as it is thrown somewhere. */
export interface Thrown {
  readonly where: string;
  readonly code: string;
  /** The names of its facts; null where the source does not show them. */
  readonly facts: readonly string[] | null;
}

/**
 * Every `new Refusal(…)` in the source with the codes it may have: written there, chosen between
 * strings, or given to the function that throws. A refusal that is thrown again with more facts
 * (`error.code`), and one of the chart's (`line.refusal`), bring a code that is known already.
 * What cannot be told is `?`.
 */
export function thrownRefusals(files: readonly SourceFile[]): Thrown[] {
  return files.flatMap((file) => {
    const found: Thrown[] = [];
    const tree = parse(file);
    walk(tree, (node) => {
      if (!ts.isNewExpression(node) || node.expression.getText() !== 'Refusal') return;
      const [code, facts] = node.arguments ?? [];
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const known = { where: `${file.path}:${line}`, facts: factNames(facts) };
      for (const each of code ? codesOf(code) : ['?']) found.push({ ...known, code: each });
    });
    return found;
  });
}

function codesOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node))
    return [...codesOf(node.whenTrue), ...codesOf(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return [...codesOf(node.left), ...codesOf(node.right)];
  if (ts.isPropertyAccessExpression(node) && /^(code|refusal)$/.test(node.name.text)) return [];
  if (ts.isIdentifier(node)) return codesNamed(node);
  return ['?'];
}

/** The codes that a constant holds, or that callers in the same file give to a parameter. */
function codesNamed(name: ts.Identifier): string[] {
  const codes: string[] = [];
  let known = false;
  const tree = name.getSourceFile();
  walk(tree, (node) => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name.text && node.initializer) {
      known = true;
      codes.push(...codesOf(node.initializer));
    }
    if (!ts.isFunctionDeclaration(node) || !contains(node, name)) return;
    const at = node.parameters.findIndex((each) => each.name.getText() === name.text);
    if (at < 0 || node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return;
    known = true;
    walk(tree, (call) => {
      if (!ts.isCallExpression(call) || call.expression.getText() !== node.name?.text) return;
      const given = call.arguments[at];
      codes.push(...(given ? codesOf(given) : ['?']));
    });
  });
  return known ? codes : ['?'];
}

function contains(outer: ts.Node, inner: ts.Node): boolean {
  return outer.getStart() <= inner.getStart() && inner.getEnd() <= outer.getEnd();
}

function factNames(node: ts.Expression | undefined): string[] | null {
  if (!node) return [];
  if (!ts.isObjectLiteralExpression(node)) return null;
  if (node.properties.some((each) => ts.isSpreadAssignment(each))) return null;
  return node.properties.flatMap((each) => (each.name ? [each.name.getText()] : []));
}

/** Every string in the source that reads like a code. */
export function namedCodes(files: readonly SourceFile[]): Set<string> {
  const names = new Set<string>();
  for (const file of files)
    walk(parse(file), (node) => {
      if (ts.isStringLiteralLike(node) && /^[A-Z]+(_[A-Z\d]+)*$/.test(node.text))
        names.add(node.text);
    });
  return names;
}

const LANGUAGES = ['en', 'zh-CN'];

export function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name).sort();
}

/** Sentences that lack a language, differ in what they put in, or stand in two files. */
export function badWords(pages: Readonly<Record<string, Words>>): string[] {
  const seen = new Map<string, string>();
  return Object.entries(pages).flatMap(([page, words]) =>
    Object.entries(words).flatMap(([code, said]) => {
      const faults: string[] = [];
      const before = seen.get(code);
      if (before) faults.push(`${code} stands in ${before} and in ${page}`);
      seen.set(code, page);
      const sentences = LANGUAGES.map((language) => said[language] ?? '');
      if (sentences.some((sentence) => !sentence.trim())) faults.push(`${code} lacks a language`);
      if (Object.keys(said).length !== LANGUAGES.length) faults.push(`${code} has other languages`);
      const [en, zh] = sentences.map((sentence) => placeholders(sentence).join());
      if (en !== zh) faults.push(`${code} puts in ${en || 'nothing'} and ${zh || 'nothing'}`);
      if (/[,;:?!()]/.test((sentences[1] ?? '').replace(/\{\{.*?\}\}/g, '')))
        faults.push(`${code} has punctuation that Chinese does not use`);
      if (sentences[0] === sentences[1]) faults.push(`${code} is not translated`);
      return faults;
    }),
  );
}

/** Refusals without words, and refusals whose words want a fact that they do not carry. */
export function wordless(thrown: readonly Thrown[], words: Words): string[] {
  return thrown.flatMap(({ where, code, facts }) => {
    const said = words[code];
    if (!said) return [`${where}: there are no words for ${code}`];
    const missing = placeholders(said.en ?? '').filter((name) => facts && !facts.includes(name));
    return missing.map((name) => `${where}: the words of ${code} want the fact ${name}`);
  });
}
