import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { Page } from '../kernel/page';
import { Allow, withParent } from './policy';

@ObjectType({ description: 'Where a page of a list ends.' })
@Allow(withParent)
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor to give as `after` for the next page; null when the page is empty.',
  })
  endCursor!: string | null;
}

/** The arguments of every list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which to begin.' })
  after?: string | null;
}

/** Makes the connection and edge types of a node type: `PoolConnection`, `PoolEdge`. */
export function connectionOf<Node extends object>(
  node: ClassType<Node> | { readonly prototype: Node; readonly name: string },
): ClassType<Page<Node>> {
  const name = node.name;

  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, with its cursor.` })
  @Allow(withParent)
  class Edge {
    @Field(() => String, { description: 'Where it stands in the list.' })
    cursor!: string;

    @Field(() => node as ClassType<Node>, { description: `The ${name} itself.` })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  @Allow(withParent)
  class Connection {
    @Field(() => [Edge], { description: 'The nodes of this page with their cursors.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where the page ends.' })
    pageInfo!: PageInfo;
  }

  return Connection as ClassType<Page<Node>>;
}
