import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { cityNode } from '../api/node.graphql';
import { Allow, anyone, byCommand } from '../api/policy';
import type { OrganisationKind } from './organisation.entity';
import { OrganisationConnection } from './organisation.graphql';
import { organisationsInPlace } from './organisation.reader';
import { loadPage } from '../api/paged';
import type { PlaceRow } from './place.entity';
import { Place, PlaceConnection, RegisterPlaceInput, RegisterPlacePayload } from './place.graphql';
import { cities, communities, communityBySlug, placeById, placesInPlace } from './place.reader';
import { registerPlace } from './register-place';
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
    return await communityBySlug(context.db, slug);
  }

  @Query(() => PlaceConnection, { description: 'The cities: where every other place lies.' })
  @Allow(anyone)
  async cities(@Args() page: PageArgs, @Ctx() context: Context) {
    return await cities(context.db, page);
  }

  @Query(() => PlaceConnection, {
    description: 'Every community, those of one street together, whose book is open to anyone.',
  })
  @Allow(anyone)
  async communities(@Args() page: PageArgs, @Ctx() context: Context) {
    return await communities(context.db, page);
  }

  @FieldResolver(() => Place, { nullable: true, description: 'The place it lies in.' })
  async parent(@Root() { parentId }: PlaceRow, @Ctx() context: Context) {
    return parentId ? await context.load(placeById, CITY, parentId) : null;
  }

  @FieldResolver(() => PlaceConnection, { description: 'The places directly in it.' })
  async places(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadPage(context, placesInPlace, id, null, page);
  }

  @FieldResolver(() => [Place], { description: 'Itself with everything above, the city first.' })
  async lineage(@Root() { lineage }: PlaceRow, @Ctx() context: Context) {
    return await Promise.all(lineage.map((id) => context.load(placeById, CITY, id)));
  }

  @FieldResolver(() => OrganisationConnection, { description: 'The bodies that sit in it.' })
  async organisations(
    @Root() { id }: PlaceRow,
    @Arg('kind', () => OrganisationKindEnum, {
      nullable: true,
      description: 'Only this kind.',
    })
    kind: OrganisationKind | null | undefined,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadPage(context, organisationsInPlace, id, kind ?? null, page);
  }

  @Mutation(() => RegisterPlacePayload, {
    description:
      'Puts a place on the map. Codes: ID_UNKNOWN, PLACE_ORDER, TEXT_LENGTH, SLUG_UNUSABLE, ' +
      'SLUG_TAKEN, TIME_ZONE_UNKNOWN, PLACE_BOOKS.',
  })
  @Allow(byCommand('Officers of the place it lies in, or above'))
  async registerPlace(
    @Arg('input', () => RegisterPlaceInput) input: RegisterPlaceInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ place: await registerPlace(work, input) }));
  }
}
