import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../api/context';
import { Denied, Refusal } from '../../kernel/refusal';
import { MOST_BYTES } from '../../spreadsheets/read-sheet';
import { UnderWay } from '../attachments/under-way';
import type { Log } from '../errors';
import { answerError } from '../spreadsheets/answer-error';
import { needCommunityNamed } from '../spreadsheets/export-routes';
import type { Noun } from './noun';
import { NOUNS } from './nouns';
import { takeIn } from './take-in';
import { templateOf } from './template';

export interface Importing {
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  readonly log: Log;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a file may be sent as: none of what a form of another site can send unasked. */
const TYPES = ['text/csv', XLSX, 'application/octet-stream'];

/** How long a file may take to come: twenty megabytes over a slow line. */
const PATIENCE_MS = 180_000;

type Asked = FastifyRequest<{
  Params: { noun: string };
  Querystring: Record<string, string | string[] | undefined>;
}>;

/**
 * `GET /import/products.xlsx`: a template to fill in. `POST /import/products?community=…`: what
 * would become of a file; with `commit=yes` it is taken in, if no line is bad.
 */
export async function registerImports(app: FastifyInstance, importing: Importing): Promise<void> {
  const underWay = new UnderWay(PATIENCE_MS);
  await app.register((scope, _options, done) => {
    const asking = new WeakMap<FastifyRequest, Context>();
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      TYPES,
      { parseAs: 'buffer', bodyLimit: MOST_BYTES },
      (_request, body, parsed) => parsed(null, body),
    );
    // Before a byte of the file is read.
    scope.addHook('onRequest', async (request, reply) => {
      void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
      const context = await importing.contextOf(request, reply);
      asking.set(request, context);
      const { personId } = context.actor;
      if (personId === null) throw new Denied('UNAUTHENTICATED');
      if (request.method === 'POST') underWay.admit(personId, request.raw, reply.raw);
    });
    scope.setErrorHandler(async (error: Error & { code?: string }, request, reply) => {
      const context = asking.get(request);
      if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return await reply.code(415).send();
      const large = error.code === 'FST_ERR_CTP_BODY_TOO_LARGE';
      const said = large ? new Refusal('FILE_TOO_LARGE', { bytes: MOST_BYTES }) : error;
      return await answerError(reply, said, context?.language ?? 'en', importing.log);
    });
    scope.get('/import/:noun', async (request: Asked, reply) => {
      const { noun: file } = request.params;
      const { noun, name } = needNoun(file.replace(/\.xlsx$/, ''));
      return await reply
        .header('content-disposition', `attachment; filename="${name}.xlsx"`)
        .type(XLSX)
        .send(templateOf(noun));
    });
    scope.post('/import/:noun', async (request: Asked) => {
      const context = asking.get(request);
      if (!context) throw new Denied('UNAUTHENTICATED');
      const { noun, name } = needNoun(request.params.noun);
      const community = await needCommunityNamed(context, request.query.community);
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const commit = request.query.commit === 'yes';
      return await takeIn(context, { name, noun, community, bytes }, commit);
    });
    done();
  });
}

function needNoun(name: string): { noun: Noun; name: string } {
  const noun = Object.hasOwn(NOUNS, name) ? NOUNS[name] : undefined;
  const nouns = Object.keys(NOUNS).join(' ');
  if (!noun) throw new Refusal('IMPORT_UNKNOWN', { noun: name.slice(0, 40), nouns }, ['noun']);
  return { noun, name };
}
