import Stripe from 'stripe';
import { decodeForm } from '../../src/payments/stand-in/form';
import { checkRequest, type Recorded } from '../payments/stripe-types';
import type { Counter } from './gifts';

/** Writes down what a counter asks its processor, for the types of the client to judge. */
export function recordRequests({ standIn, processor }: Counter): Recorded[] {
  const requests: Recorded[] = [];
  Object.assign(processor, { stripe: recording(standIn, requests) });
  return requests;
}

/** A client that does not try again by itself, and writes down what it asks. */
export function recording(
  { host, port }: { readonly host: string; readonly port: number },
  requests: Recorded[],
): Stripe {
  const wire = Stripe.createNodeHttpClient();
  const httpClient: typeof wire = Object.create(wire) as typeof wire;
  httpClient.makeRequest = (...asked) => {
    const [, , target, method, , body] = asked;
    const [path = '', query = ''] = target.split('?');
    const form = method === 'POST' ? String(body ?? '') : query;
    requests.push({ method, path, params: decodeForm(form) });
    return wire.makeRequest(...asked);
  };
  const once = { maxNetworkRetries: 0, timeout: 3000, telemetry: false, protocol: 'http' as const };
  return new Stripe('sk_test_of_the_tests', { host, port, httpClient, ...once });
}

/** What is wrong with any of them; of those that name the same parameters, one is looked at. */
export function faultsOf(requests: readonly Recorded[]): string[] {
  const shapes = new Map(
    requests.map((each) => {
      const path = each.path.replace(/\/[a-z]+_local_\w+/, '/:id');
      return [`${each.method} ${path} ${JSON.stringify(Object.keys(each.params ?? {}))}`, each];
    }),
  );
  return [...shapes.values()].flatMap(checkRequest);
}
