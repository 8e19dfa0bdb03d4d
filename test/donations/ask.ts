import { graphql } from 'graphql';
import type { DataSource } from 'typeorm';
import { Context } from '../../src/api/context';
import type { Actor } from '../../src/kernel/actor';
import { createSchema } from '../../src/server/schema';

const schema = createSchema();

/** Asks the API as somebody: what came, with all that was denied on the way. */
export async function ask<Data>(
  dataSource: DataSource,
  actor: Actor,
  source: string,
  variableValues: object = {},
): Promise<{ data: Data; codes: string[] }> {
  const cookie = { set: () => undefined, clear: () => undefined };
  const session = { tokenHash: null, cookie, address: '127.0.0.1' };
  const contextValue = new Context(dataSource, actor, 'en', session);
  const asked = { schema, source, contextValue, variableValues: { ...variableValues } };
  const { data, errors } = await graphql(asked);
  return { data: data as Data, codes: (errors ?? []).map(({ message }) => message) };
}
