import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../api/context';
import { beancount } from '../../books/plain-text/beancount';
import type { Dialect } from '../../books/plain-text/dialect';
import { hledger } from '../../books/plain-text/hledger';
import { writeBooks } from '../../books/plain-text/write-books';
import { namesInTheOpen } from '../../disclosure/open-names.reader';
import { readDay, readPeriod } from '../../kernel/calendar';
import { Denied, Refusal } from '../../kernel/refusal';
import type { PlaceRow } from '../../society/place.entity';
import { booksBySlug } from '../../society/place.reader';
import { mayReadBooks } from '../../society/society.policy';
import type { Log } from '../errors';
import { answerError } from '../spreadsheets/answer-error';

type Asked = FastifyRequest<{ Querystring: Record<string, string | string[] | undefined> }>;

const DIALECTS: Readonly<Record<string, Dialect>> = { hledger, beancount };

/** Who asks, and where what broke off is written down. */
interface Leaving {
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  readonly log: Log;
}

/** Each holds one view of the database until it is read to its end: no more of them at once. */
const MOST_AT_ONCE = 2;

/**
 * `GET /export/books.hledger?community=yidaojie` and `books.beancount`: a set of books as plain
 * text for accountants' programs; with `from` and `until` what was recorded in a stretch of days.
 */
export function registerBooks(app: FastifyInstance, { contextOf, log }: Leaving): void {
  let underWay = 0;
  for (const [name, dialect] of Object.entries(DIALECTS))
    app.get(`/export/books.${name}`, async (request: Asked, reply) => {
      void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
      const context = await contextOf(request, reply);
      try {
        const place = await needBooksNamed(context, request.query.community);
        const stretch = readStretch(request.query);
        if (underWay >= MOST_AT_ONCE) throw new Refusal('EXPORTS_BUSY', {}, []);
        underWay += 1;
        const text = Readable.from(written(context, dialect, place, stretch));
        text.once('close', () => (underWay -= 1));
        text.once('error', (error) => log(`the export of books broke off: ${String(error)}`));
        return await send(reply, text, `books-${place.slug ?? ''}.${name}`);
      } catch (error) {
        return await answerError(reply, error, context.language, log);
      }
    });
}

async function send(reply: FastifyReply, text: Readable, file: string): Promise<FastifyReply> {
  return await reply
    .header('content-disposition', `attachment; filename="${file}"`)
    .type('text/plain; charset=utf-8')
    .send(text);
}

/** The books of a place that whoever asks may read; an unknown one: `ID_UNKNOWN`. */
async function needBooksNamed(
  { actor, db }: Context,
  slug: string | string[] | undefined,
): Promise<PlaceRow> {
  if (actor.kind !== 'person') throw new Denied('UNAUTHENTICATED');
  const place = typeof slug === 'string' ? await booksBySlug(db, slug) : null;
  if (!place) throw new Refusal('ID_UNKNOWN', { type: 'Community' }, ['community']);
  if (!mayReadBooks(actor, place)) throw new Denied('FORBIDDEN');
  return place;
}

function readStretch({ from, until }: Asked['query']) {
  const [first, last] = [from, until].map((day, at) =>
    day === undefined ? null : readDay(String(day), [at === 0 ? 'from' : 'until']),
  );
  if (first && last) readPeriod({ from: first, until: last }, []);
  return { from: first ?? null, until: last ?? null };
}

function written(
  { source }: Context,
  dialect: Dialect,
  { id: communityId, name: title, timeZone: zone }: PlaceRow,
  stretch: ReturnType<typeof readStretch>,
): AsyncGenerator<string> {
  return writeBooks(source, dialect, { communityId, title, zone, ...stretch }, namesInTheOpen);
}
