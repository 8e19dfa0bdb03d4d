import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { CITY, Context, type Once, type SessionCookie } from '../api/context';
import { languageOf, type Language } from '../api/say';
import { STRANGER, type Actor } from '../kernel/actor';
import { gather } from '../kernel/gather';
import { answeringAgain } from '../society/answer-again';
import { signedIn } from '../society/person.reader';
import { hashToken } from '../society/session-token';

const COOKIE = 'linli_session';

/** Who asks: a bearer token (clients) or the session cookie (browsers); one statement at most. */
export async function contextOf(
  source: DataSource,
  request: FastifyRequest,
  reply: FastifyReply,
  secure: boolean,
): Promise<Context> {
  const now = new Date();
  const token = tokenOf(request);
  const tokenHash = token ? hashToken(token) : null;
  const actor = tokenHash && (await actorOf(source, tokenHash));
  const session = {
    ...{ tokenHash, cookie: cookieOf(reply, secure), address: request.ip },
    ...onceOf(request),
  };
  const language = languageOf(request.headers['accept-language']);
  return new Context(source, actor || STRANGER, language, session, now);
}

/** A request that says by a header which one it is, is done once however often it comes. */
function onceOf({ headers, body }: FastifyRequest): { once?: Once } {
  const key = headers['idempotency-key'];
  return typeof key === 'string' ? { once: answeringAgain(key, body) } : {};
}

/** What is for anybody is asked as nobody: the same, whoever looks. */
export function strangerAt(
  source: DataSource,
  { ip: address }: Pick<FastifyRequest, 'ip'>,
  language: Language,
): Context {
  const cookie = { set: () => undefined, clear: () => undefined };
  return new Context(source, STRANGER, language, { tokenHash: null, cookie, address });
}

async function actorOf(source: DataSource, tokenHash: Buffer): Promise<Actor | null> {
  const key = tokenHash.toString('hex');
  const rows = await gather(source, signedIn, CITY, [key]);
  return rows.find((row) => row.key === key)?.actor ?? null;
}

/** Whether a browser brought a session along, still valid or not. */
export function hasSession(cookies: FastifyRequest['cookies']): boolean {
  return cookies[COOKIE] !== undefined;
}

function tokenOf(request: FastifyRequest): string | null {
  const bearer = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? request.cookies[COOKIE] ?? null;
}

/** Not readable by scripts, not sent along from other sites. */
function cookieOf(reply: FastifyReply, secure: boolean): SessionCookie {
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  return {
    set: (token, expires) => void reply.setCookie(COOKIE, token, { ...options, expires }),
    clear: () => void reply.clearCookie(COOKIE, options),
  };
}
