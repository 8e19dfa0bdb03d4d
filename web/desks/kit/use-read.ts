import { useCallback } from 'react';
import { type CombinedError, useQuery } from 'urql';
import type { Asked } from '../../kit/asked';

/** What a screen reads, and how it reads it again. */
export interface Read<Result> {
  readonly data: Result | undefined;
  readonly error: CombinedError | undefined;
  /** Nothing to show yet. */
  readonly loading: boolean;
  readonly again: () => void;
}

/** Reads a document of ours; while `pause`, nothing is asked. */
export function useRead<Result, Variables extends object>(
  query: Asked<Result, Variables>,
  variables: Variables,
  pause = false,
): Read<Result> {
  const [{ data, error, fetching }, ask] = useQuery<Result, Variables>({
    ...{ query, variables: variables as never, pause },
  });
  const again = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  return { data, error, loading: fetching && !data, again };
}
