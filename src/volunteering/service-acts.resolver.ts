import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { loadKeyset } from '../api/keyset-list';
import type { OrganisationRow } from '../society/organisation.entity';
import { Organisation } from '../society/organisation.graphql';
import type { ResidentRow } from '../society/resident.entity';
import { Resident } from '../society/resident.graphql';
import { keepsResident } from '../society/resident.policy';
import { confirmService } from './confirm-service';
import { declineService } from './decline-service';
import { recordService } from './record-service';
import { reverseService } from './reverse-service';
import {
  ConfirmServiceInput,
  ConfirmServicePayload,
  DeclineServiceInput,
  DeclineServicePayload,
  RecordServiceInput,
  RecordServicePayload,
  ReverseServiceInput,
  ReverseServicePayload,
  ServiceConnection,
} from './service.graphql';
import { organisationServicesReader } from './service.policy';
import { servicesForResident, servicesOfOrganisation, servicesOfResident } from './service.reader';

@Resolver()
export class ServiceActsResolver {
  @Mutation(() => RecordServicePayload, {
    description:
      'Records what a member did for others; it earns credits once someone else confirms it. ' +
      'Codes: ID_UNKNOWN, ORGANISATION_KIND, MINUTES_RANGE, SERVICE_NOT_OVER, SERVICE_TOO_OLD, ' +
      'RESIDENT_GONE, NOT_A_MEMBER, TEXT_LENGTH, OTHER_COMMUNITY, OWN_BENEFICIARY, NO_SCHEME, ' +
      'NO_RATE, SERVICE_TOO_SHORT, SERVICE_OVERLAPS.',
  })
  @Allow(byCommand('The leader of the self-organisation'))
  async recordService(
    @Arg('input', () => RecordServiceInput) input: RecordServiceInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ service: await recordService(work, input) }));
  }

  @Mutation(() => ConfirmServicePayload, {
    description:
      'Confirms that a service was done; never one’s own. Its credits reach the wallet, once, ' +
      'however often it is confirmed. Codes: ID_UNKNOWN, OWN_SERVICE, OWN_RECORD, ' +
      'SERVICE_DECLINED, SERVICE_CANCELLED, MONTHLY_CAP_REACHED, BOOKS_BUSY.',
  })
  @Allow(byCommand('People of the same organisation, cadres, and whom it was done for'))
  async confirmService(
    @Arg('input', () => ConfirmServiceInput) input: ConfirmServiceInput,
    @Ctx() context: Context,
  ) {
    const act = async (work: UnitOfWork) => ({ service: await confirmService(work, input) });
    return await answer(context.unkept(), act);
  }

  @Mutation(() => DeclineServicePayload, {
    description:
      'Says with a reason that a recorded service was not done so. Codes: ID_UNKNOWN, ' +
      'TEXT_LENGTH, SERVICE_CONFIRMED, SERVICE_CANCELLED, SERVICE_DECLINED.',
  })
  @Allow(byCommand('People of the same organisation, cadres, and whom it was done for'))
  async declineService(
    @Arg('input', () => DeclineServiceInput) input: DeclineServiceInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ service: await declineService(work, input) }));
  }

  @Mutation(() => ReverseServicePayload, {
    description:
      'Takes a confirmed service back, once. Codes: ID_UNKNOWN, TEXT_LENGTH, ' +
      'SERVICE_NOT_CONFIRMED, REVERSED_BEFORE, INSUFFICIENT_CREDITS (they are spent), ' +
      'BOOKS_BUSY, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand('Cadres of the community'))
  async reverseService(
    @Arg('input', () => ReverseServiceInput) input: ReverseServiceInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ service: await reverseService(work, input) }));
  }
}

@Resolver(() => Resident)
export class ResidentServicesResolver {
  @FieldResolver(() => ServiceConnection, {
    nullable: true,
    description: 'What the resident did for others, the latest first.',
  })
  @Allow(keepsResident)
  async services(
    @Root() { communityId, id: ownerId }: ResidentRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, servicesOfResident, { communityId, ownerId }, page);
  }

  @FieldResolver(() => ServiceConnection, {
    nullable: true,
    description: 'What others did for the resident, who confirms it; the latest first.',
  })
  @Allow(keepsResident)
  async receivedServices(
    @Root() { communityId, id: ownerId }: ResidentRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, servicesForResident, { communityId, ownerId }, page);
  }
}

@Resolver(() => Organisation)
export class OrganisationServicesResolver {
  @FieldResolver(() => ServiceConnection, {
    nullable: true,
    description: 'What its members did for others, the latest first.',
  })
  @Allow(organisationServicesReader)
  async services(
    @Root() { id: ownerId }: OrganisationRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, servicesOfOrganisation, { communityId: CITY, ownerId }, page);
  }
}
