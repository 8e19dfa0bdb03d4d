import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import { LANGUAGES, languageOf, say, type Language } from '../../api/say';
import { LoopNodeEnum, MoneyItemEnum } from '../../disclosure/open-book.enums';
import { Refusal } from '../../kernel/refusal';
import { writeCsv } from '../../spreadsheets/write-csv';
import type { Log } from '../errors';
import { strangerAt } from '../request-context';
import { answerError } from './answer-error';
import { begun, needCommunityNamed } from './export-routes';
import { PUBLIC_LISTS, type PublicList } from './public-lists';
import { publicRows, type BookAsked } from './public-rows';

/** What lists of open books are read with: always as a stranger, whoever asks. */
export interface PublicExporting {
  readonly source: DataSource;
  readonly schema: GraphQLSchema;
  readonly log: Log;
}

type Query = Readonly<Record<string, string | string[] | undefined>>;
type Asked = FastifyRequest<{ Params: { slug: string; file: string }; Querystring: Query }>;

const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** So many lists of one address are under way at once: each is as long as the book it is of. */
const MOST_AT_ONCE = 4;

/** What came may be a minute behind the books: so long anybody may keep it. */
const FRESH = { 'cache-control': 'public, max-age=60', vary: 'accept-language' };

/**
 * `GET /c/yidaojie/csv/income.csv?from=2026-01&until=2027-01`: a list of an open book, for anyone;
 * `entries` also of one number, named as on the page that lists them.
 */
export function registerPublicExports(app: FastifyInstance, exporting: PublicExporting): void {
  const underWay = new Map<string, number>();
  app.get('/c/:slug/csv/:file', async (request: Asked, reply) => {
    const language = spokenIn(request);
    void reply.headers(HEADERS);
    try {
      const leave = enter(underWay, request.ip);
      reply.raw.once('close', leave);
      return await answer(request, reply, exporting, language);
    } catch (error) {
      return await answerError(reply, error, language, exporting.log);
    }
  });
}

/** Counts a list of an address; answers what takes it off again. Refuses: `EXPORTS_BUSY`. */
function enter(underWay: Map<string, number>, address: string): () => void {
  const before = underWay.get(address) ?? 0;
  if (before >= MOST_AT_ONCE) throw new Refusal('EXPORTS_BUSY', {}, []);
  underWay.set(address, before + 1);
  return () => {
    const left = (underWay.get(address) ?? 1) - 1;
    if (left > 0) underWay.set(address, left);
    else underWay.delete(address);
  };
}

async function answer(
  request: Asked,
  reply: FastifyReply,
  { source, schema, log }: PublicExporting,
  language: Language,
): Promise<FastifyReply> {
  const { name, list } = readFile(request.params.file);
  const context = strangerAt(source, request, language);
  const community = await needCommunityNamed(context, request.params.slug);
  const heading = list.columns.map((column) => say(language, column.heading));
  const rows = publicRows(schema, context, list, community, readAsked(request.query));
  const pages = await begun(rows, (error) => log(`the list ${name} broke off: ${String(error)}`));
  const file = `${name}-${community.slug ?? ''}.csv`;
  void reply
    .headers({ ...FRESH, 'content-disposition': `attachment; filename="${file}"` })
    .type('text/csv; charset=utf-8');
  return await reply.send(Readable.from(writeCsv(heading, pages, 'utf-8'), { objectMode: false }));
}

function readFile(file: string): { name: string; list: PublicList } {
  const [name = '', format, ...more] = file.slice(0, 100).split('.');
  const list = Object.hasOwn(PUBLIC_LISTS, name) ? PUBLIC_LISTS[name] : undefined;
  const lists = Object.keys(PUBLIC_LISTS).join(' ');
  if (!list) throw new Refusal('LIST_UNKNOWN', { list: name, lists }, ['list']);
  if (format !== 'csv' || more.length > 0) throw new Refusal('FORMAT_UNKNOWN', {}, ['format']);
  return { name, list };
}

/** What an address asks; a source, a use or a node that is none of ours is left out. */
function readAsked(query: Query): BookAsked {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : null);
  const node = (name: string) =>
    Object.hasOwn(LoopNodeEnum, text(name) ?? '') ? text(name) : null;
  const items = (text('items') ?? '')
    .split('.')
    .filter((each) => Object.hasOwn(MoneyItemEnum, each));
  return {
    ...{ from: text('from'), until: text('until') },
    items: items.length > 0 ? items : null,
    ...{ fromNode: node('fromNode'), toNode: node('toNode'), grantId: text('grant') },
  };
}

/** The language of the page that the link stands on, or of the browser. */
function spokenIn({ query, headers }: Asked): Language {
  return LANGUAGES.find((each) => each === query.lang) ?? languageOf(headers['accept-language']);
}
