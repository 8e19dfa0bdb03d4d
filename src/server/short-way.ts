import {
  execute,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { Context } from '../api/context';
import { formatError, type Log } from './errors';
import type { Operation } from './operations';

type Variables = Readonly<Record<string, unknown>> | undefined;

/**
 * Answers an operation that was read before, with the bytes that the ordinary way would give. Null
 * where the ordinary way has to: a query that met an error is run again there, since it changed
 * nothing, and a mutation whose variables do not fit was never begun.
 */
export async function answerShortly(
  operation: Operation,
  context: Context,
  asked: { readonly schema: GraphQLSchema; readonly variables: Variables; readonly log: Log },
): Promise<string | null> {
  if (operation.kind === 'mutation') return await mutate(operation, context, asked);
  const result = await query(operation, context, asked);
  return result && !result.errors ? written(result) : null;
}

async function query(
  { compiled, document }: Operation,
  context: Context,
  { schema, variables }: { readonly schema: GraphQLSchema; readonly variables: Variables },
): Promise<ExecutionResult | null> {
  if (!compiled)
    return await execute({ schema, document, contextValue: context, variableValues: variables });
  try {
    return await compiled(undefined, context, variables ?? {});
  } catch {
    return null;
  }
}

async function mutate(
  operation: Operation,
  contextValue: Context,
  asked: Parameters<typeof answerShortly>[2],
): Promise<string | null> {
  const answer = await answerWithErrors(operation, contextValue, asked);
  return answer.data === undefined ? null : written(answer);
}

/** The answer with its errors as the API tells them; what went wrong with us is in the log. */
export async function answerWithErrors(
  { document }: Operation,
  contextValue: Context,
  { schema, variables, log }: Parameters<typeof answerShortly>[2],
): Promise<{ readonly data?: unknown; readonly errors?: readonly GraphQLFormattedError[] }> {
  const result = await execute({ schema, document, contextValue, variableValues: variables });
  const errors = result.errors?.map((error) =>
    formatError(formatted(error), error, contextValue.language, log),
  );
  return { data: result.data, errors };
}

/** An error as Apollo hands it to `formatError`. */
function formatted(error: GraphQLError): GraphQLFormattedError {
  const { extensions } = error;
  const code = extensions.code ?? 'INTERNAL_SERVER_ERROR';
  return { ...error.toJSON(), extensions: { ...extensions, code } };
}

const written = ({
  data,
  errors,
}: {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}) => `${JSON.stringify({ errors, data })}\n`;
