import { Client, type CombinedError, fetchExchange, mapExchange } from 'urql';
import { persistedExchange } from '@urql/exchange-persisted';
import type { Asked } from '../../kit/asked';
import { language } from './language';

/** Told on `window` when the server no longer knows who asks. */
export const SIGNED_OUT = 'linli:signed-out';

const isUnknown = ({ graphQLErrors }: CombinedError): boolean =>
  graphQLErrors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED');

/** What goes with each request of ours. */
export const fetchOptions = (headers: Readonly<Record<string, string>> = {}) => ({
  credentials: 'same-origin' as const,
  headers: { 'accept-language': language(), ...headers },
});

/**
 * Asks the API by the hashes of our documents, never by their texts. Nothing is cached: these desks
 * show money and stock, and what they show is what the books say now.
 */
export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  requestPolicy: 'network-only',
  fetchOptions: () => fetchOptions(),
  exchanges: [
    mapExchange({
      onError: (error) => {
        if (isUnknown(error)) window.dispatchEvent(new Event(SIGNED_OUT));
      },
    }),
    persistedExchange({
      enforcePersistedQueries: true,
      enableForMutation: true,
      preferGetForPersistedQueries: false,
      generateHash: (_text, document) =>
        Promise.resolve((document as Asked<unknown, object>).__meta__.hash),
    }),
    fetchExchange,
  ],
});
