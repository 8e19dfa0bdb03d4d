import type { CombinedError, OperationContext } from 'urql';
import type { Asked } from '../../../kit/asked';
import { client } from '../../kit/client';
import { hearClock } from './clock';
import { watched } from './watched';

const reached = watched(navigator.onLine);

window.addEventListener('offline', () => reached.tell(false));
window.addEventListener('online', () => reached.tell(true));

/** Whether the server was reached when it was last asked. */
export const useReached = reached.use;
export const isReached = reached.read;

/** A queue of people waits: what has not come by then counts as no network. */
const PATIENCE_MS = 8_000;

const inTime: typeof fetch = async (input, init) => {
  const askedAt = Date.now();
  const answer = await fetch(input, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
  hearClock(answer, askedAt);
  return answer;
};

const CONTEXT: Partial<OperationContext> = { fetch: inTime };

/** What was answered, or why nothing was. */
export type Answer<Result> =
  | { readonly data: Result; readonly error?: undefined }
  | { readonly data?: undefined; readonly error: CombinedError };

/** Asks or does something of ours, and keeps in mind whether the server was reached. */
export async function ask<Result, Variables extends object>(
  kind: 'query' | 'mutation',
  document: Asked<Result, Variables>,
  variables: Variables,
): Promise<Answer<Result>> {
  const { data, error } = await client[kind](document, variables as never, CONTEXT).toPromise();
  reached.tell(navigator.onLine && !error?.networkError);
  if (error) return { error };
  return { data: data as Result };
}
