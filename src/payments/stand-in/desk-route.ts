import type { IncomingHttpHeaders } from 'node:http';
import { freeNow } from './balance';
import { deskPage, unknownAct, type DeskAct } from './desk';
import { closeDispute, openDispute } from './dispute';
import { wordsFor } from './page-words';
import { page, type PageAnswer } from './page-route';
import { payOut } from './payout';
import { dashboardRefund } from './strange';
import { advanceSubscription } from './subscription-cycle';
import type { World } from './world';

/** What the other side does while a demonstration is told: each act on the object it names. */
const ACTS: Readonly<Record<DeskAct, (world: World, id: string) => unknown>> = {
  month: (world, id) => advanceSubscription(world, id, 'paid'),
  unpaid: (world, id) => advanceSubscription(world, id, 'failed'),
  dispute: (world, id) => openDispute(world, id),
  won: (world, id) => closeDispute(world, id, 'won'),
  lost: (world, id) => closeDispute(world, id, 'lost'),
  refund: (world, id) => dashboardRefund(world, id),
  payout: (world, id) => {
    freeNow(world, id);
    payOut(world, id);
  },
};

/**
 * The desk of the payers' banks and of the account's dashboard, for demonstrations: what has been
 * paid lately, and what its payers, their banks or a passing month may do to it. Only from its own
 * page: another site's form is turned away.
 */
export function answerDesk(
  world: World,
  _path: string,
  { method, headers, form }: { method: string; headers: IncomingHttpHeaders; form: string },
): PageAnswer {
  const words = wordsFor(null, headers['accept-language']);
  if (method === 'GET') return page(200, deskPage(world, words));
  const site = headers['sec-fetch-site'];
  if (method !== 'POST' || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    return page(method === 'POST' ? 403 : 405, unknownAct(words, ''));
  const given = new URLSearchParams(form);
  const act = given.get('act') ?? '';
  if (!Object.hasOwn(ACTS, act)) return page(400, unknownAct(words, act));
  try {
    ACTS[act as DeskAct](world, given.get('id') ?? '');
  } catch (error) {
    return page(409, unknownAct(words, error instanceof Error ? error.message : ''));
  }
  return { status: 303, headers: { Location: 'bank' }, html: '' };
}
