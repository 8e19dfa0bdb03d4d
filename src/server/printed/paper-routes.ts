import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../api/context';
import { say } from '../../api/say';
import { authorise } from '../../kernel/actor';
import { tenantRef, type TenantRef } from '../../kernel/global-id';
import { Denied, Refusal } from '../../kernel/refusal';
import { cardPdf } from '../../papers/card-pdf';
import { slipPdf } from '../../papers/slip-pdf';
import { readSlip } from '../../supermarkets/read-slip';
import type { Log } from '../errors';
import { markup } from '../gift-pages/markup';
import { cardPage } from './card-page';
import { sendPaperPage, sendPaperPdf, type Locale, type Paper } from './paper-frame';
import { operatorStatementPage } from './operator-statement-page';
import { readCard } from './read-card';
import { readOperatorStatement } from './read-operator-statement';
import { readStatement } from './read-statement';
import { slipPage } from './slip-page';
import { statementPage } from './statement-page';

export interface Printing {
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  /** Where people find this server: what the codes lead to. */
  readonly home: () => string;
  readonly log: Log;
}

type Asked = FastifyRequest<{
  Params: { file: string };
  Querystring: { lang?: string };
}>;

type AskedMonth = FastifyRequest<{
  Params: { id: string; file: string };
  Querystring: { lang?: string };
}>;

/** A paper in both forms, and what its file is called. */
interface Printed {
  readonly page: () => Promise<Paper>;
  readonly pdf: () => Promise<Buffer>;
  readonly name: string;
}

type Read = (context: Context, ref: TenantRef, locale: Locale, home: string) => Promise<Printed>;

const slip: Read = async (context, ref, locale, url) => {
  const facts = await readSlip(context, ref, { locale, url });
  return { page: () => slipPage(facts), pdf: () => slipPdf(facts), name: `slip-${facts.number}` };
};

const card: Read = async (context, ref, locale) => {
  const facts = await readCard(context, ref, locale);
  return { page: () => cardPage(facts), pdf: () => cardPdf(facts), name: `card-${facts.code}` };
};

/**
 * `GET /slips/<Exchange>.html` or `.pdf`, `GET /cards/<ResidentCard>.html` or `.pdf`, and
 * `GET /statements/<Resident>/2026-11.html`, `GET /operator-statements/<OperatorStatement>.html`.
 */
export function registerPapers(app: FastifyInstance, printing: Printing): void {
  app.get('/slips/:file', (request: Asked, reply) =>
    print(request, reply, printing, { type: 'Exchange', read: slip }),
  );
  app.get('/cards/:file', (request: Asked, reply) =>
    print(request, reply, printing, { type: 'ResidentCard', read: card }),
  );
  app.get('/statements/:id/:file', (request: AskedMonth, reply) =>
    printStatement(request, reply, printing),
  );
  app.get('/operator-statements/:file', (request: Asked, reply) =>
    printOperatorStatement(request, reply, printing),
  );
}

/** To whoever may read what it is about, signed in as for GraphQL. */
async function print(
  request: Asked,
  reply: FastifyReply,
  { contextOf, home, log }: Printing,
  { type, read }: { readonly type: string; readonly read: Read },
): Promise<FastifyReply> {
  const context = await contextOf(request, reply);
  const locale = localeOf(request, context);
  try {
    authorise(context.actor, context.actor.kind === 'person');
    const { file } = request.params;
    const [id = '', format, ...more] = file.slice(0, 250).split('.');
    if ((format !== 'html' && format !== 'pdf') || more.length > 0)
      throw new Refusal('ID_UNKNOWN', { type }, ['id']);
    const here = `${home()}${request.url.split('/').slice(0, 2).join('/')}/${id}.html`;
    const printed = await read(context, tenantRef(type, id, ['id']), locale, here);
    if (format === 'html') return await sendPaperPage(reply, await printed.page());
    return await sendPaperPdf(reply, printed.name, await printed.pdf());
  } catch (error) {
    return await refuse(reply, locale, error, log);
  }
}

/** A wallet's month, on a sheet that browsers print. */
async function printStatement(
  request: AskedMonth,
  reply: FastifyReply,
  { contextOf, log }: Printing,
): Promise<FastifyReply> {
  const context = await contextOf(request, reply);
  const locale = localeOf(request, context);
  try {
    authorise(context.actor, context.actor.kind === 'person');
    const { id, file } = request.params;
    const ref = tenantRef('Resident', id, ['id']);
    const asked = { month: file.replace(/\.html$/, ''), language: LANGUAGE[locale] };
    return await sendPaperPage(reply, statementPage(await readStatement(context, ref, asked)));
  } catch (error) {
    return await refuse(reply, locale, error, log);
  }
}

/** An operator's statement, on a sheet that browsers print. */
async function printOperatorStatement(
  request: Asked,
  reply: FastifyReply,
  { contextOf, log }: Printing,
): Promise<FastifyReply> {
  const context = await contextOf(request, reply);
  const locale = localeOf(request, context);
  try {
    authorise(context.actor, context.actor.kind === 'person');
    const id = request.params.file.replace(/\.html$/, '');
    const facts = await readOperatorStatement(context, tenantRef('OperatorStatement', id, ['id']));
    const how = { locale, language: LANGUAGE[locale] };
    return await sendPaperPage(reply, operatorStatementPage(facts, how));
  } catch (error) {
    return await refuse(reply, locale, error, log);
  }
}

const LANGUAGE = { zh: 'zh-CN', en: 'en' } as const;
const NOT_THERE = ['ID_UNKNOWN', 'MONTH_UNREADABLE'];

/** As it is asked for in the address, or else as the browser speaks. */
function localeOf({ query }: Pick<Asked, 'query'>, { language }: Context): Locale {
  if (query.lang === 'zh' || query.lang === 'en') return query.lang;
  return language === 'zh-CN' ? 'zh' : 'en';
}

async function refuse(
  reply: FastifyReply,
  locale: Locale,
  error: unknown,
  log: Log,
): Promise<FastifyReply> {
  const { status, code, facts } = told(error, log);
  const title = say(LANGUAGE[locale], code, facts);
  const body = markup`<p>${title}</p>`;
  return await sendPaperPage(reply, { locale, title, kind: 'refusal', body }, status);
}

function told(error: unknown, log: Log) {
  if (error instanceof Denied)
    return { status: error.code === 'UNAUTHENTICATED' ? 401 : 403, code: error.code, facts: {} };
  if (error instanceof Refusal) {
    const { code, facts } = error;
    return { status: NOT_THERE.includes(code) ? 404 : 410, code, facts };
  }
  const incident = randomUUID();
  log(`incident ${incident} at a paper: ${error instanceof Error ? error.stack : String(error)}`);
  return { status: 500, code: 'INTERNAL', facts: { incident } };
}
