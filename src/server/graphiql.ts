import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { page, start, style } from './graphiql/page';

/**
 * GraphiQL at GET /graphql for browsers, out of the npm packages' ready-made files: no CDN and no
 * build. Those bundles hold everything, so package.json's overrides leave out the hundred packages
 * that only a build of one's own would need.
 */
export function registerGraphiql(app: FastifyInstance): void {
  const version = versionOf('graphiql');
  const html = page(version);
  // A hook and not a route: the API itself owns GET /graphql.
  app.addHook('onRequest', async (request, reply) => {
    if (!wantsPage(request)) return;
    reply.headers(PAGE_HEADERS).type('text/html; charset=utf-8');
    await reply.send(html);
  });
  for (const [name, file] of Object.entries(files())) {
    app.get(`/graphiql/${name}`, (request, reply) => {
      const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
      return sendFile(request, reply, `${type}; charset=utf-8`, file);
    });
  }
}

const PAGE_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    // Its menus and dialogs stop the page from scrolling with a style element of their own.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cache-control': 'no-cache',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  vary: 'accept',
};

interface File {
  plain(): Buffer;
  zipped(): Buffer;
}

/** Read and packed at the first request: a start must not wait for a page nobody has opened. */
function files(): Record<string, File> {
  return {
    'graphiql.js': fileOf(() => fromPackage('graphiql', 'graphiql.min.js')),
    'graphiql.css': fileOf(() => fromPackage('graphiql', 'graphiql.min.css')),
    'react.js': fileOf(() => fromPackage('react', 'umd/react.production.min.js')),
    'react-dom.js': fileOf(() => fromPackage('react-dom', 'umd/react-dom.production.min.js')),
    'start.js': fileOf(() => Buffer.from(start)),
    'page.css': fileOf(() => Buffer.from(style)),
  };
}

function fileOf(read: () => Buffer): File {
  const plain = once(read);
  return { plain, zipped: once(() => gzipSync(plain())) };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function sendFile(request: FastifyRequest, reply: FastifyReply, type: string, file: File) {
  const zip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  return reply
    .headers({
      // The page asks for its files by version, so they may be kept for good.
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
      ...(zip ? { 'content-encoding': 'gzip' } : {}),
    })
    .type(type)
    .send(zip ? file.zipped() : file.plain());
}

function fromPackage(name: string, file: string): Buffer {
  return fs.readFileSync(path.join(folderOf(name), file));
}

function versionOf(name: string): string {
  const manifest = fs.readFileSync(path.join(folderOf(name), 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

function folderOf(name: string): string {
  return path.dirname(require.resolve(`${name}/package.json`));
}

/** A browser opening the address; clients, also those that take anything, get the API. */
function wantsPage(request: FastifyRequest): boolean {
  if (request.method !== 'GET' || !/^\/graphql\/?(\?|$)/.test(request.url)) return false;
  const accept = request.headers.accept ?? '*/*';
  const html = preference(accept, 'text/html');
  return html > 0 && html > preference(accept, 'application/json');
}

/** The weight an Accept header gives a type: its own, else its family's, else that of anything. */
function preference(accept: string, type: string): number {
  const ranges = accept.split(',').map((range) => {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return { name, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
  });
  const names = [type, type.replace(/\/.*/, '/*'), '*/*'];
  const match = names.map((name) => ranges.find((range) => range.name === name)).find(Boolean);
  return match?.weight ?? 0;
}
