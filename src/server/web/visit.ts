import type { FastifyRequest } from 'fastify';
import { languageOf } from '../../api/say';
import { onceEach, pathIn, type Query } from './address';
import type { PublicPage, Visit } from './built';

/** The cookie in which a language stays chosen. */
export const LANGUAGE_COOKIE = 'linli_language';

export type Asked = FastifyRequest<{ Params: Visit['params']; Querystring: Query }>;

/** What of a page decides how a visit to it is read. */
export type Read = Pick<PublicPage, 'path' | 'reads'> | null;

/**
 * A visit as a page reads it: of the query only what it names, so that nothing else that somebody
 * wrote behind the question mark gets into a page that is kept for all.
 */
export function visitFrom(request: Asked, page: Read, publicUrl: string | null): Visit {
  const { params, protocol, host } = request;
  const said = onceEach(request.query);
  const query = (page?.reads ?? []).flatMap((name) => {
    const value = said[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    // What a visitor's own headers say of our address counts only where nobody told us of it.
    home: publicUrl ?? `${protocol}://${host}`,
    params,
    query: Object.fromEntries(query),
    language: spoken(request),
  };
}

/** Whether the address itself asks for a language, which is then remembered. */
export const choosesLanguage = ({ query }: Asked): boolean => query.lang !== undefined;

/** The language that was asked for here, was chosen before, or is the browser's. */
function spoken({ query, cookies, headers }: Asked): Visit['language'] {
  const chosen = onceEach(query).lang ?? cookies[LANGUAGE_COOKIE];
  if (chosen === 'en' || chosen === 'zh-CN') return chosen;
  return languageOf(headers['accept-language']);
}

/** One address for a page, however it was written: `/c/%79idaojie` is `/c/yidaojie`. */
export function pathOf(request: Asked, page: Read): string {
  if (!page) return pathIn(request.url);
  const { params } = request;
  return page.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

/** What a page for all depends on. */
export function keyOf({ home, language, query }: Visit, path: string): string {
  return JSON.stringify([language, home, path, query]);
}
