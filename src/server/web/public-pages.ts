import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import { Context } from '../../api/context';
import { languageOf } from '../../api/say';
import { STRANGER } from '../../kernel/actor';
import type { Log } from '../errors';
import { answerShortly } from '../short-way';
import { TrustedOperations, type TrustedDocument } from '../trusted-documents';
import { drawnPages, publicAssets, type Form, type PublicPage, type Visit } from './built';
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

type Asked = FastifyRequest<{ Params: Visit['params']; Querystring: Visit['query'] }>;
type Answer = { readonly data: unknown; readonly errors?: readonly { message: string }[] };

/** What a form was sent with, and why it was not taken. */
type Refused = { readonly form: Form; readonly why: readonly string[] };

/** Gives each public page its address, and each form on one the address of its page. */
export function registerPublicPages(app: FastifyInstance, asking: Asking): void {
  const counter = new PublicCounter(asking);
  void app.register((scope, _options, done) => {
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
    done();
  });
}

/** Draws the public pages and takes what their forms send. */
class PublicCounter {
  private readonly drawn = drawnPages();
  private readonly assets = publicAssets();
  private readonly trusted: TrustedOperations;
  readonly pages = this.drawn.pages;

  constructor(private readonly asking: Asking) {
    this.trusted = new TrustedOperations(asking.schema, asking.documents);
  }

  async show(request: Asked, reply: FastifyReply, page: PublicPage, refused: Refused | null) {
    const visit = this.visit(request);
    const answer = await this.ask(request, page.asks, page.variables(visit));
    const drawn =
      (answer && page.draw(answer.data, visit, refused ?? undefined)) ?? this.drawn.notThere(visit);
    const path = request.url.split('?')[0] ?? '/';
    if (request.query.lang)
      void reply.setCookie(COOKIE, visit.language, { path: '/', sameSite: 'lax' });
    return await reply
      .headers(headersOf(page))
      .type('text/html; charset=utf-8')
      .code(drawn.status ?? (refused ? 422 : 200))
      .send(this.drawn.html(drawn, visit, this.assets, path));
  }

  /** Does what a form asks for, and leads on; or shows the page again with what was refused. */
  async take(request: Asked, reply: FastifyReply, page: PublicPage) {
    if (!page.sent) throw new Error(`${page.path} takes no forms.`);
    const visit = this.visit(request);
    const form = (request.body ?? {}) as Form;
    const answer = await this.ask(request, page.sent.asks, { input: page.sent.input(form, visit) });
    const errors = answer?.errors ?? [];
    const led = answer?.data && !errors.length ? page.sent.leads(answer.data, visit) : null;
    if (led && 'to' in led) return await reply.redirect(led.to, 303);
    const why = (led?.refused ?? errors).map(({ message }) => message);
    return await this.show(request, reply, page, { form, why });
  }

  private visit(request: Asked): Visit {
    const { params, query } = request;
    return this.drawn.visitOf({ params, query, language: spoken(request) });
  }

  private async ask(request: Asked, asks: PublicPage['asks'], variables: object) {
    const { source, schema, log } = this.asking;
    const operation = this.trusted.find(asks.__meta__.hash);
    if (!operation) throw new Error(`${asks.__meta__.name} is not among our documents.`);
    const context = strangerAt(source, request);
    const asked = { schema, log, variables: variables as Record<string, unknown> };
    const body = await answerShortly(operation, context, asked);
    return body === null ? null : (JSON.parse(body) as Answer);
  }
}

/** The language that was asked for here, was chosen before, or is the browser's. */
function spoken({ query, cookies, headers }: Asked): Visit['language'] {
  const chosen = query.lang ?? cookies[COOKIE];
  if (chosen === 'en' || chosen === 'zh-CN') return chosen;
  return languageOf(headers['accept-language']);
}

function strangerAt(source: DataSource, request: Asked): Context {
  const cookie = { set: () => undefined, clear: () => undefined };
  const session = { tokenHash: null, cookie, address: request.ip };
  return new Context(source, STRANGER, spoken(request), session, new Date());
}
