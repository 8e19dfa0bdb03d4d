import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../api/context';
import { boundedCost } from '../api/query-cost';
import { formatError, type Log } from './errors';
import { MOST_TOKENS } from './operations';

/** The ordinary way to an answer; errors are worded here, where the asker's language is known. */
export function apolloFor(
  schema: GraphQLSchema,
  app: FastifyInstance,
  log: Log,
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    // No text is ever registered by its hash: the list of trusted documents is made at build.
    persistedQueries: false,
    validationRules: [boundedCost],
    parseOptions: { maxTokens: MOST_TOKENS },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      {
        requestDidStart: () =>
          Promise.resolve({
            willSendResponse: ({ contextValue, response, errors }) => {
              const { body } = response;
              if (body.kind === 'single' && body.singleResult.errors && errors) {
                const language = contextValue.language ?? 'en';
                body.singleResult.errors = body.singleResult.errors.map((formatted, i) =>
                  formatError(formatted, errors[i], language, log),
                );
              }
              return Promise.resolve();
            },
          }),
      },
    ],
  });
}
