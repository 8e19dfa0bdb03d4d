import {
  getOperationAST,
  Kind,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { boundedCost } from '../api/query-cost';
import { compileQuery, type Compiled } from './compile-query';

/** The longest operation: what is larger was not written by a person or a screen. */
export const MOST_TOKENS = 5_000;

/** An operation that was read and found right, once. */
export interface Operation {
  readonly text: string;
  readonly document: DocumentNode;
  readonly kind: 'query' | 'mutation';
  readonly name: string | undefined;
  /** Whether it asks for what only a token's holder may see: nobody else is given its answer. */
  readonly byToken: boolean;
  /** The query as a function; null for mutations and what cannot be compiled. */
  readonly compiled: Compiled | null;
}

/** Reads a document of one operation; null for what GraphQL would answer with an error. */
export function readOperation(schema: GraphQLSchema, text: string): Operation | null {
  const document = parsed(text);
  if (!document || validate(schema, document, RULES).length > 0) return null;
  const operation = getOperationAST(document);
  if (!operation || operation.operation === 'subscription') return null;
  const { operation: kind, name } = operation;
  const compiled = kind === 'query' ? compileQuery(schema, document) : null;
  const byToken = (operation.variableDefinitions ?? []).some(({ variable }) =>
    variable.name.value.endsWith('Token'),
  );
  return { text, document, kind, name: name?.value, byToken, compiled };
}

const RULES = [...specifiedRules, boundedCost];

function parsed(text: string): DocumentNode | null {
  try {
    const document = parse(text, { maxTokens: MOST_TOKENS });
    const operations = document.definitions.filter(
      ({ kind }) => kind === Kind.OPERATION_DEFINITION,
    );
    return operations.length === 1 ? document : null;
  } catch {
    return null;
  }
}

/** How many texts are kept read; the one that was not asked for the longest makes room. */
const MOST_KEPT = 500;

/** Operations by their text, each read once while it is asked for. */
export class OpenOperations {
  private readonly kept = new Map<string, Operation | null>();

  constructor(private readonly schema: GraphQLSchema) {}

  find(text: string): Operation | null {
    const known = this.kept.get(text);
    const operation = known === undefined ? readOperation(this.schema, text) : known;
    // A Map keeps the order in which keys came: what is asked for again goes to the end.
    this.kept.delete(text);
    this.kept.set(text, operation);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return operation;
  }
}
