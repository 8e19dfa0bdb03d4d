import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { CITY, type Context } from '../api/context';
import { cityNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import type { OrganisationRow } from './organisation.entity';
import {
  Organisation,
  RegisterOrganisationInput,
  RegisterOrganisationPayload,
} from './organisation.graphql';
import { organisationById } from './organisation.reader';
import { Place } from './place.graphql';
import { placeById } from './place.reader';
import { registerOrganisation } from './register-organisation';

cityNode('Organisation', (context, id) => context.load(organisationById, CITY, id));

@Resolver(() => Organisation)
export class OrganisationResolver {
  @FieldResolver(() => Place, { description: 'Where it sits; its roles reach what lies below.' })
  async place(@Root() { placeId }: OrganisationRow, @Ctx() context: Context) {
    return await context.load(placeById, CITY, placeId);
  }

  @Mutation(() => RegisterOrganisationPayload, {
    description: 'Puts an organisation on the register. Codes: ID_UNKNOWN, TEXT_LENGTH.',
  })
  @Allow(byCommand('Officers of the street office'))
  async registerOrganisation(
    @Arg('input', () => RegisterOrganisationInput) input: RegisterOrganisationInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      organisation: await registerOrganisation(work, input),
    }));
  }
}
