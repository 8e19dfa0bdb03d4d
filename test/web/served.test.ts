import http from 'node:http';
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
    expect(cookie).toMatch(/^linli_language=zh-CN; Path=\/; SameSite=Lax/);
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
    const page = await get('/c?fault', inEnglish);
    await database.dataSource.query('alter table place_gone rename to place');
    expect(page.status).toBe(500);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.body.toString()).toContain('Something went wrong on our side');
    const incident = /<code>([0-9a-f-]{36})<\/code>/.exec(page.body.toString())?.[1] ?? '-';
    expect(page.body.toString()).not.toContain('relation');
    expect(counter.logged.splice(0).join('\n')).toContain(`incident ${incident}`);
  });
});
