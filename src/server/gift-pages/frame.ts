import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { DonationRow } from '../../donations/donation.entity';
import { markup, Markup } from './markup';
import { STYLE } from './style';

export type Locale = DonationRow['locale'];

export interface Page {
  readonly locale: Locale;
  readonly title: string;
  readonly body: Markup;
}

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Whoever has the address is let in: it is neither kept by anybody nor passed on. */
const HEADERS = {
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'x-content-type-options': 'nosniff',
};

export function privately(reply: FastifyReply): FastifyReply {
  return reply.headers(HEADERS);
}

export async function sendPage(
  reply: FastifyReply,
  page: Page,
  status = 200,
): Promise<FastifyReply> {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  void privately(reply).header('content-security-policy', policy.join('; '));
  return await reply.code(status).type('text/html; charset=utf-8').send(written(page));
}

function written({ locale, title, body }: Page): string {
  // The style stands as it is, to the letter: the policy names it by its hash.
  return markup`<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>${title}</title>
  <link rel="icon" href="data:,">
  <style>${new Markup(STYLE)}</style>
</head>
<body>
  <main>
    ${body}
  </main>
</body>
</html>
`.text;
}
