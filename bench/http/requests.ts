import { trustedDocuments } from '../../src/server/trusted-documents';
import type { World } from '../world/build';

/** A request as our own client sends it, by its document's hash, with gaps for the caller. */
export interface Request {
  readonly template: string;
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** What a right answer contains. */
  readonly expects: string;
}

/** The body that asks for one of `web/documents`. */
export function bodyOf(document: string, variables: object): string {
  const found = trustedDocuments().find(({ name }) => name === document);
  if (!found) throw new Error(`web/documents has no ${document}`);
  return JSON.stringify({ documentId: found.hash, variables });
}

/** The till's one mutation, with all that its screen shows afterwards. */
export function exchangeRequest({ storeId, residents, products }: World): Request {
  const input = {
    ...{ idempotencyKey: '%KEY%', storeId, residentId: '%RESIDENT%', occurredAt: '%NOW%' },
    lines: [{ productId: '%PRODUCT%', quantity: 1 }],
  };
  return {
    template: bodyOf('TillRecordExchange', { input }),
    choices: { RESIDENT: residents, PRODUCT: products },
    expects: '"userErrors":[]',
  };
}

/** A mutation that changes nothing, asked by a stranger: the way through the API and no more. */
export function idleMutation(): Request {
  const template = bodyOf('ChangesAreTaken', {});
  return { template, choices: {}, expects: '"__typename":"Mutation"' };
}

/**
 * A public list of 50, by GET, as a page that anybody may open asks for it. Our server keeps such
 * an answer for half a minute.
 */
export function placesRequest({ streetId }: World): Request {
  const { documentId, variables } = JSON.parse(bodyOf('Places', { placeId: streetId })) as {
    documentId: string;
    variables: object;
  };
  const query = new URLSearchParams({ documentId, variables: JSON.stringify(variables) });
  return { template: `?${query.toString()}`, choices: {}, expects: '"hasNextPage":true' };
}

/** The store's exchanges as its staff see them. */
export function exchangesRequest({ storeId }: World): Request {
  const template = bodyOf('TillExchanges', { storeId });
  return { template, choices: {}, expects: '"hasNextPage":true' };
}
