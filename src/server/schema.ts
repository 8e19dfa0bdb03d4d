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

/** Builds the API's schema from every module's resolvers; needs no database. */
export function createSchema(): GraphQLSchema {
  const resolvers = RESOLVERS as unknown as NonEmptyArray<new () => object>;
  readPlainFields();
  const schema = tellTypesAtOnce(buildSchemaSync({ resolvers, validate: false }));
  return enforcePolicies(locateRefusals(giveGlobalIds(describeInputs(schema))));
}

/** The schema as text, sorted, for people and for comparing. */
export function printSorted(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
