import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { Refusal } from '../kernel/refusal';
import { processorOf } from '../payments/processor';
import { receiveEvent } from '../payments/receive-event';
import type { Log } from './errors';

/** An event is a few kilobytes; one that holds a long list may be some hundred. */
const MOST_BYTES = 1_000_000;

/**
 * Where the processor tells what happened. The signature is over the very bytes that came, so they
 * are not read as JSON before it is checked. Whoever does not sign learns nothing, and what came is
 * never written to the log.
 */
export async function registerWebhook(
  app: FastifyInstance,
  source: DataSource,
  wake: () => void,
  log: Log,
): Promise<void> {
  await app.register(async (own) => {
    own.removeAllContentTypeParsers();
    own.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: MOST_BYTES },
      (_request, body, done) => done(null, body),
    );
    own.setErrorHandler<FastifyError>((error, _request, reply) => refuse(reply, error, log));
    own.post('/webhooks/stripe', (request, reply) => take(source, request, reply, wake));
    own.get('/webhooks/stripe', (_request, reply) =>
      reply.code(405).header('allow', 'POST').send({ error: 'ONLY_POST' }),
    );
    await Promise.resolve();
  });
}

async function take(
  source: DataSource,
  { body, headers }: FastifyRequest,
  reply: FastifyReply,
  wake: () => void,
): Promise<FastifyReply> {
  const signature = headers['stripe-signature'];
  if (typeof signature !== 'string' || !Buffer.isBuffer(body))
    return await reply.code(400).send({ error: 'SIGNATURE_MISSING' });
  const received = await receiveEvent(source, processorOf(source), body, signature);
  if (received === 'refused') return await reply.code(400).send({ error: 'REFUSED' });
  // What it leads to is worked off when it has been answered.
  reply.raw.once('close', wake);
  return await reply.send({ received: true });
}

function refuse(reply: FastifyReply, error: FastifyError, log: Log): FastifyReply {
  if (error instanceof Refusal) return reply.code(503).send({ error: error.code });
  const { statusCode = 500, code } = error;
  if (statusCode < 500) return reply.code(statusCode).send({ error: code });
  const incident = randomUUID();
  log(`incident ${incident} at the webhook: ${error.message}`);
  return reply.code(500).send({ error: 'INTERNAL', incident });
}
