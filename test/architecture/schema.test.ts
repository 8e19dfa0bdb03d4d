import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  findBreakingChanges,
  isEnumType,
  validateSchema,
  type GraphQLSchema,
} from 'graphql';
import { CHART } from '../../src/bookkeeping/chart';
import { createSchema, printSorted } from '../../src/server/schema';
import { codeOf } from '../../src/server/spreadsheets/choices';
import { LISTS } from '../../src/server/spreadsheets/lists';
import { MONTH_LISTS } from '../../src/server/spreadsheets/month-lists';
import { PUBLIC_LISTS } from '../../src/server/spreadsheets/public-lists';
import { drift } from './drift';
import { badLists, badMutations, listedCodes, undescribed, unlistedCodes } from './schema-rules';
import { filesIn, ROOT } from './source';
import { badWords, namedCodes, thrownRefusals, wordless, type Words } from './words';

const FOLDER = join(ROOT, 'schema');
const schema = createSchema();
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

const CODE = filesIn('src', '.ts');
const PAGES = Object.fromEntries(
  readdirSync(join(ROOT, 'src', 'words')).map((page) => [
    page,
    JSON.parse(readFileSync(join(ROOT, 'src', 'words', page), 'utf8')) as Words,
  ]),
);
const WORDS: Words = Object.assign({}, ...Object.values(PAGES)) as Words;

