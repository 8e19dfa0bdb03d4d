import fastify, { type FastifyInstance } from 'fastify';
import { registerGraphiql } from '../../src/server/graphiql';

let app: FastifyInstance;

beforeAll(async () => {
  app = fastify();
  registerGraphiql(app);
  app.get('/graphql', () => ({ from: 'the API' }));
  app.post('/graphql', () => ({ from: 'the API' }));
  await app.ready();
});

afterAll(() => app.close());

const CHROMIUM_ASKS = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8';

test.each([CHROMIUM_ASKS, 'text/html', 'application/json;q=0.5, text/html', 'text/*'])(
  'a browser (%s) gets the page',
  async (accept) => {
    const answer = await app.inject({ url: '/graphql?query={a}', headers: { accept } });
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  },
);

test.each([undefined, '*/*', 'application/json', 'application/json, text/html', 'text/html;q=0'])(
  'a client (%s) gets the API',
  async (accept) => {
    const answer = await app.inject({ url: '/graphql', headers: accept ? { accept } : {} });
    expect(answer.json()).toEqual({ from: 'the API' });
  },
);

test('a form sent by a browser gets the API too, and other addresses are left alone', async () => {
  const headers = { accept: CHROMIUM_ASKS };
  const posted = await app.inject({ method: 'POST', url: '/graphql', headers });
  expect(posted.json()).toEqual({ from: 'the API' });
  expect((await app.inject({ url: '/graphqlx', headers })).statusCode).toBe(404);
});

test('the page names only files of this server, and each of them is there', async () => {
  const page = await app.inject({ url: '/graphql', headers: { accept: 'text/html' } });
  const addresses = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
  const files = addresses.filter((address) => address !== 'data:,');
  expect(files).toHaveLength(6);
  for (const url of files) {
    const file = await app.inject({ url, headers: { 'accept-encoding': 'gzip' } });
    expect([url, file.statusCode]).toEqual([expect.stringMatching(/^\/graphiql\//), 200]);
    expect(file.headers['content-encoding']).toBe('gzip');
    expect(file.headers['content-type']).toMatch(
      url.includes('.css') ? /^text\/css/ : /javascript/,
    );
  }
});
