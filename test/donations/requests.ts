import Stripe from 'stripe';
import { decodeForm } from '../../src/payments/stand-in/form';
import { checkRequest, type Recorded } from '../payments/stripe-types';
import type { Counter } from './gifts';

/** Writes down what a counter asks its processor, for the types of the client to judge. */
export function recordRequests({ standIn, processor }: Counter): Recorded[] {
  const requests: Recorded[] = [];
  const wire = Stripe.createNodeHttpClient();
  const httpClient: typeof wire = Object.create(wire) as typeof wire;
  httpClient.makeRequest = (...asked) => {
    const [, , target, method, , body] = asked;
    const [path = '', query = ''] = target.split('?');
    const form = method === 'POST' ? String(body ?? '') : query;
    requests.push({ method, path, params: decodeForm(form) });
    return wire.makeRequest(...asked);
  };
  const { host, port } = standIn;
  const config = { host, port, protocol: 'http', httpClient, maxNetworkRetries: 0, timeout: 2000 };
  const stripe = new Stripe('sk_test_of_the_tests', config as Stripe.StripeConfig);
  Object.assign(processor, { stripe });
  return requests;
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
