import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../api/context';
import type { Asked } from './asked';
import type { Operation } from './operations';

/** What a request asks, and who asks it. */
export interface Given {
  readonly asked: Asked | null;
  /** The trusted document that was asked for, if it was one. */
  readonly listed: Operation | null;
  readonly context: () => Promise<Context>;
}

/**
 * Lets Apollo answer: whatever the short way does not take, and everything that goes wrong. For a
 * trusted document it is given the text that the hash stands for.
 */
export async function answerOrdinarily(
  apollo: ApolloServer<Context>,
  request: FastifyRequest,
  reply: FastifyReply,
  { asked, listed, context }: Given,
): Promise<string> {
  const httpGraphQLRequest = listed && asked ? withText(request, listed, asked) : asItCame(request);
  const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest,
    // What the short way has read would change the order in which denials come.
    context: async () => (await context()).anew(),
  });
  if (body.kind !== 'complete') throw new Error('No operation of ours is answered in parts');
  for (const [name, value] of headers) void reply.header(name, value);
  void reply.code(status ?? 200);
  return body.string;
}

function asItCame(request: FastifyRequest): HTTPGraphQLRequest {
  const { method, url, body } = request;
  const from = url.indexOf('?');
  return { method, headers: headersOf(request), search: from < 0 ? '' : url.slice(from), body };
}

/**
 * A mutation asked for by GET stays one, for Apollo to refuse. A query may be posted: it comes from
 * the list and changes nothing, so that no other site can do harm with it.
 */
function withText(
  request: FastifyRequest,
  { text: query, kind }: Operation,
  { method, operationName, variables }: Asked,
): HTTPGraphQLRequest {
  const headers = headersOf(request);
  if (method === 'GET') headers.set('apollo-require-preflight', 'trusted');
  if (method === 'GET' && kind === 'mutation') {
    const search = `?${new URLSearchParams({ query }).toString()}`;
    return { method, headers, search, body: undefined };
  }
  return { method: 'POST', headers, search: '', body: { query, operationName, variables } };
}

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  return map;
}
