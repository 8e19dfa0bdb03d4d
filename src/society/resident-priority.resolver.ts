import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { dayOf } from '../kernel/calendar';
import { endPriority } from './end-priority';
import { grantPriority } from './grant-priority';
import { place } from './place.reader';
import type { ResidentPriorityRow } from './resident-priority.entity';
import {
  EndPriorityInput,
  EndPriorityPayload,
  GrantPriorityInput,
  GrantPriorityPayload,
  ResidentPriority,
} from './resident-priority.graphql';
import { prioritiesOfResident, priorityById } from './resident-priority.reader';
import type { ResidentRow } from './resident.entity';
import { Resident } from './resident.graphql';
import { servesResident } from './resident.policy';
import { residentById } from './resident.reader';
import { isInForce } from './term';

tenantNode('ResidentPriority', (context, ref) =>
  context.load(priorityById, ref.communityId, ref.id),
);

@Resolver(() => ResidentPriority)
export class ResidentPriorityResolver {
  @FieldResolver(() => Resident, { description: 'Whose it is.' })
  async resident(
    @Root() { communityId, residentId }: ResidentPriorityRow,
    @Ctx() context: Context,
  ) {
    return await context.load(residentById, communityId, residentId);
  }

  @Mutation(() => GrantPriorityPayload, {
    description:
      'Puts a resident into a priority group. Codes: ID_UNKNOWN, DAY_UNREADABLE, PERIOD_EMPTY, ' +
      'RESIDENT_GONE, ALREADY_IN_GROUP.',
  })
  @Allow(byCommand('Cadres of the community and officers above'))
  async grantPriority(
    @Arg('input', () => GrantPriorityInput) input: GrantPriorityInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ priority: await grantPriority(work, input) }));
  }

  @Mutation(() => EndPriorityPayload, {
    description:
      "Ends a resident's priority. Codes: ID_UNKNOWN, DAY_UNREADABLE, TERM_ENDED, PERIOD_EMPTY, " +
      'DAY_PAST.',
  })
  @Allow(byCommand('Cadres of the community and officers above'))
  async endPriority(
    @Arg('input', () => EndPriorityInput) input: EndPriorityInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ priority: await endPriority(work, input) }));
  }
}

@Resolver(() => Resident)
export class ResidentPrioritiesResolver {
  @FieldResolver(() => [ResidentPriority], {
    nullable: true,
    description: 'The priority groups the resident belongs to today, each once.',
  })
  @Allow(servesResident)
  async priorityGroups(@Root() { communityId, id }: ResidentRow, @Ctx() context: Context) {
    const held = await context.loadMany(prioritiesOfResident, communityId, id);
    const at = await place(context, communityId);
    return at ? held.filter((each) => isInForce(each, dayOf(context.now, at.timeZone))) : [];
  }
}
