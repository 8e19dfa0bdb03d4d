import type { Drawn, Visit } from './page';
import { Addresses, Shared, type At } from './shared';

/** The addresses of the style and the script, as the build named them. */
export interface Assets {
  readonly style: readonly string[];
  readonly script: string;
}

/** What stands around every public page. */
export function Document(props: {
  readonly drawn: Drawn;
  readonly visit: Visit;
  readonly assets: Assets;
  readonly at: At;
  /** The same page in the other language. */
  readonly other: { readonly href: string; readonly lang: string };
}) {
  const { drawn, visit, assets, at, other } = props;
  const { t, language } = visit;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${drawn.title} · ${t('public.linli')}`}</title>
        <Addresses {...{ drawn, visit, at }} />
        {drawn.description && <Shared {...{ drawn, visit, at }} />}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {assets.style.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <script type="module" src={assets.script} />
      </head>
      <body>
        <a className="skip" href="#content">
          {t('public.skip')}
        </a>
        <header>
          <a href="/c" className="brand">
            <img src="/icon.svg" alt="" width="28" height="28" /> {t('public.linli')}
          </a>
          <nav aria-label={t('public.nav')}>
            <a href="/give">{t('public.give')}</a>
            <a href="/c">{t('public.book')}</a>
            <a href={other.href} lang={other.lang} hrefLang={other.lang}>
              {t('public.other-language')}
            </a>
          </nav>
        </header>
        <main id="content">{drawn.body}</main>
        <footer>
          <p>{t('public.footer')}</p>
        </footer>
      </body>
    </html>
  );
}
