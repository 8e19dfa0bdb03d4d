import { graphql, type GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import { Context } from '../../src/api/context';
import { RefusedQuery } from '../../src/api/refused-query';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { Denied, Refusal } from '../../src/kernel/refusal';
import { inUnitOfWork, type UnitOfWork } from '../../src/kernel/unit-of-work';

/** A command by its input, done by an actor: `act(source, officer.actor, registerPlace, { … })`. */
export function act<Input, T>(
  source: DataSource,
  actor: Actor,
  command: (work: UnitOfWork, input: Input) => Promise<T>,
  input: Input,
  now?: Date,
): Promise<T> {
  return inUnitOfWork(source, actor, (work) => command(work, input), now);
}

/** How something was refused: `SLUG_TAKEN slug`, `FORBIDDEN`; anything else is thrown on. */
export async function refused(doing: Promise<unknown>): Promise<string> {
  try {
    await doing;
  } catch (error) {
    const known = named(error);
    if (known) return known;
    throw error;
  }
  return 'done';
}

function named(error: unknown): string | null {
  if (error instanceof Refusal) return [error.code, error.path.join('.')].join(' ').trim();
  return error instanceof Denied ? error.code : null;
}

/**
 * Asks the API as somebody. Top-level errors come as refusals with the input field that is wrong
 * (`PAGE_SIZE first`), others with where in the answer they stand (`FORBIDDEN me.person.login`).
 */
export async function ask<Data = Record<string, unknown>>(
  schema: GraphQLSchema,
  source: DataSource,
  actor: Actor = STRANGER,
  query: string,
  variableValues: Record<string, unknown> = {},
): Promise<{ data: Data; errors: string[] }> {
  const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '::1' };
  const contextValue = new Context(source, actor, 'en', session);
  const { data, errors } = await graphql({ schema, source: query, contextValue, variableValues });
  return {
    data: data as Data,
    errors: (errors ?? []).map((error) => {
      const { originalError: cause = error, message, path } = error;
      if (cause instanceof RefusedQuery) return named(cause.refusal) ?? message;
      return `${message} ${path?.join('.') ?? ''}`.trim();
    }),
  };
}

/** Which of a node's fields somebody may not read, in alphabetical order. */
export async function denied(
  as: (actor: Actor, query: string, variables: object) => Promise<{ errors: string[] }>,
  actor: Actor,
  id: string,
  type: string,
  fields: string[],
): Promise<string[]> {
  const out: string[] = [];
  for (const field of fields) {
    const query = `query ($id: ID!) { node(id: $id) { ... on ${type} { ${field} } } }`;
    const { errors } = await as(actor, query, { id });
    if (errors.length > 0) out.push(field.split(/\W/)[0]!);
  }
  return out.sort();
}
