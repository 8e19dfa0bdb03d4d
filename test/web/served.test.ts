import http from 'node:http';
import sharp from 'sharp';
import { openCounter, type Counter } from '../server/givers';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries } from '../support/queries';
import { newWorld, tokenOf, type World } from '../support/world';
import { buildPages } from './support/chromium';

let database: FreshDatabase;
let world: World;
let counter: Counter;

beforeAll(async () => {
  buildPages();
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  counter = await openCounter(database);
}, 60_000);
afterAll(async () => {
  await counter?.close();
  await database?.drop();
});

/** As a browser asks: what is packed stays packed. */
async function get(path: string, headers: Record<string, string> = {}) {
  return await new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }>(
    (found, failed) => {
      http
        .get(counter.url + path, { headers }, (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () =>
            found({
              ...{ status: answer.statusCode ?? 0, headers: answer.headers },
              body: Buffer.concat(parts),
            }),
          );
        })
        .on('error', failed);
    },
  );
}

const scriptOf = (html: string) => /<script type="module"[^>]* src="([^"]+)"/.exec(html)?.[1] ?? '';

describe('the desks', () => {
  test.each(['/till', '/till/tasks/7', '/board', '/me/ballots', '/sign-in', '/desks'])(
    '%s is the app, which no other site may frame and no foreign script may enter',
    async (path) => {
      const { status, headers, body } = await get(path);
      expect({ status, type: headers['content-type'] }).toEqual({
        ...{ status: 200, type: 'text/html; charset=utf-8' },
      });
      const policy = headers['content-security-policy'];
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers['cache-control']).toBe('no-cache');
      expect(scriptOf(body.toString())).toMatch(/^\/desk-assets\//);
    },
  );

  test('their files are packed, and kept for good by the name of their content', async () => {
    const script = scriptOf((await get('/till')).body.toString());
    const plain = await get(script);
    const packed = await get(script, { 'accept-encoding': 'br' });
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(packed.headers['content-encoding']).toBe('br');
    // Or a cache that many share gives what is packed to those who cannot unpack it.
    expect([plain.headers.vary, packed.headers.vary]).toEqual(Array(2).fill('accept-encoding'));
    expect(packed.body.length * 3).toBeLessThan(plain.body.length);
    // What watches over the till must be the newest there is.
    expect((await get('/sw.js')).headers['cache-control']).toBe('no-cache');
    expect((await get('/manifest.webmanifest')).status).toBe(200);
  });

  test('nothing that the build leaves beside them is given out', async () => {
    for (const path of ['/manifest.json', `/drawn/server.cjs`, '/../package.json', '/.built'])
      expect({ path, status: (await get(path)).status }).toEqual({ path, status: 404 });
  });
});

