import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { Refusal } from '../kernel/refusal';
import type { Context } from './context';
import { ownObjectTypes } from './policy';

/**
 * A refusal on its way out of a query. graphql-js takes every error with a `path` for one that it
 * has located already, and a refusal's path names an input field: wrapped, it gets the place in the
 * answer where it happened as well.
 */
export class RefusedQuery extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** Wraps what fields with arguments refuse: without arguments there is nothing to refuse. */
export function locateRefusals(schema: GraphQLSchema): GraphQLSchema {
  for (const type of ownObjectTypes(schema))
    for (const field of Object.values(type.getFields()))
      if (field.args.length > 0 && field.resolve) field.resolve = located(field.resolve);
  return schema;
}

type Resolve = GraphQLFieldResolver<unknown, Context>;

function located(resolve: Resolve): Resolve {
  return (...asked) => {
    try {
      const answer = resolve(...asked);
      return answer instanceof Promise ? answer.catch(fail) : answer;
    } catch (error) {
      return fail(error);
    }
  };
}

function fail(error: unknown): never {
  throw error instanceof Refusal ? new RefusedQuery(error) : error;
}
