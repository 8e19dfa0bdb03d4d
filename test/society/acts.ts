import { graphql, type GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import { Context } from '../../src/api/context';
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

/** How something was refused: `SLUG_TAKEN slug`, `FORBIDDEN`; anything but a refusal is thrown on. */
export async function refused(doing: Promise<unknown>): Promise<string> {
  try {
    await doing;
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.path.join('.')].join(' ').trim();
    if (error instanceof Denied) return error.code;
    throw error;
  }
  return 'done';
}

/** Asks the API as somebody; top-level errors come as `FORBIDDEN me.person.login`. */
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
    errors: (errors ?? []).map(({ message, path }) => `${message} ${path?.join('.') ?? ''}`.trim()),
  };
}
