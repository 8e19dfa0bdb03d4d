import { isAbstractType, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

/** A field without a method of its own is read off its object, with no function in between. */
export function readPlainFields(): void {
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers = true;
}

/**
 * Which type an object of an interface or a union is, told at once: type-graphql makes a promise of
 * it, which a list would wait for item by item, and which a compiled query does not take.
 */
export function tellTypesAtOnce(schema: GraphQLSchema): GraphQLSchema {
  const { objectTypes, interfaceTypes, unions } = getMetadataStorage();
  const names = new Map<unknown, string>(objectTypes.map(({ target, name }) => [target, name]));
  for (const { name, resolveType } of [...interfaceTypes, ...unions]) {
    const type = schema.getType(name);
    if (!isAbstractType(type) || !resolveType) continue;
    type.resolveType = (...asked) => {
      const told: unknown = resolveType(...asked);
      return typeof told === 'string' ? told : names.get(told);
    };
  }
  return schema;
}
