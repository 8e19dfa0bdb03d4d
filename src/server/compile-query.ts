import {
  getNamedType,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  typeFromAST,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery as compile, isCompiledQuery, type CompiledQuery } from 'graphql-jit';

/** A query as a function: of the context and the variables. */
export type Compiled = CompiledQuery['query'];

/**
 * Compiles a query into a function, or returns null: what it cannot compile, and what it would
 * compile into something else than GraphQL means, runs in the ordinary way (decision 0012).
 */
export function compileQuery(schema: GraphQLSchema, document: DocumentNode): Compiled | null {
  if (!isSafe(schema, document)) return null;
  const compiled = compile(schema, document, undefined, { disablingCapturingStackErrors: true });
  return isCompiledQuery(compiled) ? compiled.query : null;
}

/** What the compiler writes into its code for values that JSON does not have; it unpacks any. */
const ITS_OWN_MARKS = '__MAGIC_';

function isSafe(schema: GraphQLSchema, document: DocumentNode): boolean {
  let safe = true;
  visit(document, {
    enter(node) {
      if (isTrap(schema, node)) safe = false;
      return undefined;
    },
  });
  return safe;
}

function isTrap(schema: GraphQLSchema, node: ASTNode): boolean {
  switch (node.kind) {
    case Kind.OPERATION_DEFINITION:
      return node.operation !== 'query';
    // A string that holds a mark would be run as code.
    case Kind.STRING:
      return node.value.includes(ITS_OWN_MARKS);
    // As an alias it would become the answer's prototype.
    case Kind.NAME:
      return node.value === '__proto__';
    // It keeps what @skip says of a field on the field, also where a fragment is used twice.
    case Kind.DIRECTIVE:
      return true;
    // A default moment would reach the resolver as text.
    case Kind.VARIABLE_DEFINITION: {
      const type = node.defaultValue && getNamedType(typeFromAST(schema, node.type as never));
      return isScalarType(type) && !isSpecifiedScalarType(type);
    }
    default:
      return false;
  }
}
