import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Context } from '../api/context';
import { boundedCost } from '../api/query-cost';
import { sealer } from '../ledger/seal';
import { purgeSessions } from '../society/purge-sessions';
import { registerEarlyErrors } from './early-errors';
import { formatError, type Log } from './errors';
import { registerGraphiql } from './graphiql';
import { contextOf } from './request-context';
import { createSchema } from './schema';

/** How often new entries are sealed into blocks, and sessions that ended are forgotten. */
const UPKEEP_EVERY_MS = 60_000;

/** The longest operation: what is larger was not written by a person or a screen. */
const MOST_TOKENS = 5_000;

/** The largest request body: a mutation's input, never a file. */
const BODY_BYTES = 1_000_000;

export interface Served {
  readonly url: string;
  /** Answers what is under way, seals the books, and stops. */
  close(): Promise<void>;
}

/** Serves the API for a migrated database. */
export async function serve(
  settings: { readonly host: string; readonly port: number; readonly publicUrl: string | null },
  source: DataSource,
  log: Log,
): Promise<Served> {
  const app = fastify({ bodyLimit: BODY_BYTES, forceCloseConnections: 'idle' });
  const apollo = apolloFor(app, log);
  await apollo.start();
  await app.register(cookie);
  registerHealth(app, source);
  registerEarlyErrors(app, log);
  registerGraphiql(app);
  const secure = settings.publicUrl?.startsWith('https:') ?? false;
  await app.register(fastifyApollo(apollo), {
    path: '/graphql',
    context: (request, reply) => contextOf(source, request, reply, secure),
  });
  const url = await app.listen({ host: settings.host, port: settings.port });
  const seal = sealer(source);
  const upkeep = setInterval(() => {
    seal().catch((error: unknown) => log(`sealing failed: ${String(error)}`));
    purgeSessions(source, new Date()).catch((error: unknown) =>
      log(`purging sessions failed: ${String(error)}`),
    );
  }, UPKEEP_EVERY_MS);
  return {
    url,
    close: async () => {
      clearInterval(upkeep);
      await app.close();
      await apollo.stop();
      await seal();
    },
  };
}

function apolloFor(app: FastifyInstance, log: Log): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema: createSchema(),
    introspection: true,
    validationRules: [boundedCost],
    parseOptions: { maxTokens: MOST_TOKENS },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginCacheControlDisabled(),
      {
        // Errors are worded here, where the asker's language is known.
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

/** `/healthz`: the process lives. `/readyz`: the database answers and is migrated. */
function registerHealth(app: FastifyInstance, source: DataSource): void {
  app.get('/healthz', () => ({ alive: true }));
  app.get('/readyz', async (_request, reply) => {
    try {
      const pending = await source.showMigrations();
      if (!pending) return { ready: true };
      return await reply.code(503).send({ ready: false, why: 'Migrations are pending.' });
    } catch {
      return await reply.code(503).send({ ready: false, why: 'The database does not answer.' });
    }
  });
}
