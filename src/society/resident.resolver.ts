import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { tenantNode } from '../api/node.graphql';
import { Allow, anyone, byCommand } from '../api/policy';
import { authorise } from '../kernel/actor';
import { displayName, maskedPhone } from './display-name';
import { Household } from './household.graphql';
import { householdById } from './household.reader';
import { moveOutResident } from './move-out-resident';
import { Person } from './person.graphql';
import type { PersonRow } from './person.entity';
import { knowsPerson } from './person.policy';
import { personById } from './person.reader';
import { Place } from './place.graphql';
import { needCommunity, placeById } from './place.reader';
import { registerResidents } from './register-residents';
import { residentsFound } from './resident-search.reader';
import type { ResidentRow } from './resident.entity';
import {
  MoveOutResidentInput,
  MoveOutResidentPayload,
  RegisterResidentsInput,
  RegisterResidentsPayload,
  Resident,
  ResidentConnection,
} from './resident.graphql';
import {
  keepsResident,
  knowsResident,
  mayLookUpResidents,
  servesResident,
} from './resident.policy';
import { residentById } from './resident.reader';

tenantNode('Resident', (context, ref) => context.load(residentById, ref.communityId, ref.id));

@Resolver(() => Resident)
export class ResidentResolver {
  @Query(() => ResidentConnection, {
    description:
      'Who lives in a community, by name. With `search`: names that begin with it, or, for digits, ' +
      'telephone numbers that end with them.',
  })
  @Allow(byCommand("The community's cadres, officers above, and its supermarket's staff"))
  async residents(
    @Arg('communityId', () => ID, { description: 'The community.' }) communityId: string,
    @Arg('search', () => String, {
      nullable: true,
      description: 'The beginning of a name, or the last digits of a number, 3 or more.',
    })
    search: string | null,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    const community = await needCommunity(context.db, communityId, ['communityId']);
    authorise(context.actor, mayLookUpResidents(context.actor, community));
    return await residentsFound(context.db, community.id, search ?? '', page);
  }

  @FieldResolver(() => String, { description: 'The name as the public sees it: 张**.' })
  @Allow(anyone)
  displayName(@Root() { name }: ResidentRow) {
    return displayName(name);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The telephone number; for the supermarket's staff only its last four digits.",
  })
  @Allow(servesResident)
  async phone(@Root() row: ResidentRow, @Ctx() context: Context) {
    if (row.phone === null) return null;
    return (await keepsResident.allows(context, row as never)) ? row.phone : maskedPhone(row.phone);
  }

  @FieldResolver(() => Place, { description: 'The community.' })
  @Allow(anyone)
  community(@Root() { communityId }: ResidentRow, @Ctx() context: Context) {
    return context.lookUp(placeById, CITY, communityId);
  }

  @FieldResolver(() => Household, { nullable: true, description: 'The household.' })
  @Allow(servesResident)
  household(@Root() { communityId, householdId }: ResidentRow, @Ctx() context: Context) {
    return context.lookUp(householdById, communityId, householdId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: 'Who the resident is when acting; null who never acted.',
  })
  @Allow(knowsResident)
  async person(@Root() { personId }: ResidentRow, @Ctx() context: Context) {
    return personId ? await context.load(personById, CITY, personId) : null;
  }
}

@Resolver()
export class ResidentRegisterResolver {
  @Mutation(() => RegisterResidentsPayload, {
    description:
      'Puts people who move into a household on the register. Codes: ID_UNKNOWN, LIST_LENGTH, ' +
      'TEXT_LENGTH, DAY_UNREADABLE, DAY_FUTURE, PHONE_UNREADABLE.',
  })
  @Allow(byCommand('Cadres of the community and officers above'))
  async registerResidents(
    @Arg('input', () => RegisterResidentsInput) input: RegisterResidentsInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      residents: await registerResidents(work, input),
    }));
  }

  @Mutation(() => MoveOutResidentPayload, {
    description:
      'Records that a resident moved out. Codes: ID_UNKNOWN, DAY_UNREADABLE, DAY_FUTURE, ' +
      'RESIDENT_GONE, PERIOD_EMPTY.',
  })
  @Allow(byCommand('Cadres of the community and officers above'))
  async moveOutResident(
    @Arg('input', () => MoveOutResidentInput) input: MoveOutResidentInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      resident: await moveOutResident(work, input),
    }));
  }
}

@Resolver(() => Person)
export class PersonResidenceResolver {
  @FieldResolver(() => Resident, {
    nullable: true,
    description:
      'As whom the person lives in their community: a leader names members by it. Null who lives ' +
      'in none.',
  })
  @Allow(knowsPerson)
  async residence(@Root() { homeCommunityId, residentId }: PersonRow, @Ctx() context: Context) {
    if (homeCommunityId === null || residentId === null) return null;
    return await context.load(residentById, homeCommunityId, residentId);
  }
}
