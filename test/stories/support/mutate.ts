import {
  getNamedType,
  isLeafType,
  isObjectType,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
} from 'graphql';
import { createSchema } from '../../../src/server/schema';
import { type Answer, type Client, type Language, type Refused } from './client';

/** The API's own schema: what mutations there are, and what they take. */
export const SCHEMA = createSchema();

export const MUTATIONS = Object.keys(SCHEMA.getMutationType()?.getFields() ?? {}).sort();

/**
 * The input type of a mutation, the codes that it says it refuses, and the field of its payload
 * that holds what came of it.
 */
export function mutationNamed(name: string): {
  readonly input: GraphQLInputObjectType;
  readonly codes: ReadonlySet<string>;
  readonly thing: string;
  readonly document: string;
} {
  const field = SCHEMA.getMutationType()?.getFields()[name];
  const input = field && (getNamedType(field.args[0]?.type) as GraphQLInputObjectType);
  if (!field || !input) throw new Error(`There is no mutation ${name}`);
  const payload = getNamedType(field.type) as GraphQLObjectType;
  // A word that is told once stands beside a thing that has an id.
  const told = Object.values(payload.getFields()).filter((each) => each.name !== 'userErrors');
  const thing = told.find((each) => isObjectType(getNamedType(each.type))) ?? told[0];
  if (!thing) throw new Error(`${name} gives nothing`);
  const type = getNamedType(thing.type);
  const id = isObjectType(type) && 'id' in type.getFields() ? 'id' : '__typename';
  const selection = isLeafType(type) ? thing.name : `${thing.name} { ${id} }`;
  const document = `mutation ($input: ${input.name}!) { ${name}(input: $input) {
    ${selection} userErrors { __typename code message path } } }`;
  const codes = new Set(field.description?.match(/\b[A-Z][A-Z_]{3,}\b/g));
  return { input, codes, thing: thing.name, document };
}

/** Asks for a mutation. */
export async function mutate(
  client: Client,
  name: string,
  input: unknown,
  language: Language = 'en',
): Promise<Answer> {
  return await client.ask(mutationNamed(name).document, { input }, language);
}

/** What came of a mutation: `done`, or the refusal's code with its path: `TEXT_LENGTH reason`. */
export function outcomeOf(answer: Answer, name: string): string {
  if (answer.errors.length > 0) return answer.errors.map(topLevel).join(', ');
  const payload = answer.data?.[name] as Record<string, unknown> & { userErrors: Refused[] };
  const [refused] = payload.userErrors;
  const thing = payload[mutationNamed(name).thing];
  if (refused && thing !== null) throw new Error(`${name} refused and did it: ${answer.text}`);
  if (refused) expectDescribed(name, refused);
  if (!refused && (thing === null || thing === undefined)) throw new Error(answer.text);
  return refused ? [refused.code, refused.path.join('.')].join(' ').trim() : 'done';
}

/** A refusal names a field that the mutation takes, and its code stands in its description. */
function expectDescribed(name: string, { code, path: [field] }: Refused): void {
  const { input, codes } = mutationNamed(name);
  if (field !== undefined && !(field in input.getFields()))
    throw new Error(`${name} was refused at ${field}, which it does not take`);
  // What a motion carries is refused as its own mutation refuses it.
  if (!codes.has(code) && field !== 'act')
    throw new Error(`${name} does not say that it refuses ${code}`);
}

/** `FORBIDDEN`, or `BAD_USER_INPUT lines.0.quantity`, as the message names the field. */
export function topLevel({ message, extensions = {} }: Answer['errors'][number]): string {
  const { code = 'none', field } = extensions;
  const at = /at "input\.([^"]+)"/.exec(message)?.[1]?.replaceAll(/\[(\d+)\]/g, '.$1');
  const named = /Field "(\w+)"/.exec(message)?.[1];
  const path = field?.join('.') ?? [at, named].filter(Boolean).join('.');
  return [code, path].join(' ').trim();
}

/**
 * Asks for a mutation with inputs that ought all to be refused, and tells what came of each. Each
 * kind of refusal is asked for again in Chinese: the same code and path, in other words.
 */
export async function refusals(
  client: Client,
  name: string,
  inputs: readonly unknown[],
): Promise<string[]> {
  const answers = await Promise.all(inputs.map((input) => mutate(client, name, input)));
  const outcomes = answers.map((answer) => outcomeOf(answer, name));
  const kinds = new Map(outcomes.map((outcome, i) => [outcome, i]));
  for (const [outcome, i] of kinds) {
    if (outcome === 'done') continue;
    const chinese = await mutate(client, name, inputs[i], 'zh-CN');
    expect(outcomeOf(chinese, name)).toBe(outcome);
    expectWords(messagesOf(answers[i]!, name), messagesOf(chinese, name));
  }
  return outcomes;
}

function messagesOf({ data, errors }: Answer, name: string): string[] {
  if (errors.length > 0) return errors.map(({ message }) => message);
  const { userErrors } = data?.[name] as { userErrors: Refused[] };
  return userErrors.map(({ message }) => message);
}

function expectWords(english: readonly string[], chinese: readonly string[]): void {
  expect(english.length).toBe(chinese.length);
  for (const [i, said] of english.entries()) {
    expect(said).toMatch(/[a-z]{2}/);
    expect(chinese[i]).toMatch(/[\u4e00-\u9fff]{2}/);
    expect(chinese[i]).not.toBe(said);
    expect(`${said}${chinese[i]}`).not.toMatch(/\{\{|undefined|\[object/);
  }
}
