import type { FastifyInstance, FastifyRequest } from 'fastify';
import { tenantRef } from '../../kernel/global-id';
import { Refusal } from '../../kernel/refusal';
import { readArchive } from '../../public-funds/read-archive';
import { answerError } from '../spreadsheets/answer-error';
import type { Exporting } from '../spreadsheets/export-routes';

type Asked = FastifyRequest<{ Params: { file: string } }>;

/**
 * `GET /archives/<FundProject>.json`: all of an archived project of a public fund as one file, the
 * same whenever it is asked for; its hash stands beside it as the ETag.
 */
export function registerArchives(
  app: FastifyInstance,
  { contextOf, log }: Pick<Exporting, 'contextOf' | 'log'>,
): void {
  app.get('/archives/:file', async (request: Asked, reply) => {
    void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    const context = await contextOf(request, reply);
    try {
      const id = request.params.file.slice(0, 250).replace(/\.json$/, '');
      const archive = await readArchive(context, tenantRef('FundProject', id, ['id']));
      if (!archive) throw new Refusal('ID_UNKNOWN', { type: 'FundProject' }, ['id']);
      return await reply
        .headers({ etag: `"${archive.sha256}"` })
        .header('content-disposition', `attachment; filename="project-${id}.json"`)
        .type('application/json; charset=utf-8')
        .send(archive.content);
    } catch (error) {
      return await answerError(reply, error, context.language, log);
    }
  });
}
