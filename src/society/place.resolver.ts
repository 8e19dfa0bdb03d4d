import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { cityNode } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import type { OrganisationKind } from './organisation.entity';
import { OrganisationConnection } from './organisation.graphql';
import { organisationsIn } from './organisation.reader';
import type { PlaceRow } from './place.entity';
import { Place, PlaceConnection } from './place.graphql';
import { placeById, placeBySlug, placesIn } from './place.reader';
import { OrganisationKindEnum } from './society.enums';

cityNode('Place', (context, id) => context.load(placeById, CITY, id));

@Resolver(() => Place)
export class PlaceResolver {
  @Query(() => Place, { nullable: true, description: 'A community by its short name.' })
  @Allow(anyone)
  async community(
    @Arg('slug', () => String, { description: 'Its short name in addresses.' }) slug: string,
    @Ctx() context: Context,
  ) {
    return await placeBySlug(context.db, slug);
  }

  @FieldResolver(() => Place, { nullable: true, description: 'The place it lies in.' })
  async parent(@Root() { parentId }: PlaceRow, @Ctx() context: Context) {
    return parentId ? await context.load(placeById, CITY, parentId) : null;
  }

  @FieldResolver(() => PlaceConnection, { description: 'The places directly in it.' })
  async places(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await placesIn(context.db, id, page);
  }

  @FieldResolver(() => OrganisationConnection, { description: 'The bodies that sit in it.' })
  async organisations(
    @Root() { id }: PlaceRow,
    @Arg('kind', () => OrganisationKindEnum, {
      nullable: true,
      description: 'Only this kind.',
    })
    kind: OrganisationKind | null,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await organisationsIn(context.db, id, kind, page);
  }
}
