import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { DayScalar } from '../api/day.graphql';
import { cityNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import type { Day } from '../kernel/calendar';
import { appointMember } from './appoint-member';
import { endMembership } from './end-membership';
import type { MembershipRow } from './membership.entity';
import {
  AppointMemberInput,
  AppointMemberPayload,
  EndMembershipInput,
  EndMembershipPayload,
  Membership,
  MembershipConnection,
} from './membership.graphql';
import {
  membershipById,
  membershipsOfOrganisation,
  membershipsOfPerson,
} from './membership.reader';
import type { OrganisationRow } from './organisation.entity';
import { Organisation } from './organisation.graphql';
import { organisationById } from './organisation.reader';
import { loadPage } from '../api/paged';
import type { PersonRow } from './person.entity';
import { Person } from './person.graphql';
import { personById } from './person.reader';

cityNode('Membership', (context, id) => context.load(membershipById, CITY, id));

const APPOINTERS =
  "Officers; the foundation's chair and secretary; the enterprise's or social organisation's " +
  "director; the self-organisation's leader; the storekeeper for clerks";

@Resolver(() => Membership)
export class MembershipResolver {
  @FieldResolver(() => Person, { description: 'Who holds it.' })
  async person(@Root() { personId }: MembershipRow, @Ctx() context: Context) {
    return await context.load(personById, CITY, personId);
  }

  @FieldResolver(() => Organisation, { description: 'Where it is held.' })
  async organisation(@Root() { organisationId }: MembershipRow, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, organisationId);
  }

  @Mutation(() => AppointMemberPayload, {
    description:
      'Gives a person or a resident a role in an organisation. Codes: ID_UNKNOWN, ' +
      'RESOLUTION_NEEDED, ROLE_NOT_OF_KIND, WHO_UNCLEAR, DAY_UNREADABLE, PERIOD_EMPTY, ' +
      'OTHER_COMMUNITY, RESIDENT_GONE, ALREADY_MEMBER.',
  })
  @Allow(byCommand(APPOINTERS))
  async appointMember(
    @Arg('input', () => AppointMemberInput) input: AppointMemberInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      membership: await appointMember(work, input),
    }));
  }

  @Mutation(() => EndMembershipPayload, {
    description:
      'Ends a role. Codes: ID_UNKNOWN, RESOLUTION_NEEDED, DAY_UNREADABLE, TERM_ENDED, ' +
      'PERIOD_EMPTY, DAY_PAST.',
  })
  @Allow(byCommand(`${APPOINTERS}; and whoever holds it`))
  async endMembership(
    @Arg('input', () => EndMembershipInput) input: EndMembershipInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      membership: await endMembership(work, input),
    }));
  }
}

@Resolver(() => Organisation)
export class OrganisationMembershipsResolver {
  @FieldResolver(() => MembershipConnection, {
    description: 'Who holds which role in it, in the order of appointment.',
  })
  async memberships(
    @Root() { id }: OrganisationRow,
    @Arg('inForceOn', () => DayScalar, {
      nullable: true,
      description:
        'Only those held on this day; past and coming ones as well where it is not given.',
    })
    inForceOn: Day | null,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadPage(context, membershipsOfOrganisation, id, inForceOn ?? null, page);
  }
}

@Resolver(() => Person)
export class PersonMembershipsResolver {
  @FieldResolver(() => MembershipConnection, {
    nullable: true,
    description: 'The roles the person holds, held and will hold, in the order of appointment.',
  })
  async memberships(@Root() { id }: PersonRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadPage(context, membershipsOfPerson, id, null, page);
  }
}
