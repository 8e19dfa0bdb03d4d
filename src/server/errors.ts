import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, Kind, type GraphQLFormattedError } from 'graphql';
import { RefusedQuery } from '../api/refused-query';
import { say, type Language } from '../api/say';
import { Denied, Refusal } from '../kernel/refusal';

/** Codes with which GraphQL itself says that the request is not as the schema asks. */
const UNREADABLE = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Writes an incident down where only we can read it. */
export type Log = (line: string) => void;

/**
 * Shapes a top-level error: UNAUTHENTICATED, FORBIDDEN and BAD_USER_INPUT say what is wrong;
 * anything
 * else is ours, and leaves only an incident number that the log explains.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  language: Language,
  log: Log,
): GraphQLFormattedError {
  const { locations, path } = formatted;
  const where = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  const thrown = unwrapResolverError(error);
  const cause = thrown instanceof RefusedQuery ? thrown.refusal : thrown;
  if (cause instanceof Denied)
    return { ...where, message: say(language, cause.code), extensions: { code: cause.code } };
  if (cause instanceof Refusal) {
    const { code: reason, facts, path: field } = cause;
    const message = say(language, reason, facts);
    return { ...where, message, extensions: { code: 'BAD_USER_INPUT', reason, field } };
  }
  if (UNREADABLE.has(String(formatted.extensions?.code)) || isOfOperation(error)) {
    const message = say(language, 'BAD_USER_INPUT', { detail: formatted.message });
    return { ...where, message, extensions: { code: 'BAD_USER_INPUT' } };
  }
  const incident = randomUUID();
  log(`incident ${incident} ${describe(cause, error)}`);
  const message = say(language, 'INTERNAL', { incident });
  return { ...where, message, extensions: { code: 'INTERNAL', incident } };
}

/**
 * GraphQL's own word on the operation: before any field (a subscription, which we have none of), on
 * a variable that is not of its type, or on an argument that a variable has left null.
 */
function isOfOperation(error: unknown): boolean {
  if (!(error instanceof GraphQLError)) return false;
  const { originalError, path, nodes = [] } = error;
  if (!originalError || nodes[0]?.kind === Kind.VARIABLE_DEFINITION) return !path;
  const [place] = originalError instanceof GraphQLError ? (originalError.nodes ?? []) : [];
  return place !== undefined && place.kind !== Kind.FIELD;
}

function describe(cause: unknown, error: unknown): string {
  const at = (error as Partial<GraphQLError> | undefined)?.path?.join('.') ?? '-';
  return `at ${at}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`;
}
