import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import { Context } from '../../api/context';
import { languageOf } from '../../api/say';
import { STRANGER } from '../../kernel/actor';
import { formatError, type Log } from '../errors';
import { answerShortly, answerWithErrors } from '../short-way';
import { TrustedOperations, type TrustedDocument } from '../trusted-documents';
import { onceEach, pathIn, type Query } from './address';
import {
  drawnPages,
  publicAssets,
  type Assets,
  type Drawn,
  type DrawnPages,
  type Form,
  type PublicPage,
  type Refused,
  type Visit,
} from './built';
import { headersOf } from './page-headers';

/** What public pages ask with: always as a stranger, whoever looks at them. */
export interface Asking {
  readonly source: DataSource;
  readonly schema: GraphQLSchema;
  readonly documents: readonly TrustedDocument[];
  readonly log: Log;
}

const COOKIE = 'linli_language';

/** A form is a few lines that somebody typed. */
const FORM_BYTES = 50_000;

type Asked = FastifyRequest<{ Params: Visit['params']; Querystring: Query }>;

type Answer = {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
};

/** Gives each public page its address, and each form on one the address of its page. */
export function registerPublicPages(app: FastifyInstance, built: string, asking: Asking): void {
  const counter = new PublicCounter(built, asking);
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_BYTES },
      (_request, body, parsed) =>
        parsed(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    for (const page of counter.pages) {
      scope.get(page.path, (request: Asked, reply) => counter.show(request, reply, page, null));
      if (page.sent)
        scope.post(page.path, (request: Asked, reply) => counter.take(request, reply, page));
    }
    scope.setErrorHandler((error, request: Asked, reply) => counter.fail(error, request, reply));
    done();
  });
  app.setNotFoundHandler((request: Asked, reply) => counter.missing(request, reply));
}

/** Draws the public pages and takes what their forms send. */
class PublicCounter {
  private readonly drawn: DrawnPages;
  private readonly assets: Assets;
  private readonly trusted: TrustedOperations;
  readonly pages: readonly PublicPage[];

  constructor(
    built: string,
    private readonly asking: Asking,
  ) {
    this.drawn = drawnPages(built);
    this.assets = publicAssets(built);
    this.pages = this.drawn.pages;
    this.trusted = new TrustedOperations(asking.schema, asking.documents);
  }

  /** An address that leads nowhere: a page for browsers, a word for programs. */
  async missing(request: Asked, reply: FastifyReply) {
    const isBrowser = request.method === 'GET' && request.headers.accept?.includes('text/html');
    if (!isBrowser) return await reply.code(404).send({ statusCode: 404, error: 'Not Found' });
    const visit = this.visit(request);
    return await this.send(request, reply, this.drawn.notThere(visit), {});
  }

  /** A fault of ours, met while a page was drawn: the log has it, the visitor its number. */
  async fail(error: unknown, request: Asked, reply: FastifyReply) {
    const { statusCode = 500 } = error as { statusCode?: number };
    if (statusCode < 500) return await reply.code(statusCode).send({ statusCode });
    const visit = this.visit(request);
    const { extensions } = formatError({ message: '' }, error, visit.language, this.asking.log);
    const drawn = this.drawn.failed(visit, String(extensions?.incident));
    return await this.send(request, reply, drawn, {});
  }

  async show(request: Asked, reply: FastifyReply, page: PublicPage, refused: Refused | null) {
    const visit = this.visit(request);
    const answer = await this.ask(request, page.asks, page.variables(visit));
    const drawn = this.draw(answer, page, visit, refused);
    const status = drawn.status ?? (refused ? 422 : 200);
    return await this.send(request, reply, { ...drawn, status }, page);
  }

  private async send(
    request: Asked,
    reply: FastifyReply,
    drawn: Drawn,
    page: Pick<PublicPage, 'isPrivate'>,
  ) {
    const visit = this.visit(request);
    const path = pathIn(request.url);
    if (visit.query.lang)
      void reply.setCookie(COOKIE, visit.language, { path: '/', sameSite: 'lax' });
    const { status = 200 } = drawn;
    // What failed may be a page whose address is a secret, and nobody has a use for it later.
    const isPrivate = page.isPrivate || status >= 500;
    return await reply
      .headers(headersOf({ isPrivate }, drawn))
      .type('text/html; charset=utf-8')
      .code(status)
      .send(this.drawn.html(drawn, visit, this.assets, path));
  }

  /** Does what a form asks for, and leads on; or shows the page again with what was refused. */
  async take(request: Asked, reply: FastifyReply, page: PublicPage) {
    if (!page.sent) throw new Error(`${page.path} takes no forms.`);
    const visit = this.visit(request);
    const form = (request.body ?? {}) as Form;
    const answer = await this.ask(request, page.sent.asks, { input: page.sent.input(form, visit) });
    const errors = answer.errors ?? [];
    const led = answer.data && !errors.length ? page.sent.leads(answer.data, visit) : null;
    if (led && 'to' in led) return await reply.redirect(led.to, 303);
    return await this.show(request, reply, page, { form, why: led?.refused ?? errors });
  }

  /** What failed is told with its incident; what may not be seen is as if it were not there. */
  private draw(
    { data, errors = [] }: Answer,
    page: PublicPage,
    visit: Visit,
    refused: Refused | null,
  ) {
    const incident = errors.find(({ extensions }) => extensions?.incident)?.extensions?.incident;
    if (incident !== undefined) return this.drawn.failed(visit, String(incident));
    const drawn = errors.length > 0 ? null : page.draw(data, visit, refused ?? undefined);
    return drawn ?? this.drawn.notThere(visit);
  }

  private visit(request: Asked): Visit {
    const { params, protocol, host } = request;
    const home = `${protocol}://${host}`;
    const query = onceEach(request.query);
    return this.drawn.visitOf({ home, params, query, language: spoken(request) });
  }

  private async ask(request: Asked, asks: PublicPage['asks'], variables: object) {
    const { source, schema, log } = this.asking;
    const operation = this.trusted.find(asks.__meta__.hash);
    if (!operation) throw new Error(`${asks.__meta__.name} is not among our documents.`);
    const context = strangerAt(source, request);
    const asked = { schema, log, variables: variables as Record<string, unknown> };
    const body = await answerShortly(operation, context, asked);
    return body === null
      ? await answerWithErrors(operation, context.anew(), asked)
      : (JSON.parse(body) as Answer);
  }
}

/** The language that was asked for here, was chosen before, or is the browser's. */
function spoken({ query, cookies, headers }: Asked): Visit['language'] {
  const chosen = onceEach(query).lang ?? cookies[COOKIE];
  if (chosen === 'en' || chosen === 'zh-CN') return chosen;
  return languageOf(headers['accept-language']);
}

function strangerAt(source: DataSource, request: Asked): Context {
  const cookie = { set: () => undefined, clear: () => undefined };
  const session = { tokenHash: null, cookie, address: request.ip };
  return new Context(source, STRANGER, spoken(request), session, new Date());
}
