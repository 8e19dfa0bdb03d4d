import type { TypedDocumentNode } from '@urql/core';

/** A document of ours: the server has its text, so its kind, name and hash are enough here. */
export type Asked<Result, Variables extends object> = TypedDocumentNode<Result, Variables> & {
  readonly __meta__: { readonly name: string; readonly hash: string };
};

/** Stands for an operation of `web/documents`; `web/generated/operations.ts` makes all of them. */
export function asked<Result, Variables extends object>(
  operation: 'query' | 'mutation',
  name: string,
  hash: string,
): Asked<Result, Variables> {
  const selectionSet = {
    kind: 'SelectionSet',
    selections: [{ kind: 'Field', name: { kind: 'Name', value: '__typename' } }],
  };
  return {
    kind: 'Document',
    definitions: [
      { kind: 'OperationDefinition', operation, name: { kind: 'Name', value: name }, selectionSet },
    ],
    __meta__: { name, hash },
  } as unknown as Asked<Result, Variables>;
}