/** What every refusal of the chart carries (src/bookkeeping/record.ts). */
const CHART_FACTS = ['available', 'required'];
const CHART_REFUSALS = Object.entries(CHART).flatMap(([kind, { refusal }]) =>
  refusal ? [{ where: `chart ${kind}`, code: refusal, facts: CHART_FACTS }] : [],
);
describe('the schema', () => {
  test('is the one that was committed', () => {
    // When this fails: `npm run schema`, and commit what changed.
    expect(drift(read('schema.graphql'), printSorted(schema))).toEqual([]);
  });

  test('is a right one by the rules of GraphQL', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  test('describes every type, field, argument, input field and enum value', () => {
    expect(undescribed(schema)).toEqual([]);
  });

  test('has connections where it lists nodes, and asks for bounded pages', () => {
    expect(badLists(schema)).toEqual([]);
  });

  test('has mutations that take one input and answer one payload with userErrors', () => {
    expect(badMutations(schema)).toEqual([]);
  });

  test('lists the codes of every mutation, and each has words', () => {
    expect(unlistedCodes(schema)).toEqual([]);
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    const unknown = mutations.flatMap(({ name, description }) =>
      (listedCodes(description) ?? [])
        .filter((code) => !(code in WORDS))
        .map((code) => `${name} lists ${code}, for which there are no words`),
    );
    expect(unknown).toEqual([]);
  });

  test('breaks nothing that was released, except what is listed', () => {
    expect(breaks(schema)).toEqual([]);
  });
});

/** A released schema stands in schema/released.graphql; what may break, line by line, beside it. */
function breaks(now: GraphQLSchema): string[] {
  if (!existsSync(join(FOLDER, 'released.graphql'))) return [];
  const listed = existsSync(join(FOLDER, 'breaking.txt')) ? read('breaking.txt').split('\n') : [];
  return breakingChanges(read('released.graphql'), now, listed);
}

function breakingChanges(released: string, now: GraphQLSchema, listed: string[]): string[] {
  return findBreakingChanges(buildSchema(released), now)
    .map(({ description }) => description)
    .filter((description) => !listed.includes(description));
}

/** The values of an enum are said where a list has a column of it. */
function namedChoices(): string[] {
  const lists = [LISTS, MONTH_LISTS, PUBLIC_LISTS].flatMap((each) => Object.values(each));
  const enums = new Set(lists.flatMap(({ columns }) => columns.map(({ of = '' }) => of)));
  return [...enums].flatMap((name) => {
    const type = schema.getType(name);
    return isEnumType(type) ? type.getValues().map((value) => codeOf(name, value.name)) : [];
  });
}

describe('the words', () => {
  test('say every refusal in both languages with the same facts', () => {
    expect(badWords(PAGES)).toEqual([]);
    const thrown = thrownRefusals(CODE);
    expect(thrown.length).toBeGreaterThan(20);
    expect(wordless([...thrown, ...CHART_REFUSALS], WORDS)).toEqual([]);
  });

  test('hold no sentence that nobody says', () => {
    const used = namedCodes(CODE);
    for (const code of [...CHART_REFUSALS.map((each) => each.code), ...namedChoices()])
      used.add(code);
    expect(Object.keys(WORDS).filter((code) => !used.has(code))).toEqual([]);
  });
});

describe('the guard goes red', () => {
  test('on a committed file that is not what the code makes', () => {
    expect(drift('a\nb\n', 'a\nb\n')).toEqual([]);
    expect(drift('a\nb\n', 'a\nc\n')).toEqual(['- b', '+ c']);
    expect(drift('a\nb\n', 'b\na\n')).toEqual(['the same lines in another order']);
    expect(drift('a\n', 'a')).toEqual(['- ']);
  });

  const sdl = (body: string) => buildSchema(body, { assumeValid: true });
  const good = `
    "q" type Query { "a" a("x" x: I): A "l" l("1 to 100" first: Int! = 20, "c" after: String): AConnection }
    "a" type A implements Node { "id" id: ID! "e" e: E "s" s: S }
    "n" interface Node { "id" id: ID! }
    "c" type AConnection { "e" edges: [AEdge!]! }
    "e" type AEdge { "n" node: A! }
    "e" enum E { "one" ONE }
    "s" scalar S
    "u" interface UserError { "c" code: String! }
    "i" input I { "f" f: Int }
    type Mutation { "Does it. Codes: NO_THING, TEXT_LENGTH." doIt("i" input: DoItInput!): DoItPayload! }
    "i" input DoItInput { "f" f: Int }
    "p" type DoItPayload { "a" a: A "u" userErrors: [UserError!]! }`;

  test('on nothing in a good schema', () => {
    const fine = sdl(good);
    expect([
      undescribed(fine),
      badLists(fine, {}),
      badMutations(fine),
      unlistedCodes(fine),
    ]).toEqual([[], [], [], []]);
  });

  test.each([
    ['a type', '"a" type A', 'type A', ['A']],
    ['a field', '"e" e: E', 'e: E', ['A.e']],
    ['a field of an interface', '"c" code', 'code', ['UserError.code']],
    ['an argument', '"x" x: I', 'x: I', ['Query.a(x)']],
    ['an input field', '"f" f: Int }\n    "p"', 'f: Int }\n    "p"', ['DoItInput.f']],
    ['an enum', '"e" enum', 'enum', ['E']],
    ['an enum value', '"one" ONE', 'ONE', ['E.ONE']],
    ['a scalar', '"s" scalar', 'scalar', ['S']],
    ['a blank description', '"a" type A', '" " type A', ['A']],
  ])('on %s without a description', (_what, from, to, says) => {
    expect(undescribed(sdl(good.replace(from, to)))).toEqual(says);
  });

  test.each([
    ['a list of nodes', '"s" s: S', '"s" s: [A!]!', 'A.s is a list of A, not a AConnection'],
    ['a nullable list of nodes', '"s" s: S', '"s" s: [A]', 'A.s is a list of A'],
    ['a list of anything', '"s" s: S', '"s" s: [Node!]', 'A.s is a list of Node'],
    ['a connection without first', '"1 to 100" first: Int! = 20, ', '', 'Query.l has no first'],
    ['a page without a default', 'first: Int! = 20', 'first: Int!', 'Query.l(first)'],
    ['a page that may be null', 'first: Int! = 20', 'first: Int = 20', 'Query.l(first)'],
    ['a page of 101', 'first: Int! = 20', 'first: Int! = 101', 'Query.l(first)'],
  ])('on %s', (_what, from, to, says) => {
    expect(badLists(sdl(good.replace(from, to)), {})).toEqual([expect.stringContaining(says)]);
  });

  test('on a short list that is gone', () => {
    const listed = sdl(good.replace('"s" s: S', '"s" s: [A!]!'));
    expect(badLists(listed, { 'A.s': 'never more than two' })).toEqual([]);
    expect(badLists(sdl(good), { 'A.s': 'never more than two' })).toEqual([
      'A.s is on the list of short lists and lists no nodes',
    ]);
  });

  test.each([
    ['two arguments', '"i" input: DoItInput!', '"i" input: DoItInput!, "x" x: Int', 'exactly one'],
    ['an argument of another name', '"i" input:', '"i" data:', 'exactly one'],
    ['an input that may be null', 'input: DoItInput!', 'input: DoItInput', 'instead of DoItInput!'],
    ["another's input", 'input: DoItInput!', 'input: I!', 'instead of DoItInput!'],
    ['a payload that may be null', 'DoItPayload! }', 'DoItPayload }', 'instead of DoItPayload!'],
    ['a bare answer', '): DoItPayload! }', '): A! }', 'instead of DoItPayload!'],
    ['a payload without userErrors', '"u" userErrors: [UserError!]!', '', 'no userErrors'],
    ['other userErrors', '[UserError!]!', '[String!]!', 'userErrors is [String!]!'],
    ['a thing that cannot be null', '"a" a: A "u"', '"a" a: A! "u"', 'cannot be null'],
  ])('on a mutation with %s', (_what, from, to, says) => {
    expect(badMutations(sdl(good.replace(from, to)))).toEqual([expect.stringContaining(says)]);
  });

  test('on a mutation that does not list its codes', () => {
    expect(unlistedCodes(sdl(good.replace(' Codes: NO_THING, TEXT_LENGTH.', '')))).toHaveLength(1);
    expect(unlistedCodes(sdl(good.replace('NO_THING, TEXT_LENGTH', 'some')))).toHaveLength(1);
    expect(listedCodes('Does it. Codes: none.')).toEqual([]);
    expect(listedCodes('Codes: SIGN_IN_LOCKED (after five), ID_UNKNOWN.')).toEqual([
      'SIGN_IN_LOCKED',
      'ID_UNKNOWN',
    ]);
  });

  test('on a breaking change that is not listed', () => {
    const released = good.replace('"s" s: S', '"s" s: S "z" z: S');
    const gone = 'A.z was removed.';
    expect(breakingChanges(released, sdl(good), [])).toEqual([gone]);
    expect(breakingChanges(released, sdl(good), [gone])).toEqual([]);
  });

  const thrown = (text: string) => thrownRefusals([{ path: 'src/a.ts', text }]);
  const words: Words = { NO_ROOM: { en: '{{left}} left', 'zh-CN': '剩 {{left}}' } };

  test('on a refusal without words, or without the facts its words want', () => {
    expect(wordless(thrown(`throw new Refusal('NO_ROOM', { left: 1 }, ['a'])`), words)).toEqual([]);
    expect(wordless(thrown(`throw new Refusal('NO_ROOM', facts)`), words)).toEqual([]);
    expect(wordless(thrown(`throw new Refusal('NO_ROOM')`), words)).toHaveLength(1);
    expect(wordless(thrown(`throw new Refusal('NO_ROOM', { right: 1 })`), words)).toHaveLength(1);
    expect(wordless(thrown(`throw new Refusal('NO_AIR')`), words)).toHaveLength(1);
    expect(wordless(thrown(`throw new Refusal(a ? 'NO_AIR' : 'NO_SUN')`), words)).toHaveLength(2);
  });

  test.each([
    ['nobody knows', 'throw new Refusal(code)', ['?']],
    ['is computed', 'throw new Refusal(codeOf(x))', ['?']],
    ['another module gives', 'export function f(code) { throw new Refusal(code); }', ['?']],
    ['callers give', `function f(c) { throw new Refusal(c); } f('A_B'); f('A_C');`, ['A_B', 'A_C']],
    ['a constant holds', `const c = x ? 'A_B' : error.code; throw new Refusal(c);`, ['A_B']],
    ['is thrown again', 'throw new Refusal(error.code, facts)', []],
    ['the chart has', `throw new Refusal(line.refusal ?? 'A_B')`, ['A_B']],
  ])('a code that %s', (_what, text, codes) => {
    expect(thrown(text).map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    ['no Chinese', { A_B: { en: 'a' } }, 'lacks a language'],
    ['an empty sentence', { A_B: { en: 'a', 'zh-CN': '' } }, 'lacks a language'],
    ['a third language', { A_B: { en: 'a', 'zh-CN': '甲', fr: 'c' } }, 'other languages'],
    ['other placeholders', { A_B: { en: '{{a}}', 'zh-CN': '{{b}}' } }, 'puts in a and b'],
    ['half-width punctuation', { A_B: { en: 'a', 'zh-CN': '甲,乙' } }, 'Chinese does not use'],
    ['the same in both', { A_B: { en: 'a', 'zh-CN': 'a' } }, 'not translated'],
  ])('on words with %s', (_what, page: Words, says) => {
    expect(badWords({ page }).join()).toContain(says);
  });

  test('on words that stand twice', () => {
    expect(badWords({ one: words, two: words })).toEqual(['NO_ROOM stands in one and in two']);
  });
});
