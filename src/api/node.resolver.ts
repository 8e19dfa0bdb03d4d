import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from './context';
import { Node, readNode } from './node.graphql';
import { Allow, anyone } from './policy';

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'Anything by its global id; null for what is unknown. What of it may be seen, each field tells.',
  })
  @Allow(anyone)
  async node(
    @Arg('id', () => ID, { description: 'An id that this API gave.' }) id: string,
    @Ctx() context: Context,
  ) {
    return await readNode(context, id);
  }
}
