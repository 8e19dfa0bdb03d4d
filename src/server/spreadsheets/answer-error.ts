import type { FastifyReply } from 'fastify';
import type { Language } from '../../api/say';
import { Denied, Refusal } from '../../kernel/refusal';
import { formatError, type Log } from '../errors';

/** What a refusal is by HTTP, where it is more than a wrong request. */
const STATUSES: Readonly<Record<string, number>> = {
  LIST_UNKNOWN: 404,
  IMPORT_UNKNOWN: 404,
  ID_UNKNOWN: 404,
  FILE_TOO_LARGE: 413,
  UPLOAD_TOO_LARGE: 413,
  UPLOAD_TYPE: 415,
  FILE_TYPE_UNKNOWN: 415,
  PICTURE_HEIC: 415,
  UPLOADS_TOO_MANY: 429,
  UPLOADS_BUSY: 503,
  STORAGE_UNAVAILABLE: 503,
  EXPORTS_BUSY: 503,
};

function statusOf(error: unknown): number {
  if (error instanceof Denied) return error.code === 'UNAUTHENTICATED' ? 401 : 403;
  if (!(error instanceof Refusal)) return 500;
  return STATUSES[error.code] ?? 400;
}

/** Answers what went wrong in the shape in which the API does, with the status that says it. */
export async function answerError(
  reply: FastifyReply,
  error: unknown,
  language: Language,
  log: Log,
): Promise<FastifyReply> {
  const wait = error instanceof Refusal ? error.facts.retryAfterSeconds : undefined;
  if (typeof wait === 'number') void reply.header('retry-after', wait);
  const said = formatError({ message: '' }, error, language, log);
  return await reply
    .code(statusOf(error))
    .type('application/json; charset=utf-8')
    .send({ errors: [said] });
}
