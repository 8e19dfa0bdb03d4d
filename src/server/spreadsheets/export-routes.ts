import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../../api/context';
import { say } from '../../api/say';
import { Denied, Refusal } from '../../kernel/refusal';
import type { PlaceRow } from '../../society/place.entity';
import { communityBySlug } from '../../society/place.reader';
import type { Pages, Row } from '../../spreadsheets/cell';
import { CHARSETS, writeCsv } from '../../spreadsheets/write-csv';
import { writeXlsx } from '../../spreadsheets/write-xlsx';
import type { Log } from '../errors';
import { registerBooks } from '../plain-text/book-routes';
import { answerError } from './answer-error';
import { listRows } from './list-rows';
import type { List } from './list';
import { LISTS } from './lists';
import { MONTH_LISTS, type MonthList } from './month-lists';
import { monthRows, monthsAsked } from './month-rows';
import { readStretch } from './stretch';

export interface Exporting {
  readonly schema: GraphQLSchema;
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  readonly log: Log;
}

type Asked = FastifyRequest<{
  Params: { file: string };
  Querystring: Record<string, string | string[] | undefined>;
}>;

/**
 * `GET /export/products.xlsx?community=yidaojie`: a list of the API as a spreadsheet; with `from`
 * and `until` (days, the second no longer in it) of a stretch of time. A list of months is asked
 * for by months. Books leave as plain text beside them.
 */
export function registerExports(app: FastifyInstance, exporting: Exporting): void {
  registerBooks(app, exporting);
  app.get('/export/:file', async (request: Asked, reply) => {
    void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    const context = await exporting.contextOf(request, reply);
    try {
      return await answer(request, reply, context, exporting);
    } catch (error) {
      return await answerError(reply, error, context.language, exporting.log);
    }
  });
}

async function answer(
  request: Asked,
  reply: FastifyReply,
  context: Context,
  { schema, log }: Exporting,
): Promise<FastifyReply> {
  if (context.actor.kind !== 'person') throw new Denied('UNAUTHENTICATED');
  const { name, list, format } = readFile(request.params.file);
  const charset = CHARSETS.find((each) => each === (request.query.charset ?? 'utf-8'));
  if (!charset) throw new Refusal('CHARSET_UNKNOWN', {}, ['charset']);
  const community = await needCommunityNamed(context, request.query.community);
  const heading = list.columns.map((column) => say(context.language, column.heading));
  const rows = rowsOf(schema, context, list, community, request.query);
  const pages = await begun(rows, (error) =>
    log(`the export of ${name} broke off: ${String(error)}`),
  );
  const file = `${name}-${community.slug ?? ''}.${format}`;
  void reply
    .header('content-disposition', `attachment; filename="${file}"`)
    .type(format === 'csv' ? `text/csv; charset=${charset}` : XLSX);
  const written = format === 'csv' ? writeCsv(heading, pages, charset) : writeXlsx(heading, pages);
  return await reply.send(Readable.from(written, { objectMode: false }));
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What happened in a stretch of days, or what months came to. */
function rowsOf(
  schema: GraphQLSchema,
  context: Context,
  list: List | MonthList,
  community: PlaceRow,
  query: Asked['query'],
): AsyncGenerator<Row[]> {
  if ('month' in list)
    return monthRows(schema, context, list, community, monthsAsked(query, context.now, community));
  const stretch = readStretch(list, query, community.timeZone);
  return listRows(schema, context, list, community, stretch);
}

const FILES: Readonly<Record<string, List | MonthList>> = { ...LISTS, ...MONTH_LISTS };

function readFile(file: string): { name: string; list: List | MonthList; format: 'csv' | 'xlsx' } {
  const [name = '', format, ...more] = file.slice(0, 100).split('.');
  const list = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (!list)
    throw new Refusal('LIST_UNKNOWN', { list: name, lists: Object.keys(FILES).join(' ') }, [
      'list',
    ]);
  if ((format !== 'csv' && format !== 'xlsx') || more.length > 0)
    throw new Refusal('FORMAT_UNKNOWN', {}, ['format']);
  return { name, list, format };
}

/** The community that an address names by its short name; an unknown one: `ID_UNKNOWN`. */
export async function needCommunityNamed(
  context: Context,
  slug: string | string[] | undefined,
): Promise<PlaceRow> {
  const found = typeof slug === 'string' ? await communityBySlug(context.db, slug) : null;
  if (!found) throw new Refusal('ID_UNKNOWN', { type: 'Community' }, ['community']);
  return found;
}

/** The first page comes before the answer begins: until then it can still be refused. */
export async function begun(
  rows: AsyncGenerator<Row[]>,
  broken: (error: unknown) => void,
): Promise<Pages> {
  const first = await rows.next();
  async function* all(): AsyncGenerator<readonly Row[]> {
    if (first.done) return;
    yield first.value;
    try {
      yield* rows;
    } catch (error) {
      broken(error);
      throw error;
    }
  }
  return all();
}
