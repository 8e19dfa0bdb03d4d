import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import type { Actor } from '../../src/kernel/actor';
import { createSchema } from '../../src/server/schema';
import type { FreshDatabase } from '../support/database';

const schema = createSchema();

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each query has its own shape
export type Answer = any;

/** Asks the API as an actor, now or at a moment; `codes` are what it refused. */
export async function ask(
  { dataSource }: FreshDatabase,
  actor: Actor,
  source: string,
  variableValues: Record<string, unknown>,
  now = new Date(),
): Promise<{ data: Answer; codes: string[] }> {
  const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
  const contextValue = new Context(dataSource, actor, 'en', session, now);
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
  return { data, codes: (errors ?? []).map(({ message }) => message) };
}
