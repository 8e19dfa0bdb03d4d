import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FRESH_SECONDS, type KeptAnswer } from './kept-answers';

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/** The type to answer in, by the plain cases of an Accept header; null: Apollo weighs it. */
export function answerTypeFor(accept: string | undefined): string | null {
  if (accept === undefined || accept === 'application/json') return JSON_TYPE;
  if (accept.includes(';')) return null;
  for (const range of accept.split(',')) {
    const type = range.trim().toLowerCase();
    if (type === 'application/graphql-response+json') return GRAPHQL_TYPE;
    if (type === 'application/json') return JSON_TYPE;
  }
  return accept.trim() === '*/*' ? JSON_TYPE : null;
}

/** What is shorter fits into a packet or two: packing it would cost the till more than it saves. */
const WORTH_PACKING = 2_000;

const VARY = 'accept, accept-encoding, accept-language, authorization, cookie';

/** A name for an answer's bytes; weak, since they may be packed. */
export function tagOf(body: string): string {
  return `W/"${createHash('sha256').update(body).digest('base64url')}"`;
}

/** Says how long an answer to GET may be kept, and by whom; true where the asker has it already. */
export function keepOrNot(
  request: FastifyRequest,
  reply: FastifyReply,
  kept: KeptAnswer | null,
): boolean {
  if (!kept) {
    void reply.header('cache-control', 'private, no-store');
    return false;
  }
  void reply.headers({
    'cache-control': `public, max-age=${FRESH_SECONDS}`,
    age: Math.floor((Date.now() - kept.at) / 1000),
    etag: kept.tag,
    vary: VARY,
  });
  const known = request.headers['if-none-match'];
  return known === '*' || (known?.split(',').some((each) => each.trim() === kept.tag) ?? false);
}

const pack = {
  br: (body: string) => promisify(brotliCompress)(body, FAST_BROTLI),
  gzip: (body: string) => promisify(gzip)(body, { level: 5 }),
};

/** Brotli's best takes a hundred times as long for a tenth less. */
const FAST_BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** The body as it goes out: packed where it is long and the asker can unpack it. */
export async function packed(
  request: FastifyRequest,
  reply: FastifyReply,
  body: string,
): Promise<string | Buffer> {
  if (body.length < WORTH_PACKING) return body;
  if (!reply.hasHeader('vary')) void reply.header('vary', 'accept-encoding');
  const coding = codingFor(request.headers['accept-encoding']);
  if (!coding) return body;
  void reply.header('content-encoding', coding);
  return await pack[coding](body);
}

/** Which of ours an Accept-Encoding header takes; `q=0` takes none. */
export function codingFor(header: string | string[] | undefined): 'br' | 'gzip' | null {
  const taken = String(header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/))
    .filter(([, weight]) => !/^q=0(\.0*)?$/.test(weight ?? ''))
    .map(([name]) => name);
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : null;
}
