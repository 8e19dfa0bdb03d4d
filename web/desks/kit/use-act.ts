import { useCallback, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { Asked } from '../../kit/asked';

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
  /** Does it; null when it was refused or failed, and then the screen shows why. */
  readonly act: (input: Input) => Promise<Done | null>;
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
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<CombinedError>();
  const clear = useCallback(() => {
    setProblems([]);
    setFailure(undefined);
  }, []);
  const act = useCallback(
    async (input: Input) => {
      clear();
      setBusy(true);
      const { data, error } = await client.mutation(document, { input }).toPromise();
      setBusy(false);
      setFailure(error);
      const payload = data && (Object.values(data).find(isPayload) as Only<Result> | undefined);
      if (!payload) return null;
      const { userErrors } = payload as unknown as Payload;
      setProblems(userErrors);
      return userErrors.length === 0 ? payload : null;
    },
    [client, document, clear],
  );
  return { act, busy, problems, failure, clear };
}

const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && 'userErrors' in value;
