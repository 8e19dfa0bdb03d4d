import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../errors';
import { sendPage } from './frame';
import { registerGoods } from '../goods-pages/goods-routes';
import { registerGifts } from './gift-routes';
import type { GiverPages } from './giver-pages';
import { brokenPage } from './plain-pages';
import { localeOf, unknown } from './unknown';

/** A button's form has nothing in it: all that it says stands in its address. */
const MOST_BYTES = 1024;

/**
 * The pages for givers, who have no account: whoever has the address may look and act, so it is a
 * secret, and no cookie is looked at that another site's form could use.
 */
export async function registerGiverPages(app: FastifyInstance, pages: GiverPages): Promise<void> {
  await app.register(async (own) => {
    own.removeAllContentTypeParsers();
    own.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: MOST_BYTES },
      (_request, _body, done) => done(null, undefined),
    );
    own.setErrorHandler<FastifyError>((error, request, reply) =>
      broken(request, reply, error, pages.log),
    );
    registerGifts(own, pages);
    registerGoods(own, pages);
    await Promise.resolve();
  });
}

async function broken(
  request: FastifyRequest,
  reply: FastifyReply,
  error: FastifyError,
  log: Log,
): Promise<FastifyReply> {
  const { statusCode = 500 } = error;
  if (statusCode < 500) return await unknown(request, reply, statusCode);
  const incident = randomUUID();
  // The address is left out: whoever reads the log is not to read a giver's pages.
  log(`incident ${incident} on a giver's page: ${error.stack ?? error.message}`);
  return await sendPage(reply, brokenPage(localeOf(request), incident), 500);
}
