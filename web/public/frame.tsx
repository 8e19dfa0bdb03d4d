import type { Drawn, Visit } from './page';

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
  readonly path: string;
  /** The same page in the other language. */
  readonly other: { readonly href: string; readonly lang: string };
}) {
  const { drawn, visit, assets, path, other } = props;
  const { t, language } = visit;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${drawn.title} · ${t('public.linli')}`}</title>
        {drawn.description && <Shared {...{ drawn, visit }} path={path} />}
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

/** What whoever is sent the address sees of the page before opening it. */
function Shared(props: { readonly drawn: Drawn; readonly visit: Visit; readonly path: string }) {
  const { drawn, visit, path } = props;
  const graph = {
    'og:type': 'website',
    'og:site_name': visit.t('public.linli'),
    'og:locale': visit.language === 'en' ? 'en_GB' : 'zh_CN',
    'og:title': drawn.title,
    'og:description': drawn.description,
    'og:url': visit.home + path,
  };
  return (
    <>
      <meta name="description" content={drawn.description} />
      {Object.entries(graph).map(([property, content]) => (
        <meta key={property} {...{ property, content }} />
      ))}
    </>
  );
}
