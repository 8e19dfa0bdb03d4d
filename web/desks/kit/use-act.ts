import { useCallback, useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { Asked } from '../../kit/asked';
import { newKey } from '../../kit/new-key';
import { fetchOptions } from './client';

/** Why something was refused, in the person's language. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly path?: readonly string[] | null;
}

/** What every mutation of ours answers beside its thing. */
interface Payload {
  readonly userErrors: readonly Problem[];
}

type Only<Result> = Result[Exclude<keyof Result, '__typename'>];

export interface Act<Input, Done> {
  /**
   * Does it; null when it was refused or failed, and then the screen shows why. It is one request,
   * however often it has to be sent: under this key, or under its own until it is done.
   */
  readonly act: (input: Input, key?: string) => Promise<Done | null>;
  readonly busy: boolean;
  readonly problems: readonly Problem[];
  readonly failure: CombinedError | undefined;
  /** Forgets what was refused, for another try. */
  readonly clear: () => void;
}

/** Does a mutation of ours that takes one `input` and answers one payload. */
export function useAct<Result extends object, Input>(
  document: Asked<Result, { input: Input }>,
): Act<Input, NonNullable<Only<Result>>> {
  const client = useClient();
  const own = useRef(newKey());
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<CombinedError>();
  const clear = useCallback(() => {
    setProblems([]);
    setFailure(undefined);
  }, []);
  const act = useCallback(
    async (input: Input, key = own.current) => {
      clear();
      setBusy(true);
      const { data, error } = await client
        .mutation(document, { input }, isKeyed(input) ? {} : underKey(key))
        .toPromise();
      setBusy(false);
      setFailure(error);
      const payload = data && (Object.values(data).find(isPayload) as Only<Result> | undefined);
      if (!payload) return null;
      const { userErrors } = payload as unknown as Payload;
      setProblems(userErrors);
      // What was done is done, and so is something else that this key once stood for.
      if (userErrors.length === 0 || isOther(userErrors)) own.current = newKey();
      return userErrors.length === 0 ? payload : null;
    },
    [client, document, clear],
  );
  return { act, busy, problems, failure, clear };
}

const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && 'userErrors' in value;

/** Whether something else was recorded under the key: then what is written now needs another. */
export const isOther = (problems: readonly Problem[]): boolean =>
  problems.some(({ code }) => code === 'KEY_REUSED');

/** Acts that move money, credits or goods take their key in their input. */
const isKeyed = (input: unknown) => Object.hasOwn(input as object, 'idempotencyKey');

const underKey = (key: string) => ({
  fetchOptions: () => fetchOptions({ 'idempotency-key': key }),
});
