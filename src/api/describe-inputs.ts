import { getNamedType, type GraphQLSchema } from 'graphql';

/** A mutation's `input` says what its type says: written once, where the input's fields are. */
export function describeInputs(schema: GraphQLSchema): GraphQLSchema {
  for (const { args } of Object.values(schema.getMutationType()?.getFields() ?? {}))
    for (const argument of args) argument.description ??= getNamedType(argument.type).description;
  return schema;
}
