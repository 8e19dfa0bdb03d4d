import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../api/context';
import { languageOf } from '../api/say';
import { Refusal } from '../kernel/refusal';
import { readAsked, type Asked } from './asked';
import { formatError, type Log } from './errors';
import { KeptAnswers, type KeptAnswer } from './kept-answers';
import { OpenOperations, type Operation } from './operations';
import { answerOrdinarily, type Given } from './ordinary-way';
import { hasSession } from './request-context';
import { answerTypeFor, keepOrNot, packed, tagOf } from './send-answer';
import { answerShortly } from './short-way';
import { TrustedOperations, type TrustedDocument } from './trusted-documents';

/** How requests are answered; `docs/settings.md` says what each setting means. */
export interface Answering {
  readonly schema: GraphQLSchema;
  readonly apollo: ApolloServer<Context>;
  readonly documents: readonly TrustedDocument[];
  readonly openQueries: boolean;
  readonly queryCompiler: 'trusted' | 'all' | 'off';
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  readonly log: Log;
}

/** The API at /graphql: trusted documents the short way, all else the ordinary one. */
export function registerGraphql(app: FastifyInstance, answering: Answering): void {
  const { schema, apollo, documents, queryCompiler } = answering;
  const trusted = new TrustedOperations(schema, documents);
  const kept = new KeptAnswers();
  const open = queryCompiler === 'all' ? new OpenOperations(schema) : null;
  app.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    handler: async (request, reply) => {
      const known = isPublic(request) ? kept.find(keyOf(request), Date.now()) : null;
      if (known) return await send(request, reply.type(known.type), known.body, known);
      const asked = readAsked(request);
      const listed = asked?.hash === undefined ? null : trusted.find(asked.hash);
      const refusal = listed ? null : refusalFor(asked, request, answering.openQueries);
      if (refusal) return await refuse(request, reply, refusal, answering.log);
      const given = { context: once(() => answering.contextOf(request, reply)), asked, listed };
      const operation = listed ?? open?.find(asked?.text ?? '');
      const body = operation ? await tryShortly(request, reply, operation, given, answering) : null;
      if (body === null) {
        const said = await answerOrdinarily(apollo, request, reply, given);
        return await send(request, reply, said, null);
      }
      const answer =
        listed && !listed.byToken && isPublic(request) ? forAnybody(reply, body) : null;
      if (answer) kept.keep(keyOf(request), answer);
      return await send(request, reply, body, answer);
    },
  });
}

/** An unknown hash is never taken for a document to remember; texts only where they are open. */
function refusalFor(
  asked: Asked | null,
  { method }: FastifyRequest,
  openQueries: boolean,
): Refusal | null {
  if (asked?.hash !== undefined) return new Refusal('DOCUMENT_UNKNOWN');
  return openQueries || method === 'OPTIONS' ? null : new Refusal('QUERIES_NOT_OPEN');
}

async function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
  log: Log,
): Promise<FastifyReply> {
  const language = languageOf(request.headers['accept-language']);
  const error = formatError({ message: refusal.code }, refusal, language, log);
  void reply.code(400).type('application/json; charset=utf-8');
  return await send(request, reply, `${JSON.stringify({ errors: [error] })}\n`, null);
}

/** Null where the ordinary way has to answer: also for what asks in a way that only it knows. */
async function tryShortly(
  request: FastifyRequest,
  reply: FastifyReply,
  operation: Operation,
  { asked, context, listed }: Given,
  { queryCompiler, schema, log }: Answering,
): Promise<string | null> {
  const type = answerTypeFor(request.headers.accept);
  if (!asked || !type || queryCompiler === 'off') return null;
  if (asked.operationName !== undefined && asked.operationName !== operation.name) return null;
  // By GET another site may ask, and the browser send it: only for what we wrote, and to read.
  if (asked.method === 'GET' && (!listed || operation.kind === 'mutation')) return null;
  const { variables } = asked;
  const whose = await context().catch(() => null);
  const body = whose && (await answerShortly(operation, whose, { schema, variables, log }));
  if (body !== null) void reply.type(type);
  return body;
}

/** What asks by GET without a session may be answered as anybody would be. */
function isPublic({ method, headers, cookies }: FastifyRequest): boolean {
  return method === 'GET' && !headers.authorization && !hasSession(cookies);
}

/** What an answer for anybody depends on: what is asked, in which language, in which form. */
function keyOf({ url, headers }: FastifyRequest): string {
  return `${languageOf(headers['accept-language'])} ${headers.accept ?? ''} ${url}`;
}

function forAnybody(reply: FastifyReply, body: string): KeptAnswer {
  const type = String(reply.getHeader('content-type'));
  return { body, type, tag: tagOf(body), at: Date.now() };
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  body: string,
  answer: KeptAnswer | null,
): Promise<FastifyReply> {
  if (request.method === 'GET' && keepOrNot(request, reply, answer))
    return await reply.code(304).send();
  return await reply.send(reply.statusCode < 400 ? await packed(request, reply, body) : body);
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
