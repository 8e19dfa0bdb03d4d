import { balanceOf } from './balance';
import type { Kind } from './kinds';
import { type Filters, listed } from './list';
import * as filters from './lists';
import * as parameters from './parameters';
import { createRefund } from './refund';
import { noSuch } from './refuse';
import { createSession, expireSession } from './session';
import type { SessionGiven } from './session-given';
import type { Fields } from './shape';
import { cancelSubscription, updateSubscription } from './subscription';
import type { World } from './world';

type Params = Record<string, unknown>;

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** `/v1/refunds/:id` */
  readonly path: string;
  readonly takes: Fields;
  readonly run: (world: World, params: Params, id: string) => object;
}

/** Looks the object up before anything is done with it. */
function one<K extends Kind>(
  method: Route['method'],
  path: string,
  kind: K,
  takes: Fields = parameters.ANY,
  act?: (world: World, id: string, params: never) => object,
): Route {
  const run: Route['run'] = (world, params, id) => {
    const found = world.objects.find(kind, id);
    if (!found) throw noSuch(kind, id, 'id');
    return act ? act(world, id, params as never) : found;
  };
  return { method, path, takes, run };
}

function many<K extends Kind>(path: string, kind: K, takes: Fields, by: Filters<K>): Route {
  return {
    method: 'GET',
    path,
    takes,
    run: (world, given) => listed(world, kind, by, given, path),
  };
}

/** Ended subscriptions are listed only for whoever asks for them. */
const subscriptions: Route = {
  method: 'GET',
  path: '/v1/subscriptions',
  takes: parameters.LIST_SUBSCRIPTIONS,
  run: (world, given) => {
    const by = filters.SUBSCRIPTION_FILTERS;
    const going: typeof by = { ...by, status: ({ ended_at }) => ended_at === null };
    return given.status
      ? listed(world, 'subscription', by, given, '/v1/subscriptions')
      : listed(world, 'subscription', going, { ...given, status: 'going' }, '/v1/subscriptions');
  },
};

const SESSIONS = '/v1/checkout/sessions';

/** Every request that is answered. A path's only variable is the id. */
export const ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: SESSIONS,
    takes: parameters.CREATE_SESSION,
    run: (world, given) => createSession(world, given as unknown as SessionGiven),
  },
  many(SESSIONS, 'checkout.session', parameters.LIST_SESSIONS, filters.SESSION_FILTERS),
  one('GET', `${SESSIONS}/:id`, 'checkout.session'),
  one('POST', `${SESSIONS}/:id/expire`, 'checkout.session', parameters.ANY, expireSession),
  one('GET', '/v1/payment_intents/:id', 'payment_intent'),
  many('/v1/charges', 'charge', parameters.LIST_CHARGES, filters.CHARGE_FILTERS),
  one('GET', '/v1/charges/:id', 'charge'),
  {
    method: 'POST',
    path: '/v1/refunds',
    takes: parameters.CREATE_REFUND,
    run: (world, given) => createRefund(world, given),
  },
  many('/v1/refunds', 'refund', parameters.LIST_OF_CHARGE, filters.REFUND_FILTERS),
  one('GET', '/v1/refunds/:id', 'refund'),
  many('/v1/disputes', 'dispute', parameters.LIST_OF_CHARGE, filters.DISPUTE_FILTERS),
  one('GET', '/v1/disputes/:id', 'dispute'),
  { method: 'GET', path: '/v1/balance', takes: parameters.ANY, run: balanceOf },
  many(
    '/v1/balance_transactions',
    'balance_transaction',
    parameters.LIST_TRANSACTIONS,
    filters.TRANSACTION_FILTERS,
  ),
  one('GET', '/v1/balance_transactions/:id', 'balance_transaction'),
  many('/v1/payouts', 'payout', parameters.LIST_PAYOUTS, filters.PAYOUT_FILTERS),
  one('GET', '/v1/payouts/:id', 'payout'),
  subscriptions,
  one('GET', '/v1/subscriptions/:id', 'subscription'),
  one(
    'POST',
    '/v1/subscriptions/:id',
    'subscription',
    parameters.UPDATE_SUBSCRIPTION,
    updateSubscription,
  ),
  one(
    'DELETE',
    '/v1/subscriptions/:id',
    'subscription',
    parameters.CANCEL_SUBSCRIPTION,
    cancelSubscription,
  ),
  many('/v1/invoices', 'invoice', parameters.LIST_INVOICES, filters.INVOICE_FILTERS),
  one('GET', '/v1/invoices/:id', 'invoice'),
  many(
    '/v1/invoice_payments',
    'invoice_payment',
    parameters.LIST_INVOICE_PAYMENTS,
    filters.INVOICE_PAYMENT_FILTERS,
  ),
  many('/v1/events', 'event', parameters.LIST_EVENTS, filters.EVENT_FILTERS),
  one('GET', '/v1/events/:id', 'event'),
];

/** The route of a request, and the id in its path. */
export function findRoute(method: string, path: string): { route: Route; id: string } | undefined {
  const parts = path.split('/');
  for (const route of ROUTES) {
    if (route.method !== method) continue;
    const wanted = route.path.split('/');
    if (wanted.length !== parts.length) continue;
    if (!wanted.every((part, i) => part === ':id' || part === parts[i])) continue;
    return { route, id: decodeURIComponent(parts[wanted.indexOf(':id')] ?? '') };
  }
  return undefined;
}