describe('the public pages', () => {
  const inEnglish = { accept: 'text/html', 'accept-language': 'en' };

  test('are whole without a script, in the language that is asked for', async () => {
    const english = await get('/c', inEnglish);
    expect(english.status).toBe(200);
    expect(english.body.toString()).toContain('<html lang="en">');
    expect(english.headers.vary).toContain('accept-language');
    const chosen = await get('/c?lang=zh-CN', inEnglish);
    expect(chosen.body.toString()).toContain('<html lang="zh-CN">');
    const [cookie = ''] = chosen.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^linli_language=zh-CN; Path=\/; HttpOnly; SameSite=Lax/);
    const later = await get('/c', { ...inEnglish, cookie: 'linli_language=zh-CN' });
    expect(later.body.toString()).toContain('<html lang="zh-CN">');
    const odd = await get('/c?lang=%3Cscript%3E', inEnglish);
    expect(odd.body.toString()).not.toContain('<script>');
  });

  test('let no script in, and lead nowhere but where they say', async () => {
    const { headers } = await get('/c');
    const policy = headers['content-security-policy'];
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('say so where there is nothing', async () => {
    for (const path of ['/c/there-is-no-such-community', '/nowhere']) {
      const page = await get(path, inEnglish);
      expect(page.status).toBe(404);
      expect(page.body.toString()).toContain('There is no such page');
    }
    const program = await get('/nowhere');
    expect(JSON.parse(program.body.toString())).toEqual({ statusCode: 404, error: 'Not Found' });
  });

  test('an address that leads nowhere leads nowhere else', async () => {
    for (const path of [
      '//elsewhere.example/c',
      '/\\elsewhere.example',
      '///elsewhere.example?a=b',
    ]) {
      const { body } = await get(path, inEnglish);
      const [link = ''] = /href="[^"]*lang=zh-CN"/.exec(body.toString()) ?? [];
      expect(link).toMatch(/^href="\/elsewhere\.example/);
    }
  });

  test.each([
    ['/c/yongle/entries?items=GIFTS&items=GRANTS', 200],
    ['/c/yongle/entries?grant=a&grant=b', 404],
    ['/c/yongle?from=2026-01&from=2026-02&until=2026-03', 200],
    ['/c?lang=en&lang=zh-CN', 200],
    ['/c?__proto__=a&constructor=b', 200],
    ['/gifts/nothing/looking?looks=1&looks=2', 404],
    ['/c/%00', 404],
    ['/c/__proto__/entries?grant=%00', 404],
    ['/give/%00/%00', 404],
    ['/gifts/%00', 404],
    ['/pledges/%00?after=%00', 404],
  ])('%s is no fault of ours', async (path, expected) => {
    expect((await get(path, inEnglish)).status).toBe(expected);
    expect(counter.logged).toEqual([]);
  });

  test('a form that somebody has written anew is refused, and is no fault of ours', async () => {
    for (const form of [
      'payWith=BARTER',
      'currency=SHELLS',
      'to=__proto__',
      '__proto__=a&a=1&a=2',
    ]) {
      const body = new URLSearchParams(form);
      const answer = await fetch(`${counter.url}/give/yongle/x`, { method: 'POST', body });
      expect({ form, status: answer.status }).toEqual({ form, status: 404 });
    }
    const body = JSON.stringify({ to: 'poolId' });
    const headers = { 'content-type': 'application/json' };
    const other = await fetch(`${counter.url}/give/yongle/x`, { method: 'POST', headers, body });
    expect(other.status).toBe(415);
    expect(counter.logged).toEqual([]);
  });

  test('what a signed-in person may see is not drawn into a page for all', async () => {
    const { clerk } = world.home;
    const asStranger = (await get('/c', inEnglish)).body.toString();
    const cookie = `linli_session=${await tokenOf(database.dataSource, clerk.id)}`;
    expect((await get('/c', { ...inEnglish, cookie })).body.toString()).toBe(asStranger);
  });

  test('what is for all is drawn once in half a minute, packed, and not sent twice', async () => {
    const [{ slug }] = await database.dataSource.query('select slug from place where id = $1', [
      world.home.id,
    ]);
    const page = `/c/${slug}`;
    const first = await get(page, { ...inEnglish, 'accept-encoding': 'br' });
    expect(first.headers['content-encoding']).toBe('br');
    expect(first.headers['cache-control']).toBe('public, max-age=30');
    const { result, statements } = await countQueries(database.dataSource, () =>
      Promise.all([get(page, inEnglish), get(page, inEnglish)]),
    );
    expect(statements).toEqual([]);
    expect(result.map(({ status }) => status)).toEqual([200, 200]);
    const again = { ...inEnglish, 'if-none-match': first.headers.etag ?? '-' };
    expect((await get(page, again)).status).toBe(304);
    const chinese = await get(page, { ...inEnglish, 'accept-language': 'zh-CN' });
    expect(chinese.body.toString()).toContain('<html lang="zh-CN">');
  });

  test('a fault of ours is told by its number only', async () => {
    await database.dataSource.query('alter table place rename to place_gone');
    const page = await get('/c/nowhere', inEnglish);
    await database.dataSource.query('alter table place_gone rename to place');
    expect(page.status).toBe(500);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.body.toString()).toContain('Something went wrong on our side');
    const incident = /<code>([0-9a-f-]{36})<\/code>/.exec(page.body.toString())?.[1] ?? '-';
    expect(page.body.toString()).not.toContain('relation');
    expect(counter.logged.splice(0).join('\n')).toContain(`incident ${incident}`);
  });

  const slugOf = async (): Promise<string> => {
    const [{ slug }] = await database.dataSource.query('select slug from place where id = $1', [
      world.home.id,
    ]);
    return slug;
  };

  test('what a page does not read of the query is not in it, and makes no page anew', async () => {
    const page = `/c/${await slugOf()}`;
    const plain = await get(page, inEnglish);
    const evil = `${page}?utm_source=%22%3E%3Cscript%3E&__proto__=a&x=elsewhere.example`;
    const { result, statements } = await countQueries(database.dataSource, () =>
      get(evil, inEnglish),
    );
    expect(statements).toEqual([]);
    expect(result.body).toEqual(plain.body);
    const chosen = await get(`${evil}&lang=en`, inEnglish);
    expect(chosen.body.toString()).not.toMatch(/utm_source|elsewhere/);
    // What it reads makes another page, however it is written.
    const year = await get(`${page}?until=2026-01&from=2025-01`, inEnglish);
    expect(year.headers.etag).not.toBe(plain.headers.etag);
    const again = await get(`${page}?from=2025-01&z=1&until=2026-01`, inEnglish);
    expect(again.headers.etag).toBe(year.headers.etag);
    expect(year.body.toString()).toContain(
      `rel="canonical" href="${counter.url}${page}?from=2025-01&amp;until=2026-01"`,
    );
  });

  test('a page has one address, however it was written, and a cookie is on none that is kept', async () => {
    const slug = await slugOf();
    const written = `/c/%${slug.charCodeAt(0).toString(16)}${slug.slice(1)}?lang=en`;
    const page = await get(written, inEnglish);
    const html = page.body.toString();
    expect(html).toContain(`rel="canonical" href="${counter.url}/c/${slug}"`);
    for (const lang of ['zh-CN', 'en'])
      expect(html).toContain(`hrefLang="${lang}" href="${counter.url}/c/${slug}?lang=${lang}"`);
    expect(page.headers['set-cookie']).toHaveLength(1);
    expect(page.headers['cache-control']).toBe('private, no-cache');
    const kept = await get(`/c/${slug}`, inEnglish);
    expect(kept.headers['set-cookie']).toBeUndefined();
    expect(kept.headers['cache-control']).toContain('public');
  });

  test('other ways of asking change nothing', async () => {
    const page = `${counter.url}/c/${await slugOf()}`;
    const head = await fetch(page, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('content-security-policy')).toContain("default-src 'none'");
    const lost = { method: 'HEAD', headers: { accept: 'text/html' } };
    const missing = await fetch(`${counter.url}/nowhere`, lost);
    expect([missing.status, await missing.text()]).toEqual([404, '']);
    for (const method of ['OPTIONS', 'PUT', 'DELETE', 'PATCH'])
      expect([method, (await fetch(page, { method })).status]).toEqual([method, 404]);
    const taken = await fetch(page, { method: 'POST', body: new URLSearchParams({ a: 'b' }) });
    expect(taken.status).toBe(404);
  });

  test.each(['/c/', '/give/', '/gifts/', '/goods/', '/'])(
    'an address that goes on and on after %s is no fault of ours',
    async (start) => {
      for (const more of ['x'.repeat(4_000), '%E9'.repeat(40), '%', '..%2f'.repeat(300)]) {
        const { status } = await get(`${start}${more}`, inEnglish);
        expect([400, 404, 414]).toContain(status);
      }
      expect(counter.logged).toEqual([]);
    },
  );

  test.each([
    ['', 'en'],
    ['fr;q=0.9, zh;q=0.8', 'zh-CN'],
    ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en-GB,en;q=0.9', 'en'],
    ['*', 'en'],
    ['<script>', 'en'],
  ])('whoever reads %s is spoken to in a language of ours', async (languages, spoken) => {
    const { body } = await get('/c', { accept: 'text/html', 'accept-language': languages });
    expect(body.toString()).toContain(`<html lang="${spoken}">`);
  });

  test('a page has a picture for whoever is sent its address, drawn once', async () => {
    const slug = await slugOf();
    const html = (await get(`/c/${slug}`, inEnglish)).body.toString();
    const [, address = ''] = /property="og:image" content="([^"]+)"/.exec(html) ?? [];
    const path = address.replace(counter.url, '');
    expect(path).toBe(`/c/${slug}/picture.png?lang=en`);
    const picture = await get(path);
    expect(picture.headers).toMatchObject({
      ...{ 'content-type': 'image/png', 'cache-control': 'public, max-age=600' },
      'x-content-type-options': 'nosniff',
    });
    expect(picture.headers['set-cookie']).toBeUndefined();
    const { width, height, format } = await sharp(picture.body).metadata();
    expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
    expect(picture.body.length).toBeLessThan(100_000);
    const { result, statements } = await countQueries(database.dataSource, () =>
      Promise.all([get(path), get(`${path}&v=2`)]),
    );
    expect(statements).toEqual([]);
    expect(result.map(({ body }) => body.equals(picture.body))).toEqual([true, true]);
    const chinese = await get(path.replace('lang=en', 'lang=zh-CN'));
    expect(chinese.body.equals(picture.body)).toBe(false);
  });

  test('what has no page has no picture', async () => {
    for (const path of ['/c/nowhere', '/give/yongle/nothing', `/c/${await slugOf()}/entries`])
      expect([path, (await get(`${path}/picture.png`)).status]).toEqual([path, 404]);
    expect((await get('/gifts/nothing/picture.png')).status).toBe(404);
    expect(counter.logged).toEqual([]);
  });

  test('a name that is no name stays a text', async () => {
    const name = `<img src=x onerror=alert(1)>"'&{{t}}`;
    const slug = await slugOf();
    await database.dataSource.query('update place set name = $1 where id = $2', [
      name,
      world.home.id,
    ]);
    for (const path of [`/c/${slug}?from=2024-01&until=2024-02`, `/give/${slug}`]) {
      const html = (await get(path, inEnglish)).body.toString();
      expect(html).not.toContain('<img src=x');
      expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#x27;&amp;{{t}}');
    }
    expect((await get(`/give/${slug}/picture.png`)).headers['content-type']).toBe('image/png');
  });
});

describe('where people find the server by another name', () => {
  test('its pages name that one, whatever a visitor’s headers say', async () => {
    const publicUrl = 'https://linli.example.org';
    const known = await openCounter(database, { publicUrl });
    try {
      const headers = {
        ...{ 'accept-language': 'en', accept: 'text/html' },
        ...{ 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' },
      };
      const html = await (await fetch(`${known.url}/c`, { headers })).text();
      expect(html).toContain(`rel="canonical" href="${publicUrl}/c"`);
      expect(html).toContain(`property="og:url" content="${publicUrl}/c"`);
      expect(html).toContain(`property="og:image" content="${publicUrl}/c/picture.png?lang=en"`);
      expect(html).not.toContain('evil.example');
      const chosen = await fetch(`${known.url}/c?lang=en`, { headers });
      expect(chosen.headers.get('set-cookie')).toContain('; Secure');
      expect(known.logged).toEqual([]);
    } finally {
      await known.close();
    }
  });
});
