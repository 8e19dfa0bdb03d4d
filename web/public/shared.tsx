import type { Drawn, Visit } from './page';

/** What a page's picture tells, which the server draws. */
export interface Card {
  readonly above: string;
  readonly title: string;
  readonly says: string;
  readonly come?: Drawn['come'];
}

/** The last part of a picture's address, and how large it is. */
const PICTURE = '/picture.png';
const [WIDE, HIGH] = ['1200', '630'];

/** What a search engine or a message shows of a description; a story may be pages long. */
const LONGEST = 200;

/** What the picture of a page tells; null where nobody is sent its address. */
export function cardOf({ title, description, come }: Drawn, { t }: Visit): Card | null {
  if (!description) return null;
  return { above: t('public.linli'), title, says: description, come };
}

/** Where a page is: its own path, and whether its address is a secret. */
export interface At {
  readonly path: string;
  readonly isPrivate: boolean;
}

interface Props {
  readonly drawn: Drawn;
  readonly visit: Visit;
  readonly at: At;
}

/** The one address of a page in any language, and those of each; a secret one is told to nobody. */
export function Addresses({ drawn, visit, at: { path, isPrivate } }: Props) {
  if (isPrivate || (drawn.status ?? 200) !== 200) return null;
  const inLanguage = (lang: string) =>
    `${visit.home}${path}?${new URLSearchParams({ ...visit.query, lang })}`;
  return (
    <>
      <link rel="canonical" href={canonical(visit, path)} />
      {['zh-CN', 'en'].map((lang) => (
        <link key={lang} rel="alternate" hrefLang={lang} href={inLanguage(lang)} />
      ))}
    </>
  );
}

function canonical({ home, query }: Visit, path: string): string {
  const read = new URLSearchParams(query).toString();
  return home + path + (read && `?${read}`);
}

/** What whoever is sent the address sees of the page before opening it. */
export function Shared({ drawn, visit, at: { path, isPrivate } }: Props) {
  const { home, language, t } = visit;
  const description = cut(drawn.description ?? '');
  const picture = `${drawn.pictureOf ?? path}${PICTURE}`;
  const isEnglish = language === 'en';
  const title = drawn.sharedTitle ?? drawn.title;
  const graph = {
    'og:type': 'website',
    'og:site_name': t('public.linli'),
    'og:locale': isEnglish ? 'en_GB' : 'zh_CN',
    'og:locale:alternate': isEnglish ? 'zh_CN' : 'en_GB',
    'og:title': title,
    'og:description': description,
    ...(!isPrivate && { 'og:url': canonical(visit, path) }),
    'og:image': `${home}${picture}?lang=${language}`,
    'og:image:type': 'image/png',
    'og:image:width': WIDE,
    'og:image:height': HIGH,
    'og:image:alt': title,
  };
  return (
    <>
      <meta name="description" content={description} />
      <meta name="twitter:card" content="summary_large_image" />
      {Object.entries(graph).map(([property, content]) => (
        <meta key={property} {...{ property, content }} />
      ))}
    </>
  );
}

function cut(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST ? text : `${letters.slice(0, LONGEST - 1).join('')}…`;
}
