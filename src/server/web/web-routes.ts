import fs from 'node:fs';
import path from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { registerPublicExports } from '../spreadsheets/public-routes';
import { builtFolder } from './built';
import type { Asking } from './ask-as-stranger';
import { registerPublicPages, type TellFault } from './public-pages';

/** The first part of every address that the desks answer for themselves. */
const DESKS = [
  'sign-in',
  'desks',
  'account',
  'till',
  'board',
  'cadre',
  'enterprise',
  'audit',
  'me',
];

/**
 * The lists of open books; and the desks and public pages with their files. Answers by what a fault
 * is told as on public pages, or null where none are built.
 */
export async function registerWeb(app: FastifyInstance, asking: Asking): Promise<TellFault | null> {
  registerPublicExports(app, asking);
  const built = builtFolder();
  if (!built) return null;
  await app.register(files, {
    root: [path.join(built, 'desks'), path.join(built, 'public')],
    ...{ wildcard: false, index: false, preCompressed: true, cacheControl: false },
    globIgnore: ['**/*.gz', '**/*.br', '**/manifest.json', '**/*.html'],
    setHeaders: (reply, file) => {
      reply.setHeader('x-content-type-options', 'nosniff');
      // Packed and plain have one address: whoever keeps them for many must tell them apart.
      reply.setHeader('vary', 'accept-encoding');
      reply.setHeader('cache-control', KEPT.find(([files]) => files.test(file))?.[1] ?? 'no-cache');
    },
  });
  const shell = fs.readFileSync(path.join(built, 'desks', 'index.html'), 'utf8');
  const desk = (_request: unknown, reply: FastifyReply) =>
    reply.headers(SHELL_HEADERS).type('text/html; charset=utf-8').send(shell);
  app.get('/', (_request, reply) => reply.redirect('/desks', 302));
  for (const name of DESKS) {
    app.get(`/${name}`, desk);
    app.get(`/${name}/*`, desk);
  }
  // The page that a service worker keeps asks for itself by this name.
  app.get('/index.html', desk);
  return registerPublicPages(app, built, asking);
}

/** For how long files are kept: those whose name changes with their content, and the icon. */
const KEPT: readonly (readonly [files: RegExp, control: string])[] = [
  [/[\\/](desk-)?assets[\\/]/, 'public, max-age=31536000, immutable'],
  [/[\\/]icon\.svg/, 'public, max-age=86400'],
];

const SHELL_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    // Ant Design writes each component's style when it is first shown.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "media-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cache-control': 'no-cache',
  'permissions-policy': 'camera=(self)',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
