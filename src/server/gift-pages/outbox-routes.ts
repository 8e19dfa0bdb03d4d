import type { FastifyInstance, FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { mailPage, mailsPage } from '../../mail/outbox-page';
import { notThere } from './not-there';
import { privately } from './privately';

/** Styles stand in these pages, and each letter in a frame that may run nothing. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The letters of a demonstration. They hold names and addresses: never where gifts are real. */
export function registerOutbox(app: FastifyInstance, source: DataSource): void {
  app.get('/demo/mails', async (_request, reply) => send(reply, await mailsPage(source.manager)));
  app.get<{ Params: { communityId: string; id: string } }>(
    '/demo/mails/:communityId/:id',
    async (request, reply) => {
      const { communityId, id } = request.params;
      const page = await mailPage(source.manager, communityId, id);
      return page === null ? notThere(reply) : await send(reply, page);
    },
  );
}

async function send(reply: FastifyReply, page: string): Promise<FastifyReply> {
  void privately(reply).header('content-security-policy', POLICY);
  return await reply.type('text/html; charset=utf-8').send(page);
}
