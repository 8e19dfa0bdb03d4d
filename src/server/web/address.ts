import type { Visit } from './built';

/** What stands behind the question mark of an address; a name may stand there several times. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Each name once, as pages read it: of what stands there several times, the first. */
export function onceEach(query: Query): Visit['query'] {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => {
      const text = typeof value === 'string' ? value : value?.[0];
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

/** The path of an address of ours. As a link, `//elsewhere` would lead to another server. */
export function pathIn(url: string): string {
  const [path = ''] = url.split('?');
  return `/${path.replace(/^[/\\]+/, '')}`;
}
