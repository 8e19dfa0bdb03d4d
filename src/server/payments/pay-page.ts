import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** A choice of a button and a method: nothing longer is a form of this page. */
const MOST_BYTES = 4096;
const WITHIN_MS = 10_000;
const PASSED_ON = ['content-type', 'content-security-policy', 'referrer-policy', 'location'];

/**
 * The stand-in's payment page, at our own address: the stand-in itself listens on this machine
 * only and at a port of its own, while givers may sit elsewhere and come back after a restart.
 * With its `desk`, on which a demonstration's banks act and months pass, where that is wanted.
 */
export async function registerPayPage(
  app: FastifyInstance,
  standIn: () => string | null,
  desk: boolean,
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
      handler: async (request, reply) =>
        await passOn(request, reply, standIn(), `/pay/${encodeURIComponent(request.params.id)}`),
    });
    if (desk)
      own.route({
        method: ['GET', 'POST'],
        url: '/demo/bank',
        handler: async (request, reply) => await passOn(request, reply, standIn(), '/bank'),
      });
    await Promise.resolve();
  });
}

async function passOn(
  request: FastifyRequest,
  reply: FastifyReply,
  base: string | null,
  path: string,
): Promise<FastifyReply> {
  if (base === null) return await reply.code(404).send({ error: 'NOT_FOUND' });
  const { method, headers, body } = request;
  const site = headers['sec-fetch-site'];
  let answer: Response;
  try {
    answer = await fetch(`${base}${path}`, {
      method,
      headers: {
        'accept-language': headers['accept-language'] ?? '',
        'content-type': 'application/x-www-form-urlencoded',
        ...(typeof site === 'string' ? { 'sec-fetch-site': site } : {}),
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
