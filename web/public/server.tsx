import { renderToStaticMarkup } from 'react-dom/server';
import { addWords, wordsIn, type Language } from '../kit/words';
import words from '../words/public.json';
import { Document, type Assets } from './frame';
import { Failed, NotThere } from './not-there';
import type { Drawn, PublicPage, Visit } from './page';
import { PAGES } from './pages';
import type { At } from './shared';

export { cardOf } from './shared';

addWords(words);

/** All public pages, for the server to give each an address. */
export const pages: readonly PublicPage[] = PAGES;

/** A visit with its words. */
export function visitOf(asked: Omit<Visit, 't'>): Visit {
  return { ...asked, t: wordsIn(asked.language) };
}

/** The page of what is not there. */
export function notThere(visit: Visit): Drawn {
  const { t } = visit;
  return { status: 404, title: t('public.not-there'), body: <NotThere t={t} /> };
}

/** What went wrong with us, and the number to tell us. */
export function failed(visit: Visit, incident: string): Drawn {
  const { t } = visit;
  return { status: 500, title: t('public.failed'), body: <Failed {...{ t, incident }} /> };
}

/** The whole page as HTML. */
export function html(drawn: Drawn, visit: Visit, assets: Assets, at: At): string {
  const lang: Language = visit.language === 'en' ? 'zh-CN' : 'en';
  const query = new URLSearchParams({ ...visit.query, lang });
  const other = { href: `${at.path}?${query}`, lang };
  const body = renderToStaticMarkup(<Document {...{ drawn, visit, assets, at, other }} />);
  return `<!doctype html>${body}`;
}
