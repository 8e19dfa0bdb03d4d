import type { IncomingHttpHeaders } from 'node:http';
import { ACTS, type Act, leadBack, overPage, payPage, unknownPage } from './page';
import { wordsFor } from './page-words';
import type { Method } from './kinds';
import { pay, type Payment } from './pay';
import type { World } from './world';

export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}

/** So long a payment stays pending that is to be paid a little later. */
const A_LITTLE_LATER_SECONDS = 5;

const PAYMENTS: Readonly<Record<Exclude<Act, 'cancel'>, Payment>> = {
  pay: { outcome: 'paid' },
  pending: { outcome: 'pending', settlesAfterSeconds: A_LITTLE_LATER_SECONDS },
  fail: { outcome: 'failed' },
};

/** The payment page of one session: shown by GET, and acted on by POST. */
export function answerPage(
  world: World,
  id: string,
  { method, headers, form }: { method: string; headers: IncomingHttpHeaders; form: string },
): PageAnswer {
  const session = world.objects.find('checkout.session', id);
  const words = wordsFor(session?.locale ?? null, headers['accept-language']);
  if (!session) return page(404, unknownPage(words));
  const targets = [session.success_url, session.cancel_url];
  if (session.status !== 'open')
    return page(method === 'POST' ? 409 : 200, overPage(session, words));
  if (method === 'GET') return page(200, payPage(session, world.ways.merchant, words), targets);
  if (method !== 'POST') return page(405, unknownPage(words));
  const given = new URLSearchParams(form);
  const act = ACTS.find((each) => each === given.get('act'));
  const by = session.payment_method_types.find((each) => each === given.get('method')) ?? null;
  if (!act || (act !== 'cancel' && !by) || (act === 'pending' && session.mode !== 'payment'))
    return page(400, payPage(session, world.ways.merchant, words), targets);
  if (act !== 'cancel') pay(world, id, { ...PAYMENTS[act], method: by as Method });
  const paid = act === 'pay' || act === 'pending';
  const back = paid ? session.success_url : session.cancel_url;
  // Without an address to go back to, the payer stays where it can be tried again.
  const location = back ? leadBack(back, session) : `/pay/${id}`;
  return { status: 303, headers: { Location: location }, html: '' };
}

/** A page may run nothing and send its form nowhere but here and, from here, back. */
export function page(
  status: number,
  html: string,
  targets: readonly (string | null)[] = [],
): PageAnswer {
  const origins = targets.flatMap((each) => (each ? [new URL(each).origin] : []));
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    `form-action ${["'self'", ...new Set(origins)].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy.join('; '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  };
  return { status, headers, html };
}
