import ts from 'typescript';
import { CHART, type AccountKind } from '../../src/bookkeeping/chart';
import { CHAPTERS } from '../../src/bookkeeping/rules/chapters';
import type { Leg } from '../../src/ledger/draft';
import { parse, resolveImport, type SourceFile } from './source';

/** A function, constant or class of a file: what it says itself, and the names it mentions. */
interface Piece {
  readonly file: string;
  readonly codes: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** The source as pieces by file and name, with where each imported name comes from. */
interface Pieces {
  readonly declared: Map<string, Piece>;
  readonly imported: Map<string, string>;
  readonly mutations: Map<string, Piece>;
}

const at = (file: string, name: string) => `${file}#${name}`;
const CHAPTER = /^[A-Z]+$/;

/** The chart names every refusal there is; which of them an act meets, its posting rules tell. */
const CHART_FILES = ['src/bookkeeping/chart.ts', 'src/bookkeeping/goods-chart.ts'];

/** Every act that a motion may carry: what one of them meets is said by its own mutation. */
const ACTS = 'src/motions/motion-kinds.ts#MOTION_KINDS';

/** What a mutation may come to. */
export interface Reach {
  readonly codes: ReadonlySet<string>;
  /** The kinds of account that its posting rules touch. */
  readonly accounts: ReadonlySet<string>;
  /** Whether it reverses entries, and so may meet the refusal of any account. */
  readonly reverses: boolean;
  /** Whether it tries or does the act that a motion carries, whichever it is. */
  readonly opensAct: boolean;
}

/**
 * The codes that each mutation may come to. It is followed from its resolver to the command and on
 * to whatever that mentions: more than ever runs (both sides of every `if`), and never less.
 */
export function reachOfMutations(files: readonly SourceFile[]): Map<string, Reach> {
  const pieces: Pieces = { declared: new Map(), imported: new Map(), mutations: new Map() };
  const paths = new Set(files.map(({ path }) => path));
  for (const file of files) readFile(file, paths, pieces);
  return new Map([...pieces.mutations].map(([name, piece]) => [name, follow(piece, pieces)]));
}

function readFile(file: SourceFile, paths: ReadonlySet<string>, pieces: Pieces): void {
  for (const statement of parse(file).statements) {
    if (ts.isImportDeclaration(statement)) readImport(file.path, statement, paths, pieces);
    for (const [name, node] of declaredIn(statement))
      pieces.declared.set(at(file.path, name), pieceOf(file.path, node));
    if (!ts.isClassDeclaration(statement)) continue;
    for (const member of statement.members)
      if (ts.isMethodDeclaration(member) && isMutation(member))
        pieces.mutations.set(member.name.getText(), pieceOf(file.path, member));
  }
}

function readImport(
  path: string,
  statement: ts.ImportDeclaration,
  paths: ReadonlySet<string>,
  { imported }: Pieces,
): void {
  const { moduleSpecifier, importClause } = statement;
  const named = importClause?.namedBindings;
  if (!ts.isStringLiteral(moduleSpecifier) || !named || !ts.isNamedImports(named)) return;
  const from = resolveImport(path, moduleSpecifier.text, paths);
  if (!from) return;
  for (const { name, propertyName } of named.elements)
    imported.set(at(path, name.text), at(from, (propertyName ?? name).getText()));
}

function declaredIn(statement: ts.Statement): [string, ts.Node][] {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return statement.name ? [[statement.name.text, statement]] : [];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.map((each) => [each.name.getText(), each]);
}

function isMutation(method: ts.MethodDeclaration): boolean {
  return (ts.getDecorators(method) ?? []).some(
    ({ expression }) =>
      ts.isCallExpression(expression) && expression.expression.getText() === 'Mutation',
  );
}

function pieceOf(file: string, node: ts.Node): Piece {
  const codes = new Set<string>();
  const rules = new Set<string>();
  const names = new Set<string>();
  const visit = (each: ts.Node): void => {
    if (ts.isTypeNode(each)) return;
    // A code may be handed to whoever throws it, so every string that reads like one counts.
    if (ts.isStringLiteralLike(each) && /^[A-Z]+(_[A-Z]+)+$/.test(each.text)) codes.add(each.text);
    if (ts.isPropertyAccessExpression(each)) {
      if (CHAPTER.test(each.expression.getText())) rules.add(each.name.text);
      visit(each.expression);
      return;
    }
    if (ts.isIdentifier(each)) names.add(each.text);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return { file, codes, rules, names };
}

function follow(from: Piece, { declared, imported }: Pieces): Reach {
  const codes = new Set<string>();
  const accounts = new Set<string>();
  const seen = new Set<Piece>();
  const acts = declared.get(ACTS);
  const open = [from];
  for (let piece = open.pop(); piece; piece = open.pop()) {
    if (seen.has(piece) || CHART_FILES.includes(piece.file)) continue;
    seen.add(piece);
    if (piece === acts) continue;
    piece.codes.forEach((code) => codes.add(code));
    for (const { account, minor } of [...piece.rules].flatMap(exampleOf)) {
      accounts.add(account.kind);
      const { refusal } = CHART[account.kind as AccountKind];
      if (refusal && minor * BigInt(account.normalSide) < 0n) codes.add(refusal);
    }
    for (const name of piece.names) {
      const local = at(piece.file, name);
      const next = declared.get(local) ?? declared.get(imported.get(local) ?? '');
      if (next) open.push(next);
    }
  }
  const reversing = declared.get(at('src/bookkeeping/record.ts', 'reverse'));
  const passed = (each: Piece | undefined) => each !== undefined && seen.has(each);
  return { codes, accounts, reverses: passed(reversing), opensAct: passed(acts) };
}

/** The legs of a rule's example; none where no rule has that name. */
function exampleOf(ruleName: string): readonly Leg[] {
  const rules = CHAPTERS.flatMap((chapter) => Object.values(chapter.rules));
  const rule = rules.find(({ name }) => name === ruleName);
  return rule?.post(rule.example) ?? [];
}
