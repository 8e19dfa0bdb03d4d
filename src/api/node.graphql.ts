import type { GraphQLSchema } from 'graphql';
import { Field, ID, InterfaceType } from 'type-graphql';
import { readGlobalId, toGlobalId, type TenantRef } from '../kernel/global-id';
import type { Context } from './context';
import { ownObjectTypes } from './policy';

/** Finds a node of a type; `communityId` is null for city-wide types. */
export type NodeReader = (
  context: Context,
  ref: { readonly communityId: string | null; readonly id: string },
) => Promise<object | null>;

const ID_SAYS = 'The opaque, global id; it carries the community.';

const READERS = new Map<string, NodeReader>();

@InterfaceType({
  description: 'Anything with a global id.',
  resolveType: (node: { __typename?: string }) => node.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: ID_SAYS })
  id!: string;
}

/** Makes a type of one community's rows findable by `node(id)`. */
export function tenantNode<Row extends object>(
  type: string,
  read: (context: Context, ref: TenantRef) => Promise<Row | null>,
): void {
  READERS.set(type, async (context, { communityId, id }) =>
    communityId ? read(context, { communityId, id }) : null,
  );
}

/** Makes a city-wide type findable by `node(id)`. */
export function cityNode<Row extends object>(
  type: string,
  read: (context: Context, id: string) => Promise<Row | null>,
): void {
  READERS.set(type, async (context, { communityId, id }) =>
    communityId ? null : read(context, id),
  );
}

/** Finds whatever a global id names; null for what is unknown. */
export async function readNode(context: Context, globalId: string): Promise<object | null> {
  const ref = readGlobalId(globalId);
  const read = ref && READERS.get(ref.type);
  const row = read ? await read(context, ref) : null;
  return row && ref ? Object.assign(Object.create(row) as object, { __typename: ref.type }) : null;
}

/**
 * Gives every node type its `id`: made from the type's name, the row's community and its own id.
 */
export function giveGlobalIds(schema: GraphQLSchema): GraphQLSchema {
  for (const type of ownObjectTypes(schema)) {
    const id = type.getFields().id;
    if (!id || !type.getInterfaces().some(({ name }) => name === 'Node')) continue;
    id.description = ID_SAYS;
    id.resolve = (row: { id: string; communityId?: string }) =>
      toGlobalId(type.name, row.communityId ?? null, row.id);
  }
  return schema;
}
