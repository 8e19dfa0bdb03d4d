import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { confirmServices } from './confirm-services';
import { recordServices } from './record-services';
import {
  ConfirmServicesInput,
  ConfirmServicesPayload,
  RecordServicesInput,
  RecordServicesPayload,
} from './service-session.graphql';

@Resolver()
export class ServiceSessionResolver {
  @Mutation(() => RecordServicesPayload, {
    description:
      'Records what many members did together, for all of them or for none. ' +
      'Codes: RESIDENTS_COUNT, RESIDENT_TWICE, ID_UNKNOWN, ORGANISATION_KIND, MINUTES_RANGE, ' +
      'SERVICE_NOT_OVER, SERVICE_TOO_OLD, RESIDENT_GONE, NOT_A_MEMBER, TEXT_LENGTH, ' +
      'OTHER_COMMUNITY, OWN_BENEFICIARY, NO_SCHEME, NO_RATE, SERVICE_TOO_SHORT, ' +
      'SERVICE_OVERLAPS, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand('The leader of the self-organisation'))
  async recordServices(
    @Arg('input', () => RecordServicesInput) input: RecordServicesInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ services: await recordServices(work, input) }));
  }

  @Mutation(() => ConfirmServicesPayload, {
    description:
      'Confirms many services at once, all of them or none; never one’s own. ' +
      'Codes: SERVICES_COUNT, OTHER_COMMUNITY, ID_UNKNOWN, OWN_SERVICE, OWN_RECORD, ' +
      'SERVICE_DECLINED, SERVICE_CANCELLED, MONTHLY_CAP_REACHED, BOOKS_BUSY.',
  })
  @Allow(byCommand('People of the same organisation, cadres, and whom it was done for'))
  async confirmServices(
    @Arg('input', () => ConfirmServicesInput) input: ConfirmServicesInput,
    @Ctx() context: Context,
  ) {
    return await answer(context.unkept(), async (work) => ({
      services: await confirmServices(work, input),
    }));
  }
}
