import { useCallback, useEffect, useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { Asked } from '../../kit/asked';
import type { Read } from './use-read';

/** A page of a list, as every connection of the API has it. */
export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** What a page holds; nothing where there is none. */
export const nodesOf = <Node>(page: Connection<Node> | null | undefined): readonly Node[] =>
  (page?.edges ?? []).map(({ node }) => node);

/** A list that is read page by page, as far as somebody wants to see. */
export interface List<Node> extends Read<readonly Node[]> {
  /** Reads the next page; undefined where there is none. */
  readonly more: (() => void) | undefined;
  readonly busy: boolean;
}

interface State<Node> {
  readonly nodes?: readonly Node[];
  readonly after: string | null;
  readonly hasMore: boolean;
  readonly error?: CombinedError | undefined;
}

const EMPTY = { after: null, hasMore: false };

/** Reads a keyset list of ours; `listOf` finds the page in what was answered. */
export function useList<Result, Variables extends { after?: string | null }, Node>(
  query: Asked<Result, Variables>,
  variables: Omit<Variables, 'after'>,
  listOf: (result: Result) => Connection<Node> | null | undefined,
): List<Node> {
  const client = useClient();
  const [state, setState] = useState<State<Node>>(EMPTY);
  const [busy, setBusy] = useState(false);
  const latest = useRef(0);
  const key = JSON.stringify(variables);
  const find = useRef(listOf);
  find.current = listOf;
  const ask = useCallback(
    async (after: string | null) => {
      const turn = ++latest.current;
      setBusy(true);
      const asked = { ...(JSON.parse(key) as object), after } as Variables;
      const { data, error } = await client.query(query, asked).toPromise();
      // What was asked for something else, and comes later, is not shown.
      if (turn !== latest.current) return;
      setBusy(false);
      const page = data ? find.current(data) : undefined;
      // What concerns somebody else comes as null beside an error: the rest of the page is shown.
      setState((before) =>
        error && !page
          ? { ...before, error }
          : {
              nodes: [...(after ? (before.nodes ?? []) : []), ...nodesOf(page)],
              after: page?.pageInfo.endCursor ?? null,
              hasMore: page?.pageInfo.hasNextPage ?? false,
            },
      );
    },
    [client, query, key],
  );
  useEffect(() => {
    setState(EMPTY);
    void ask(null);
  }, [ask]);
  const again = useCallback(() => void ask(null), [ask]);
  const more = state.hasMore ? () => void ask(state.after) : undefined;
  return { data: state.nodes, error: state.error, loading: !state.nodes, again, more, busy };
}
