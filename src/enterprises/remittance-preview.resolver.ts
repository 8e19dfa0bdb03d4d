import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { CITY, type Context } from '../api/context';
import { Money, toMoney } from '../api/money.graphql';
import { Allow, byCommand } from '../api/policy';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import { previewRemittance, type RemittancePreview as Preview } from './preview-remittance';
import {
  PreviewRemittanceInput,
  PreviewRemittancePayload,
  RemittancePreview,
} from './remittance.graphql';
import { RoutingPlan } from './routing-plan.graphql';
import { planById } from './routing-plan.reader';

@Resolver(() => RemittancePreview)
export class RemittancePreviewResolver {
  @FieldResolver(() => Money)
  amount(@Root() { amount }: Preview) {
    return toMoney(amount);
  }

  @FieldResolver(() => Money)
  outstandingAfter(@Root() { outstandingAfter }: Preview) {
    return toMoney(outstandingAfter);
  }

  @FieldResolver(() => RoutingPlan, { description: 'The plan in force on that day.' })
  async plan(@Root() { communityId, planId }: Preview, @Ctx() context: Context) {
    return await context.load(planById, communityId, planId);
  }

  @FieldResolver(() => Organisation, {
    description: 'The foundation whose bank account the money is to reach.',
  })
  async foundation(@Root() { foundationId }: Preview, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, foundationId);
  }

  @Query(() => PreviewRemittancePayload, {
    description:
      'What a remittance would do: how the plan in force that day splits it over pools, and what ' +
      'stays outstanding; records nothing. Codes: those of remitSurplus, without the key’s.',
  })
  @Allow(byCommand("The enterprise's director or bookkeeper, or a treasurer of the place"))
  async previewRemittance(
    @Arg('input', () => PreviewRemittanceInput, { description: 'What would arrive.' })
    input: PreviewRemittanceInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      preview: await previewRemittance(work, input),
    }));
  }
}
