import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../api/say';
import { sendPage, type Locale } from './frame';
import { unknownPage } from './plain-pages';

/** There is nothing at this address, whatever it may have been. */
export async function unknown(
  request: FastifyRequest,
  reply: FastifyReply,
  status = 404,
): Promise<FastifyReply> {
  return await sendPage(reply, unknownPage(localeOf(request)), status);
}

/** Before anybody knows whose page it is, it speaks the browser's language. */
export function localeOf({ headers }: FastifyRequest): Locale {
  return languageOf(headers['accept-language']) === 'zh-CN' ? 'zh' : 'en';
}
