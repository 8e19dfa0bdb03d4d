import type { FastifyRequest } from 'fastify';

/** What a request asks, as far as it can be read without GraphQL. */
export interface Asked {
  readonly method: 'GET' | 'POST';
  /** The hash of a trusted document, however it was given. */
  readonly hash: string | undefined;
  readonly text: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Reads a request. Null for what has another form than GraphQL over HTTP: Apollo says what is wrong
 * with it. A hash stands in `extensions.persistedQuery.sha256Hash` or in `documentId`.
 */
export function readAsked({ method, body, query }: FastifyRequest): Asked | null {
  const given = method === 'POST' ? body : method === 'GET' ? fromSearch(query) : null;
  if (!isRecord(given)) return null;
  const { query: text, operationName, variables, extensions, documentId } = given;
  if (!isTextOrNone(text) || !isTextOrNone(operationName)) return null;
  if (!isRecordOrNone(variables) || !isRecordOrNone(extensions)) return null;
  return {
    method: method as Asked['method'],
    hash: hashOf(documentId, extensions),
    text: text ?? undefined,
    operationName: operationName ?? undefined,
    variables: variables ?? undefined,
  };
}

function hashOf(documentId: unknown, extensions: unknown): string | undefined {
  if (typeof documentId === 'string') return documentId.replace(/^sha256:/, '');
  const persisted = isRecord(extensions) ? extensions.persistedQuery : undefined;
  const hash = isRecord(persisted) ? persisted.sha256Hash : undefined;
  return typeof hash === 'string' ? hash : undefined;
}

/** In an address, objects are written as JSON. */
function fromSearch(query: unknown): unknown {
  if (!isRecord(query)) return null;
  const { variables, extensions, ...rest } = query;
  try {
    return { ...rest, variables: parsed(variables), extensions: parsed(extensions) };
  } catch {
    return null;
  }
}

const parsed = (text: unknown): unknown =>
  typeof text === 'string' ? (JSON.parse(text) as unknown) : text;

const isTextOrNone = (value: unknown): value is string | null | undefined =>
  value === undefined || value === null || typeof value === 'string';

const isRecordOrNone = (value: unknown): value is Record<string, unknown> | null | undefined =>
  value === undefined || value === null || isRecord(value);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
