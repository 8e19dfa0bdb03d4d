import type { Asked } from '../../../../kit/asked';
import { language } from '../../../kit/language';

/**
 * Asks the API as nobody: without the cookie that names us, without where we came from, by a POST
 * whose address says nothing, and kept nowhere. Null when no answer came.
 */
export async function askNameless<Result, Variables extends object>(
  { __meta__: { hash } }: Asked<Result, Variables>,
  variables: Variables,
): Promise<Result | null> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    headers: { 'content-type': 'application/json', 'accept-language': language() },
    body: JSON.stringify({ documentId: hash, variables }),
  }).catch(() => null);
  if (!response?.ok) return null;
  const answer = (await response.json().catch(() => null)) as { data?: Result } | null;
  return answer?.data ?? null;
}
