import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../api/context';
import { LANGUAGES } from '../../api/say';
import { Denied, Refusal } from '../../kernel/refusal';
import { MOST_BYTES } from '../../spreadsheets/read-sheet';
import { UnderWay } from '../attachments/under-way';
import type { Log } from '../errors';
import { answerError } from '../spreadsheets/answer-error';
import { needCommunityNamed } from '../spreadsheets/export-routes';
import type { Hear } from './going';
import type { Noun } from './noun';
import { NOUNS } from './nouns';
import { takeIn, type File } from './take-in';
import { LINES, tellProgress } from './tell-progress';
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
 * `GET /import/products.xlsx`, `.csv`: a template to fill in. `POST /import/products?community=…`:
 * what would become of a file; with `commit=yes` it is taken in, if no line is bad.
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
      const said = large
        ? new Refusal('FILE_TOO_LARGE', { megabytes: MOST_BYTES / 1_000_000 })
        : error;
      return await answerError(reply, said, context?.language ?? 'en', importing.log);
    });
    scope.get('/import/:noun', giveTemplate);
    scope.post('/import/:noun', async (request: Asked, reply) => {
      const context = asking.get(request);
      if (!context) throw new Denied('UNAUTHENTICATED');
      return await answer(request, reply, context, importing.log);
    });
    done();
  });
}

async function giveTemplate(request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const [file = '', ending = 'xlsx'] = request.params.noun.split('.');
  const { noun, name } = needNoun(file);
  const format = ending === 'csv' || ending === 'xlsx' ? ending : null;
  if (!format) throw new Refusal('FORMAT_UNKNOWN', {}, ['format']);
  // Offices read Chinese, unless somebody asks for another language.
  const language = LANGUAGES.find((each) => each === request.query.lang) ?? 'zh-CN';
  return await reply
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .type(format === 'csv' ? 'text/csv; charset=utf-8' : XLSX)
    .send(await templateOf(noun, format, language));
}

/** In one piece when all is done, or in lines as it goes on, as the request would have it. */
async function answer(
  request: Asked,
  reply: FastifyReply,
  context: Context,
  log: Log,
): Promise<FastifyReply> {
  const { noun, name } = needNoun(request.params.noun);
  const community = await needCommunityNamed(context, request.query.community);
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const file: File = { name, noun, community, bytes };
  const leaving = new AbortController();
  reply.raw.once('close', () => leaving.abort());
  const { commit, again } = request.query;
  const manner = { commit: commit === 'yes', again: again === 'yes', gone: leaving.signal };
  if (request.headers.accept !== LINES)
    return await reply.send(await takeIn(context, file, { ...manner, hear: () => undefined }));
  const run = (hear: Hear) => takeIn(context, file, { ...manner, hear });
  return await tellProgress(reply, run, context.language, log);
}

function needNoun(name: string): { noun: Noun; name: string } {
  const noun = Object.hasOwn(NOUNS, name) ? NOUNS[name] : undefined;
  const nouns = Object.keys(NOUNS).join(' ');
  if (!noun) throw new Refusal('IMPORT_UNKNOWN', { noun: name.slice(0, 40), nouns }, ['noun']);
  return { noun, name };
}
