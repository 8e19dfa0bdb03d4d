import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { CITY, type Context } from '../api/context';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import type { HouseholdRow } from './household.entity';
import { Household, RegisterHouseholdsInput, RegisterHouseholdsPayload } from './household.graphql';
import { householdById } from './household.reader';
import { Place } from './place.graphql';
import { placeById } from './place.reader';
import { registerHouseholds } from './register-households';
import { Resident } from './resident.graphql';
import { residentsOfHousehold } from './resident.reader';

tenantNode('Household', (context, ref) => context.load(householdById, ref.communityId, ref.id));

@Resolver(() => Household)
export class HouseholdResolver {
  @FieldResolver(() => Place, { description: 'The community it is in.' })
  async community(@Root() { communityId }: HouseholdRow, @Ctx() context: Context) {
    return await context.load(placeById, CITY, communityId);
  }

  @FieldResolver(() => Place, { nullable: true, description: 'The grid it belongs to, if any.' })
  async grid(@Root() { gridId }: HouseholdRow, @Ctx() context: Context) {
    return gridId ? await context.load(placeById, CITY, gridId) : null;
  }

  @FieldResolver(() => [Resident], { description: 'Who lives there now, 20 at most.' })
  async residents(@Root() { communityId, id }: HouseholdRow, @Ctx() context: Context) {
    return await context.loadMany(residentsOfHousehold, communityId, id);
  }

  @Mutation(() => RegisterHouseholdsPayload, {
    description:
      'Puts households with their residents on the register, all or none. Codes: ID_UNKNOWN, ' +
      'OTHER_COMMUNITY, LIST_LENGTH, TEXT_LENGTH, ADDRESS_TAKEN, DAY_UNREADABLE, DAY_FUTURE, ' +
      'PHONE_UNREADABLE.',
  })
  @Allow(byCommand('Cadres of the community and officers above'))
  async registerHouseholds(
    @Arg('input', () => RegisterHouseholdsInput) input: RegisterHouseholdsInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      households: await registerHouseholds(work, input),
    }));
  }
}
