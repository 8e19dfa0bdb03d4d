import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { markup, Markup } from '../gift-pages/markup';
import { PAPER_STYLE } from './paper-style';

const STYLE_HASH = createHash('sha256').update(PAPER_STYLE).digest('base64');

/** It is for whoever asked, and for them alone: neither kept nor passed on. */
const HEADERS = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'x-content-type-options': 'nosniff',
};

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export type Locale = 'zh' | 'en';

export interface Paper {
  readonly locale: Locale;
  readonly title: string;
  /** Which of the papers it is: its style. */
  readonly kind: 'slip' | 'card' | 'statement' | 'refusal';
  readonly body: Markup;
}

export async function sendPaperPage(
  reply: FastifyReply,
  { locale, title, kind, body }: Paper,
  status = 200,
): Promise<FastifyReply> {
  void reply.headers(HEADERS).header('content-security-policy', POLICY);
  // The style stands as it is, to the letter: the policy names it by its hash.
  const page = markup`<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}</title>
  <link rel="icon" href="data:,">
  <style>${new Markup(PAPER_STYLE)}</style>
</head>
<body>
  <main class="${kind}">
    ${body}
  </main>
</body>
</html>
`.text;
  return await reply.code(status).type('text/html; charset=utf-8').send(page);
}

export async function sendPaperPdf(
  reply: FastifyReply,
  name: string,
  pdf: Buffer,
): Promise<FastifyReply> {
  const file = `${name.replace(/[^\w-]/g, '')}.pdf`;
  return await reply
    .headers(HEADERS)
    .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    .header('content-disposition', `inline; filename="${file}"`)
    .type('application/pdf')
    .send(pdf);
}
