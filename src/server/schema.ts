import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { describeInputs } from '../api/describe-inputs';
import { giveGlobalIds } from '../api/node.graphql';
import { readPlainFields, tellTypesAtOnce } from '../api/plain-types';
import { enforcePolicies } from '../api/policy';
import { locateRefusals } from '../api/refused-query';
import { RESOLVERS } from './resolvers';

let built: GraphQLSchema | undefined;

/**
 * The API's schema, from every module's resolvers; needs no database. It takes most of a second to
 * build and never changes, so that a process builds it once.
 */
export function createSchema(): GraphQLSchema {
  built ??= build();
  return built;
}

function build(): GraphQLSchema {
  const resolvers = RESOLVERS as unknown as NonEmptyArray<new () => object>;
  readPlainFields();
  // A third of the time would go into asking it all about itself. Whether it is right is asked by
  // the server when it starts, and by a test.
  const options = { resolvers, validate: false, skipCheck: true };
  const schema = tellTypesAtOnce(buildSchemaSync(options));
  return enforcePolicies(locateRefusals(giveGlobalIds(describeInputs(schema))));
}

/** The schema as text, sorted, for people and for comparing. */
export function printSorted(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
