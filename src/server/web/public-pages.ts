import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { formatError } from '../errors';
import { KeptAnswers, type KeptAnswer } from '../kept-answers';
import { keepOrNot, packed, tagOf } from '../send-answer';
import type { Asking } from './ask-as-stranger';
import type { Drawn, Form, PublicPage, Refused } from './built';
import { Drawing } from './drawing';
import { headersOf } from './page-headers';
import { registerPictures } from './page-pictures';
import { choosesLanguage, keyOf, LANGUAGE_COOKIE, pathOf, type Asked } from './visit';

/** A form is a few lines that somebody typed. */
const FORM_BYTES = 50_000;

/** Pages that anybody may have, and the longest of them in characters: some 40 MB at the most. */
const [MOST_KEPT, LONGEST_KEPT] = [100, 200_000];

const HTML = 'text/html; charset=utf-8';

/** Tells whoever opened an address that something went wrong, with the number of the incident. */
export type TellFault = (
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply>;

/**
 * Gives each public page its address, and each form on one the address of its page; answers by what
 * pages that are not among them tell a fault.
 */
export function registerPublicPages(
  app: FastifyInstance,
  built: string,
  asking: Asking,
): TellFault {
  const drawing = new Drawing(built, asking);
  const counter = new PublicCounter(drawing, asking);
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_BYTES },
      (_request, body, parsed) =>
        parsed(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    for (const page of drawing.pages) {
      scope.get(page.path, (request: Asked, reply) => counter.open(request, reply, page));
      if (page.sent)
        scope.post(page.path, (request: Asked, reply) => counter.take(request, reply, page));
    }
    registerPictures(scope, drawing);
    scope.setErrorHandler((error, request: Asked, reply) => counter.fail(error, request, reply));
    done();
  });
  app.setNotFoundHandler((request: Asked, reply) => counter.missing(request, reply));
  return (error, request, reply) => counter.fail(error, request as Asked, reply);
}

/** Gives out the public pages and takes what their forms send. */
class PublicCounter {
  private readonly kept = new KeptAnswers(MOST_KEPT, LONGEST_KEPT);

  constructor(
    private readonly drawing: Drawing,
    private readonly asking: Asking,
  ) {}

  /** An address that leads nowhere: a page for browsers, a word for programs. */
  async missing(request: Asked, reply: FastifyReply) {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || !request.headers.accept?.includes('text/html'))
      return await reply.code(404).send({ statusCode: 404, error: 'Not Found' });
    return await this.send(request, reply, this.drawing.missing(request), null);
  }

  /** A fault of ours, met while a page was drawn: the log has it, the visitor its number. */
  async fail(error: unknown, request: Asked, reply: FastifyReply) {
    const { statusCode = 500 } = error as { statusCode?: number };
    if (statusCode < 500) return await reply.code(statusCode).send({ statusCode });
    const { language } = this.drawing.visit(request, null);
    const { extensions } = formatError({ message: '' }, error, language, this.asking.log);
    const drawn = this.drawing.failed(request, String(extensions?.incident));
    return await this.send(request, reply, drawn, null);
  }

  /** A page that is the same for all is drawn once in half a minute, however many open it. */
  async open(request: Asked, reply: FastifyReply, page: PublicPage) {
    if (!isForAll(request, page)) return await this.show(request, reply, page, null);
    const key = keyOf(this.drawing.visit(request, page), pathOf(request, page));
    const known = this.kept.find(key, Date.now());
    if (known) return await this.give(request, reply, known);
    const drawn = await this.drawing.make(request, page, null);
    if ((drawn.status ?? 200) !== 200) return await this.send(request, reply, drawn, page);
    const body = this.drawing.write(request, page, drawn);
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
    const drawn = await this.drawing.make(request, page, refused);
    const status = drawn.status ?? (refused ? 422 : 200);
    return await this.send(request, reply, { ...drawn, status }, page);
  }

  private async send(request: Asked, reply: FastifyReply, drawn: Drawn, page: PublicPage | null) {
    if (choosesLanguage(request)) this.remember(request, reply);
    const { status = 200 } = drawn;
    // What failed or is not there may have a secret for its address, and is of no use later.
    const isPrivate = page?.isPrivate || status >= 400;
    void reply.headers(headersOf({ isPrivate }, drawn)).type(HTML).code(status);
    const body = this.drawing.write(request, page, drawn);
    return await reply.send(await packed(request, reply, body));
  }

  /** The language of what is shown, for the pages after it; no script has a use for it. */
  private remember(request: Asked, reply: FastifyReply): void {
    const secure = this.asking.publicUrl?.startsWith('https:') ?? false;
    const { language } = this.drawing.visit(request, null);
    const kept = { path: '/', sameSite: 'lax', httpOnly: true, secure } as const;
    void reply.setCookie(LANGUAGE_COOKIE, language, kept);
  }

  /** Does what a form asks for, and leads on; or shows the page again with what was refused. */
  async take(request: Asked, reply: FastifyReply, page: PublicPage) {
    if (!page.sent) throw new Error(`${page.path} takes no forms.`);
    const visit = this.drawing.visit(request, page);
    const form = (request.body ?? {}) as Form;
    const input = page.sent.input(form, visit);
    const answer = await this.drawing.ask(request, visit.language, page.sent.asks, { input });
    const errors = answer.errors ?? [];
    const led = answer.data && !errors.length ? page.sent.leads(answer.data, visit) : null;
    if (led && 'to' in led) return await reply.redirect(led.to, 303);
    return await this.show(request, reply, page, { form, why: led?.refused ?? errors });
  }
}

/** Without a form, whose key is each visitor's own, and without a choice to be remembered. */
const isForAll = (request: Asked, { sent, isPrivate }: PublicPage): boolean =>
  !sent && !isPrivate && !choosesLanguage(request);
