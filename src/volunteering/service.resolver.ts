import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { CITY, type Context } from '../api/context';
import { tenantNode } from '../api/node.graphql';
import { Entry } from '../books/entry.graphql';
import { entryById } from '../books/entry.reader';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import { Resident } from '../society/resident.graphql';
import { residentById } from '../society/resident.reader';
import type { ServiceRow } from './service.entity';
import { Service, ServiceStateEnum } from './service.graphql';
import { serviceById } from './service.reader';
import { confirmation, creditingByKey, stateOf } from './service-state';

tenantNode('Service', (context, ref) => context.load(serviceById, ref.communityId, ref.id));

const crediting = (context: Context, { communityId, id }: ServiceRow) =>
  context.load(creditingByKey, communityId, confirmation(id).key);

@Resolver(() => Service)
export class ServiceResolver {
  @FieldResolver(() => Int, { nullable: true })
  credits(@Root() { credits }: ServiceRow) {
    return Number(credits);
  }

  @FieldResolver(() => ServiceStateEnum, { nullable: true })
  async state(@Root() service: ServiceRow, @Ctx() context: Context) {
    return stateOf(service, await crediting(context, service));
  }

  @FieldResolver(() => MomentScalar, { nullable: true })
  async confirmedAt(@Root() service: ServiceRow, @Ctx() context: Context) {
    return (await crediting(context, service))?.confirmedAt ?? null;
  }

  @FieldResolver(() => String, { nullable: true })
  async reason(@Root() service: ServiceRow, @Ctx() context: Context) {
    const held = await crediting(context, service);
    return held ? held.cancelReason : service.declineReason;
  }

  @FieldResolver(() => Resident, { nullable: true, description: 'Who served.' })
  async resident(@Root() { communityId, residentId }: ServiceRow, @Ctx() context: Context) {
    return await context.load(residentById, communityId, residentId);
  }

  @FieldResolver(() => Resident, { nullable: true, description: 'Whom it was done for, if named.' })
  async beneficiary(@Root() { communityId, beneficiaryId }: ServiceRow, @Ctx() context: Context) {
    return beneficiaryId && (await context.load(residentById, communityId, beneficiaryId));
  }

  @FieldResolver(() => Organisation, { nullable: true, description: 'The self-organisation.' })
  async organisation(@Root() { organisationId }: ServiceRow, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, organisationId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who recorded it.' })
  async recordedBy(@Root() { recordedBy }: ServiceRow, @Ctx() context: Context) {
    return await context.load(personById, CITY, recordedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who confirmed it, if it was.' })
  async confirmedBy(@Root() service: ServiceRow, @Ctx() context: Context) {
    const by = (await crediting(context, service))?.confirmedBy;
    return by ? await context.load(personById, CITY, by) : null;
  }

  @FieldResolver(() => Entry, { nullable: true, description: 'The entry that credited it.' })
  async entry(@Root() service: ServiceRow, @Ctx() context: Context) {
    const held = await crediting(context, service);
    return held && (await context.load(entryById, service.communityId, held.entryId));
  }
}
