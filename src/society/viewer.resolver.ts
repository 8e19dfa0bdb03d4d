import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CITY, type Context } from '../api/context';
import { Allow, anyone } from '../api/policy';
import type { Role } from './organisation.entity';
import { Organisation } from './organisation.graphql';
import { organisationById } from './organisation.reader';
import { Person } from './person.graphql';
import { givenPassword } from './password.reader';
import { personById } from './person.reader';
import { Resident } from './resident.graphql';
import { residentById } from './resident.reader';
import { HeldRole, Viewer, type HeldRoleRow, type ViewerRow } from './viewer.graphql';

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, {
    nullable: true,
    description: 'Whoever is signed in; null for a stranger.',
  })
  @Allow(anyone)
  me(@Ctx() { actor: { personId } }: Context): ViewerRow | null {
    return personId ? { personId } : null;
  }

  @FieldResolver(() => Person, { description: 'The person.' })
  async person(@Root() { personId }: ViewerRow, @Ctx() context: Context) {
    return await context.load(personById, CITY, personId);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether somebody else chose the password, so that two know it: it is to be changed ' +
      '(`changePassword`) before anything else.',
  })
  async passwordGiven(@Root() { personId }: ViewerRow, @Ctx() context: Context) {
    return (await context.load(givenPassword, CITY, personId))?.given ?? false;
  }

  @FieldResolver(() => [HeldRole], { description: 'Every role held today.' })
  roles(@Root() { personId }: ViewerRow, @Ctx() { actor }: Context): HeldRoleRow[] {
    return actor.standings.map(({ role, organisationId }) => ({
      personId,
      role: role as Role,
      organisationId,
    }));
  }

  @FieldResolver(() => Resident, {
    nullable: true,
    description: 'The person as a resident of a community; null who is no resident.',
  })
  async residence(@Root() _viewer: ViewerRow, @Ctx() context: Context) {
    const [home] = context.actor.residences;
    return home ? await context.load(residentById, home.communityId, home.residentId) : null;
  }
}

@Resolver(() => HeldRole)
export class HeldRoleResolver {
  @FieldResolver(() => Organisation, { description: 'Where it is held.' })
  async organisation(@Root() { organisationId }: HeldRoleRow, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, organisationId);
  }
}
