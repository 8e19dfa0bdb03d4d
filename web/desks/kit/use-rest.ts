import { useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { Asked } from '../../kit/asked';
import { type Connection, type List, nodesOf } from './use-list';

/** The first page of a list, as it came with the thing that the list belongs to. */
type First<Node> = Connection<Node> | null | undefined;

interface Held<Node> {
  readonly first: First<Node>;
  readonly nodes: readonly Node[];
  readonly after: string | null;
  readonly hasMore: boolean;
  readonly error?: CombinedError | undefined;
}

const stateOf = (page: First<unknown>) => ({
  ...{ after: page?.pageInfo.endCursor ?? null, hasMore: page?.pageInfo.hasNextPage ?? false },
});

const begin = <Node>(first: First<Node>): Held<Node> => ({
  ...{ first, nodes: nodesOf(first), ...stateOf(first) },
});

/**
 * A list of which the first page came with the thing that it belongs to; `query` reads the pages
 * after it, as far as somebody wants to see. When the thing is read anew, the list begins anew.
 */
export function useRest<Result, Variables extends { after?: string | null }, Node>(
  query: Asked<Result, Variables>,
  variables: Omit<Variables, 'after'>,
  first: First<Node>,
  listOf: (result: Result) => Connection<Node> | null | undefined,
): List<Node> & { readonly data: readonly Node[] } {
  const client = useClient();
  const [held, setHeld] = useState(() => begin(first));
  const [busy, setBusy] = useState(false);
  const latest = useRef(first);
  latest.current = first;
  const now = held.first === first ? held : begin(first);
  const next = async () => {
    setBusy(true);
    const asked = { ...variables, after: now.after } as Variables;
    const { data, error } = await client.query(query, asked).toPromise();
    setBusy(false);
    // What continues a page that is no longer shown is not shown either.
    if (latest.current !== first) return;
    const page = data ? listOf(data) : undefined;
    setHeld(
      page
        ? { first, nodes: [...now.nodes, ...nodesOf(page)], ...stateOf(page) }
        : { ...now, error },
    );
  };
  const again = () => {
    if (!busy) void next();
  };
  const more = now.hasMore ? again : undefined;
  return { data: now.nodes, error: now.error, loading: false, again, more, busy };
}
