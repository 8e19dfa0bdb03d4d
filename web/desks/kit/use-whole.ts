import { useCallback, useEffect, useRef, useState } from 'react';
import { type Client, type CombinedError, useClient } from 'urql';
import type { Asked } from '../../kit/asked';
import { type Connection, nodesOf } from './use-list';
import type { Read } from './use-read';

type ListOf<Result, Node> = (result: Result) => Connection<Node> | null | undefined;

interface State<Node> {
  readonly data?: readonly Node[];
  readonly error?: CombinedError;
}

/**
 * Reads lists of ours page by page to their end, one for each of `each`, for a choice in which
 * nothing may lack. Only of what a community has a limited number of; people are searched for.
 */
export function useWhole<Result, Variables extends { after?: string | null }, Node>(
  query: Asked<Result, Variables>,
  each: readonly Omit<Variables, 'after'>[],
  listOf: ListOf<Result, Node>,
): Read<readonly Node[]> {
  const client = useClient();
  const [{ data, error }, setRead] = useState<State<Node>>({});
  const latest = useRef(0);
  const key = JSON.stringify(each);
  const find = useRef(listOf);
  find.current = listOf;
  const ask = useCallback(async () => {
    const turn = ++latest.current;
    const asked = JSON.parse(key) as Variables[];
    const read = await Promise.all(
      asked.map((variables) => readAll(client, query, variables, find.current)),
    ).then(
      (lists): State<Node> => ({ data: lists.flat() }),
      (failure: unknown): State<Node> => ({ error: failure as CombinedError }),
    );
    // What was asked for something else, and comes later, is not shown.
    if (turn === latest.current) setRead(read);
  }, [client, query, key]);
  useEffect(() => {
    setRead({});
    void ask();
  }, [ask]);
  const again = useCallback(() => void ask(), [ask]);
  return { data, error, loading: !data && !error, again };
}

async function readAll<Result, Variables extends { after?: string | null }, Node>(
  client: Client,
  query: Asked<Result, Variables>,
  variables: Variables,
  listOf: ListOf<Result, Node>,
): Promise<readonly Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  do {
    const asked: Variables = { ...variables, after };
    const { data, error } = await client.query(query, asked).toPromise();
    const page: Connection<Node> | null | undefined = data ? listOf(data) : null;
    if (!page && error) throw error;
    nodes.push(...nodesOf(page));
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return nodes;
}
