import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../api/context';
import { addressOf } from '../../attachments/address';
import type { Attached } from '../../attachments/attachment.reader';
import { countUpload } from '../../attachments/count-upload';
import { StoreFailed } from '../../attachments/object-store';
import { uploadAttachment } from '../../attachments/upload-attachment';
import { toGlobalId } from '../../kernel/global-id';
import { Denied, Refusal } from '../../kernel/refusal';
import type { Log } from '../errors';
import { answerError } from '../spreadsheets/answer-error';
import { needCommunityNamed } from '../spreadsheets/export-routes';
import { sendAttachment } from './send-attachment';
import { UnderWay } from './under-way';

export interface Attaching {
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  readonly log: Log;
  /** The largest file that is taken, in bytes. */
  readonly mostBytes: number;
  /** How long a file may take to come. */
  readonly patienceMs: number;
}

type Asked = FastifyRequest<{
  Params: { id: string };
  Querystring: Record<string, string | string[] | undefined>;
}>;

/**
 * `POST /attachments?community=yidaojie` with the bytes of a file as its body: keeps it for whoever
 * is signed in, and answers `{ attachment: { id, url, … } }`. `GET /attachments/<id>`: its bytes.
 */
export async function registerAttachments(
  app: FastifyInstance,
  attaching: Attaching,
): Promise<void> {
  const { contextOf, log, mostBytes, patienceMs } = attaching;
  const asking = new WeakMap<FastifyRequest, Context>();
  const underWay = new UnderWay(patienceMs);
  await app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    const parsing = { parseAs: 'buffer', bodyLimit: mostBytes } as const;
    scope.addContentTypeParser('*', parsing, (_request, body, parsed) => parsed(null, body));
    scope.addHook('onRequest', async (request, reply) => {
      void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
      asking.set(request, await contextOf(request, reply));
    });
    scope.setErrorHandler(async (error: Error & { code?: string }, request, reply) => {
      if (error instanceof StoreFailed) log(`attachments: ${error.message}`);
      const language = asking.get(request)?.language ?? 'en';
      return await answerError(reply, asRefusal(error, mostBytes), language, log);
    });
    const contextIn = (request: FastifyRequest): Context => {
      const context = asking.get(request);
      if (!context) throw new Error('A request that passed no hook');
      return context;
    };
    // Before a byte of the file is read.
    const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
      const context = contextIn(request);
      if (context.actor.personId === null) throw new Denied('UNAUTHENTICATED');
      if (!isOfNoForm(request.headers['content-type'])) throw new Refusal('UPLOAD_TYPE');
      const { personId } = context.actor;
      underWay.admit(personId, request.raw, reply.raw);
      await countUpload(context.source, personId);
    };
    scope.post('/attachments', { onRequest }, async (request: Asked, reply) => {
      const kept = await upload(contextIn(request), request);
      return await reply.code(201).send({ attachment: shown(kept) });
    });
    scope.get('/attachments/:id', (request: Asked, reply) =>
      sendAttachment(contextIn(request), request.params.id, request, reply),
    );
    done();
  });
}

async function upload(context: Context, { query, body }: Asked): Promise<Attached> {
  const { id: communityId, lineage } = await needCommunityNamed(context, query.community);
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  return await context.run((work) => uploadAttachment(work, { communityId, lineage, bytes }));
}

function shown(kept: Attached) {
  const { communityId, id, type, bytes, width, height } = kept;
  const globalId = toGlobalId('Attachment', communityId, id);
  return { id: globalId, url: addressOf(kept), type, bytes, width, height };
}

/**
 * Another site can make a browser send what a form sends, with its cookies and unasked; anything
 * else has to be asked for first, and is not granted. What the type says is not looked at further.
 */
function isOfNoForm(contentType = ''): boolean {
  const [essence = ''] = contentType.toLowerCase().split(';');
  const type = essence.trim();
  return /^(image|application)\/[\w.+-]+$/.test(type) && !type.endsWith('form-urlencoded');
}

const HALF_SENT = ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', 'ECONNRESET', 'ECONNABORTED'];

function asRefusal(error: Error & { code?: string }, mostBytes: number): unknown {
  if (error instanceof StoreFailed) return new Refusal('STORAGE_UNAVAILABLE');
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Refusal('UPLOAD_TOO_LARGE', { bytes: mostBytes });
  // Whoever hangs up reads no answer.
  if (HALF_SENT.includes(error.code ?? '')) return new Refusal('FILE_BROKEN');
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Refusal('UPLOAD_TYPE');
  return error;
}
