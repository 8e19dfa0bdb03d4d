import type { FastifyReply } from 'fastify';

/** There is nothing at this address, whatever it may have been: told as of any other. */
export function notThere(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}
