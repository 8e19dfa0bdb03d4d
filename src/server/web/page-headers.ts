import type { Drawn, PublicPage } from './built';

/** What browsers may do on a public page: only what is ours; forms lead where it says. */
export function headersOf(
  { isPrivate = false }: Pick<PublicPage, 'isPrivate'>,
  { leadsTo = [] }: Pick<Drawn, 'leadsTo'>,
): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    `form-action ${["'self'", ...leadsTo].join(' ')}`,
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    ...(isPrivate ? PRIVATE : PUBLIC),
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding, accept-language, cookie',
  };
}

/** A page with a form is each visitor's own; those for all say so where they are given out. */
const PUBLIC = { 'cache-control': 'private, no-cache', 'referrer-policy': 'same-origin' };

/** Whoever has the address is let in: it is neither kept by anybody nor passed on. */
const PRIVATE = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
};
