import type { FastifyRequest } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import type { Language } from '../../api/say';
import type { Log } from '../errors';
import { strangerAt } from '../request-context';
import { answerShortly, answerWithErrors } from '../short-way';
import { TrustedOperations, type TrustedDocument } from '../trusted-documents';
import type { PublicPage } from './built';

/** What public pages ask with: always as a stranger, whoever looks at them. */
export interface Asking {
  readonly source: DataSource;
  readonly schema: GraphQLSchema;
  readonly documents: readonly TrustedDocument[];
  readonly log: Log;
  /** Where people find this server; null: where they ask for it. */
  readonly publicUrl: string | null;
}

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}

export type AskAsStranger = (
  request: FastifyRequest,
  language: Language,
  asks: PublicPage['asks'],
  variables: object,
) => Promise<Answer>;

/** Asks our documents in this very process, the short way that they are asked over HTTP. */
export function askingAsStranger({ source, schema, documents, log }: Asking): AskAsStranger {
  const trusted = new TrustedOperations(schema, documents);
  return async (request, language, { __meta__: { name, hash } }, variables) => {
    const operation = trusted.find(hash);
    if (!operation) throw new Error(`${name} is not among our documents.`);
    const context = strangerAt(source, request, language);
    const asked = { schema, log, variables: variables as Record<string, unknown> };
    const body = await answerShortly(operation, context, asked);
    return body === null
      ? await answerWithErrors(operation, context.anew(), asked)
      : (JSON.parse(body) as Answer);
  };
}
