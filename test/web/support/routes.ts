import fs from 'node:fs';
import path from 'node:path';

const DESKS = path.resolve(__dirname, '../../../web/desks');

/** The addresses that a desk opens and none of the pages is at: nobody has looked at them. */
export function unseen(desk: string, pages: readonly { readonly path: string }[]): string[] {
  const text = fs.readFileSync(path.join(DESKS, desk, `${desk}-desk.tsx`), 'utf8');
  return [...text.matchAll(/<Route\s+path="([^"]+)"/g)]
    .map(([, route]) => `/${desk}/${route}`)
    .filter(
      (route) =>
        route !== `/${desk}/*` && !pages.some(({ path: at }) => expression(route).test(at)),
    );
}

/** `/till/lots/:id`, `/me/affairs/:part?` and `/board/store/*` as expressions. */
const expression = (route: string) =>
  new RegExp(
    `^${route
      .replace(/\/:\w+\?/g, '(/[^/]+)?')
      .replace(/:\w+/g, '[^/]+')
      .replace('*', '.+')}$`,
  );
