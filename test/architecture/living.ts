import { randomUUID } from 'node:crypto';
import { graphql, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import { Context } from '../../src/api/context';
import type { Actor } from '../../src/kernel/actor';
import { readGlobalId } from '../../src/kernel/global-id';
import { Denied } from '../../src/kernel/refusal';
import { answeringAgain } from '../../src/society/answer-again';
import type { World } from '../support/world';
import { PAST_DAYS, type Life, type Step } from './step';

/** A request of somebody, as the server would make it. */
export function contextOf(source: DataSource, actor: Actor, now = new Date(), key?: string) {
  const cookie = { set: () => undefined, clear: () => undefined };
  const once = key === undefined ? {} : { once: answeringAgain(key, 'a life') };
  const session = { tokenHash: null, cookie, address: '127.0.0.1', ...once };
  return new Context(source, actor, 'en', session, now);
}

/** How a step ended for somebody: `done`, a denial's code, or what was wrong. */
export type Ending = { readonly says: string; readonly payload: Record<string, unknown> };

/** Runs one step of a life as somebody, under a key where one is given. */
export async function run(
  { schema, source }: { schema: GraphQLSchema; source: DataSource },
  step: Step,
  life: Life,
  actor: Actor,
  key?: string,
): Promise<Ending> {
  const takesInput = operationOf(schema, step.does).args[0]?.name === 'input';
  await step.first?.(source, life);
  const variables = step.input(getter(life), life);
  const daysAgo = step.daysAgo ?? (step.past ? PAST_DAYS : 0);
  const now = new Date(life.now.getTime() - daysAgo * 24 * 3600_000);
  const answer = await graphql({
    schema,
    source: documentOf(schema, step),
    variableValues: takesInput ? { input: variables } : variables,
    contextValue: contextOf(source, actor, now, key),
  });
  const error = answer.errors?.[0];
  if (error) {
    const cause = error.originalError;
    const says = cause instanceof Denied ? cause.code : `${error.message} ${cause?.stack ?? ''}`;
    return { says, payload: {} };
  }
  const payload = (answer.data?.[step.does] ?? {}) as Record<string, unknown>;
  const refused = (payload.userErrors ?? []) as { code: string; path: string[] }[];
  const says = refused.map(({ code, path }) => `${code} ${path.join('.')}`).join(', ');
  return { says: says || 'done', payload };
}

function getter({ ids }: Life): (name: string) => string {
  return (name) => {
    const id = ids.get(name);
    if (!id) throw new Error(`Nothing called "${name}" has come to be in life.ts`);
    return id;
  };
}

export function operationOf(schema: GraphQLSchema, name: string): GraphQLField<unknown, unknown> {
  const field =
    schema.getMutationType()?.getFields()[name] ?? schema.getQueryType()?.getFields()[name];
  if (!field) throw new Error(`life.ts does ${name}, which the schema does not have`);
  return field;
}

function documentOf(schema: GraphQLSchema, step: Step): string {
  const field = operationOf(schema, step.does);
  const isMutation = step.does in (schema.getMutationType()?.getFields() ?? {});
  const takesInput = field.args[0]?.name === 'input';
  const given = takesInput ? field.args.slice(0, 1) : field.args;
  const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const kept = ['__typename', ...keptBy(step).map(([, path]) => nested(path.split('.')))].join(' ');
  const errors = takesInput ? 'userErrors { code path message }' : '';
  return `${isMutation ? 'mutation' : 'query'} (${declared}) {
    ${field.name}(${passed}) { ${kept} ${errors} } }`;
}

/** `application.tranches.0.id` as a selection: a number is a place in a list. */
function nested([name = '', ...rest]: string[]): string {
  if (/^\d+$/.test(name)) return nested(rest);
  return rest.length > 0 ? `${name} { ${nested(rest)} }` : name;
}

const keptBy = ({ keeps, keepsToo = [] }: Step) => (keeps ? [keeps, ...keepsToo] : keepsToo);

/** Keeps what a step made, under its names, and of what has a global id also the row's own. */
export function keep(step: Step, life: Life, payload: Record<string, unknown>): void {
  for (const [name, path] of keptBy(step)) {
    const id = path
      .split('.')
      .reduce<unknown>((at, part) => (at as Record<string, unknown> | null)?.[part], payload);
    if (typeof id !== 'string') throw new Error(`${step.does} gave no ${path}`);
    life.ids.set(name, id);
    life.ids.set(`${name} row`, readGlobalId(id)?.id ?? '');
  }
}

/** The right person's counterpart: the same roles, elsewhere. */
export function counterpart(step: Step, life: Life): Actor | null {
  const { home, other } = life.world;
  const [here, there] = step.at === 'other' ? [other, home] : [home, other];
  const right = step.by(here, life);
  const elsewhere = step.by(there, life);
  if (right.kind !== 'person' || right.standings.length === 0) return null;
  if (elsewhere !== right) return elsewhere;
  // The street's own officers stand above both communities: an officer of another street then.
  const away = { organisationId: randomUUID(), placeId: randomUUID() };
  return { ...right, standings: right.standings.map((each) => ({ ...each, ...away })) };
}

export const rightPerson = (step: Step, life: Life): Actor =>
  step.by(step.at === 'other' ? life.world.other : life.world.home, life);

export const nobody = ({ outsider }: World): Actor => outsider.actor;
