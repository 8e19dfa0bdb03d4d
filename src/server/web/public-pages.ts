import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../api/say';
import { formatError } from '../errors';
import { KeptAnswers, type KeptAnswer } from '../kept-answers';
import { keepOrNot, packed, tagOf } from '../send-answer';
import { onceEach, pathIn, type Query } from './address';
import { askingAsStranger, type Answer, type Asking, type AskAsStranger } from './ask-as-stranger';
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

const COOKIE = 'linli_language';

/** A form is a few lines that somebody typed. */
const FORM_BYTES = 50_000;

type Asked = FastifyRequest<{ Params: Visit['params']; Querystring: Query }>;

/** Pages that anybody may have, and the longest of them in characters: some 40 MB at the most. */
const [MOST_KEPT, LONGEST_KEPT] = [100, 200_000];

const HTML = 'text/html; charset=utf-8';

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
      scope.get(page.path, (request: Asked, reply) => counter.open(request, reply, page));
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
  private readonly ask: AskAsStranger;
  private readonly kept = new KeptAnswers(MOST_KEPT, LONGEST_KEPT);
  readonly pages: readonly PublicPage[];

  constructor(
    built: string,
    private readonly asking: Asking,
  ) {
    this.drawn = drawnPages(built);
    this.assets = publicAssets(built);
    this.pages = this.drawn.pages;
    this.ask = askingAsStranger(asking);
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

  /** A page that is the same for all is drawn once in half a minute, however many open it. */
  async open(request: Asked, reply: FastifyReply, page: PublicPage) {
    if (!isForAll(request, page)) return await this.show(request, reply, page, null);
    const key = keyOf(request);
    const known = this.kept.find(key, Date.now());
    if (known) return await this.give(request, reply, known);
    const drawn = await this.make(request, page, null);
    if ((drawn.status ?? 200) !== 200) return await this.send(request, reply, drawn, page);
    const body = this.write(request, drawn);
    const made = { body, type: HTML, tag: tagOf(body), at: Date.now() };
    this.kept.keep(key, made);
    return await this.give(request, reply, made);
  }

  private async give(request: Asked, reply: FastifyReply, kept: KeptAnswer) {
    void reply.headers(headersOf({}, {})).type(kept.type);
    if (keepOrNot(request, reply, kept)) return await reply.code(304).send();
    return await reply.send(await packed(request, reply, kept.body));
  }

  private async show(
    request: Asked,
    reply: FastifyReply,
    page: PublicPage,
    refused: Refused | null,
  ) {
    const drawn = await this.make(request, page, refused);
    const status = drawn.status ?? (refused ? 422 : 200);
    return await this.send(request, reply, { ...drawn, status }, page);
  }

  private async make(request: Asked, page: PublicPage, refused: Refused | null): Promise<Drawn> {
    const visit = this.visit(request);
    const answer = await this.ask(request, visit.language, page.asks, page.variables(visit));
    return this.draw(answer, page, visit, refused);
  }

  private write(request: Asked, drawn: Drawn): string {
    return this.drawn.html(drawn, this.visit(request), this.assets, pathIn(request.url));
  }

  private async send(
    request: Asked,
    reply: FastifyReply,
    drawn: Drawn,
    page: Pick<PublicPage, 'isPrivate'>,
  ) {
    const { query, language } = this.visit(request);
    if (query.lang) void reply.setCookie(COOKIE, language, { path: '/', sameSite: 'lax' });
    const { status = 200 } = drawn;
    // What failed may be a page whose address is a secret, and nobody has a use for it later.
    const isPrivate = page.isPrivate || status >= 500;
    void reply.headers(headersOf({ isPrivate }, drawn)).type(HTML).code(status);
    return await reply.send(await packed(request, reply, this.write(request, drawn)));
  }

  /** Does what a form asks for, and leads on; or shows the page again with what was refused. */
  async take(request: Asked, reply: FastifyReply, page: PublicPage) {
    if (!page.sent) throw new Error(`${page.path} takes no forms.`);
    const visit = this.visit(request);
    const form = (request.body ?? {}) as Form;
    const input = page.sent.input(form, visit);
    const answer = await this.ask(request, visit.language, page.sent.asks, { input });
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
}

/** The language that was asked for here, was chosen before, or is the browser's. */
function spoken({ query, cookies, headers }: Asked): Visit['language'] {
  const chosen = onceEach(query).lang ?? cookies[COOKIE];
  if (chosen === 'en' || chosen === 'zh-CN') return chosen;
  return languageOf(headers['accept-language']);
}

/** Without a form, whose key is each visitor's own, and without a choice to be remembered. */
const isForAll = ({ query }: Asked, { sent, isPrivate }: PublicPage): boolean =>
  !sent && !isPrivate && query.lang === undefined;

/** What a page for all depends on. */
const keyOf = (request: Asked): string =>
  `${spoken(request)} ${request.protocol}://${request.host}${request.url}`;
