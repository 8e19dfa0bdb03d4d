import type { FastifyReply } from 'fastify';

/** Whoever has the address is let in: it is neither kept by anybody nor passed on. */
const HEADERS = {
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'x-content-type-options': 'nosniff',
};

export function privately(reply: FastifyReply): FastifyReply {
  return reply.headers(HEADERS);
}
