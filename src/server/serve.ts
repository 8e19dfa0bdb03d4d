import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { rolling } from '../reports/rolling';
import { drainLanes } from '../ledger/lanes';
import { sealer } from '../ledger/seal';
import { apolloFor } from './apollo';
import { UPLOAD_BYTES } from './attachment-settings';
import { registerAttachments } from './attachments/attachment-routes';
import { registerEarlyErrors } from './early-errors';
import type { Log } from './errors';
import { registerGiving } from './giving';
import { registerGraphiql } from './graphiql';
import { registerGraphql } from './graphql-route';
import { registerImports } from './imports/import-routes';
import { lettingFinish } from './let-finish';
import { registerArchives } from './archives/archive-routes';
import { registerPapers } from './printed/paper-routes';
import { contextOf } from './request-context';
import { createSchema } from './schema';
import type { Settings } from './settings';
import { registerExports } from './spreadsheets/export-routes';
import { trustedDocuments } from './trusted-documents';
import { registerWeb } from './web/web-routes';
import { keepUp } from './upkeep';

/** How long a file that is uploaded may take to come. */
const UPLOAD_PATIENCE_MS = 60_000;

/** The largest request body: a mutation's input, never a file. */
const BODY_BYTES = 1_000_000;

export interface Served {
  readonly url: string;
  /** Answers what is under way, posts what waits, seals the books, and stops. */
  close(): Promise<void>;
}

/** Where nothing is said of queries, they are open, and only trusted documents are compiled. */
export type ServeSettings = Pick<Settings, 'host' | 'port' | 'publicUrl'> &
  Partial<
    Pick<
      Settings,
      | 'openQueries'
      | 'queryCompiler'
      | 'payments'
      | 'mail'
      | 'environment'
      | 'trustedProxies'
      | 'attachments'
    >
  >;

/** Serves the API for a migrated database. */
export async function serve(
  settings: ServeSettings,
  source: DataSource,
  log: Log,
): Promise<Served> {
  const { trustedProxies: trustProxy = ['loopback'], publicUrl } = settings;
  const app = fastify({ bodyLimit: BODY_BYTES, forceCloseConnections: 'idle', trustProxy });
  const stop = lettingFinish(app);
  const { openQueries = true, queryCompiler = 'trusted' } = settings;
  const schema = createSchema();
  const apollo = apolloFor(schema, app, log);
  await apollo.start();
  await app.register(cookie);
  registerHealth(app, source);
  registerEarlyErrors(app, log);
  // Where only trusted documents are answered, a page to try queries on would be of no use.
  if (openQueries) registerGraphiql(app);
  const whoAsks = askedBy(source, settings);
  const documents = trustedDocuments();
  registerGraphql(app, {
    ...{ schema, apollo, openQueries, queryCompiler, log },
    documents,
    contextOf: whoAsks,
  });
  const fail = await registerWeb(app, { source, schema, documents, log, publicUrl });
  registerExports(app, { schema, log, contextOf: whoAsks });
  registerArchives(app, { log, contextOf: whoAsks });
  // A free port is known only when it is listened on.
  let home = publicUrl ?? '';
  registerPapers(app, { log, contextOf: whoAsks, home: () => home });
  await registerImports(app, { log, contextOf: whoAsks });
  await registerAttachments(app, {
    mostBytes: settings.attachments?.mostBytes ?? UPLOAD_BYTES,
    patienceMs: UPLOAD_PATIENCE_MS,
    ...{ log, contextOf: whoAsks },
  });
  const giving = await registerGiving(app, { ...settings, fail }, source, log);
  const url = await app.listen({ host: settings.host, port: settings.port });
  home = publicUrl ?? url;
  await giving.start(url);
  const seal = sealer(source, rolling(source));
  const rest = keepUp(source, seal, log);
  return {
    url,
    close: async () => {
      await rest();
      await giving.rest();
      await stop();
      await giving.stop();
      await apollo.stop();
      await drainLanes(source);
      await seal();
    },
  };
}

/** Whoever asks; a browser's cookie goes by HTTPS alone where people come by it. */
function askedBy(source: DataSource, { publicUrl }: Pick<ServeSettings, 'publicUrl'>) {
  const secure = publicUrl?.startsWith('https:') ?? false;
  return (request: FastifyRequest, reply: FastifyReply) =>
    contextOf(source, request, reply, secure);
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
