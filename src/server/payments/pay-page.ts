import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** A choice of a button and a method: nothing longer is a form of this page. */
const MOST_BYTES = 4096;
const WITHIN_MS = 10_000;
const PASSED_ON = ['content-type', 'content-security-policy', 'referrer-policy', 'location'];

/**
 * The stand-in's payment page, at our own address: the stand-in itself listens on this machine
 * only and at a port of its own, while givers may sit elsewhere and come back after a restart.
 */
export async function registerPayPage(
  app: FastifyInstance,
  standIn: () => string | null,
): Promise<void> {
  await app.register(async (own) => {
    own.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: MOST_BYTES },
      (_request, body, done) => done(null, body),
    );
    own.route<{ Params: { id: string } }>({
      method: ['GET', 'POST'],
      url: '/pay/:id',
      handler: async (request, reply) => await passOn(request, reply, standIn()),
    });
    await Promise.resolve();
  });
}

async function passOn(
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  base: string | null,
): Promise<FastifyReply> {
  if (base === null) return await reply.code(404).send({ error: 'NOT_FOUND' });
  const { method, headers, params, body } = request;
  let answer: Response;
  try {
    answer = await fetch(`${base}/pay/${encodeURIComponent(params.id)}`, {
      method,
      headers: {
        'accept-language': headers['accept-language'] ?? '',
        'content-type': 'application/x-www-form-urlencoded',
      },
      ...(method === 'POST' ? { body: typeof body === 'string' ? body : '' } : {}),
      redirect: 'manual',
      signal: AbortSignal.timeout(WITHIN_MS),
    });
  } catch {
    return await reply.code(502).send({ error: 'PROCESSOR_UNREACHABLE' });
  }
  for (const name of PASSED_ON) {
    const value = answer.headers.get(name);
    if (value !== null) void reply.header(name, value);
  }
  void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  return await reply.code(answer.status).send(await answer.text());
}
