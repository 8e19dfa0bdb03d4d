import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { languageOf, say, type Language } from '../api/say';
import type { Log } from './errors';

/** Codes that `formatError` gives: such an error has its words already. */
const OURS = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT', 'INTERNAL']);

/**
 * What is wrong with a request before GraphQL has read it (its body, its size, its headers) is
 * answered by the parts below, each in a shape of its own and in English. Here it gets ours:
 * BAD_USER_INPUT in the asker's language, or, where it is our own fault, an incident number.
 */
export function registerEarlyErrors(app: FastifyInstance, log: Log): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const details =
      reply.statusCode >= 400 && request.url.startsWith('/graphql') ? foreignErrors(payload) : [];
    if (details.length === 0) {
      done(null, payload);
      return;
    }
    const language = languageOf(request.headers['accept-language']);
    const errors =
      reply.statusCode < 500
        ? details.map((detail) => badInput(language, detail))
        : [incident(language, details.join('; '), log)];
    const body = JSON.stringify({ errors });
    void reply.type('application/json; charset=utf-8');
    void reply.header('content-length', Buffer.byteLength(body));
    done(null, body);
  });
}

/** What an answer says in other shapes than ours; nothing where it is ours. */
function foreignErrors(payload: unknown): string[] {
  if (typeof payload !== 'string') return [];
  try {
    const { errors, message } = JSON.parse(payload) as {
      errors?: readonly { readonly message: string; readonly extensions?: { code?: string } }[];
      message?: string;
    };
    if (!errors) return message === undefined ? [] : [message];
    const foreign = errors.filter(({ extensions }) => !OURS.has(extensions?.code ?? ''));
    return foreign.map((error) => error.message.trim());
  } catch {
    return [];
  }
}

const badInput = (language: Language, detail: string) => ({
  message: say(language, 'BAD_USER_INPUT', { detail }),
  extensions: { code: 'BAD_USER_INPUT' },
});

function incident(language: Language, detail: string, log: Log) {
  const incident = randomUUID();
  log(`incident ${incident} before GraphQL: ${detail}`);
  const message = say(language, 'INTERNAL', { incident });
  return { message, extensions: { code: 'INTERNAL', incident } };
}
