import type { FastifyReply } from 'fastify';
import type { Language } from '../../api/say';
import { Denied, Refusal } from '../../kernel/refusal';
import { formatError, type Log } from '../errors';

const NOT_THERE = ['LIST_UNKNOWN', 'IMPORT_UNKNOWN', 'ID_UNKNOWN'];

function statusOf(error: unknown): number {
  if (error instanceof Denied) return error.code === 'UNAUTHENTICATED' ? 401 : 403;
  if (!(error instanceof Refusal)) return 500;
  if (error.code === 'FILE_TOO_LARGE') return 413;
  return NOT_THERE.includes(error.code) ? 404 : 400;
}

/** Answers what went wrong in the shape in which the API does, with the status that says it. */
export async function answerError(
  reply: FastifyReply,
  error: unknown,
  language: Language,
  log: Log,
): Promise<FastifyReply> {
  const said = formatError({ message: '' }, error, language, log);
  return await reply
    .code(statusOf(error))
    .type('application/json; charset=utf-8')
    .send({ errors: [said] });
}
