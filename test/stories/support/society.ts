import { toGlobalId } from '../../../src/kernel/global-id';
import { appointMember } from '../../../src/society/appoint-member';
import { grantPriority } from '../../../src/society/grant-priority';
import { issueCard } from '../../../src/society/issue-card';
import { moveOutResident } from '../../../src/society/move-out-resident';
import type { Role } from '../../../src/society/organisation.entity';
import { registerPerson } from '../../../src/society/register-person';
import { SINCE, type CommunityWorld, type Named, type World } from '../../support/world';
import type { Run } from './furnish';
import { day } from './moments';

/** The password of everyone here who has a login. */
export const PASSWORD = 'a long enough password';

/** People and residents with something that ended, or that can be ended. */
export interface Society {
  /** Its term as the team's leader, and as the store's clerk, ended today. */
  readonly formerLeader: { readonly id: string };
  readonly formerClerk: { readonly id: string };
  /** Held until further notice. */
  readonly membership: string;
  readonly priority: string;
  readonly endedPriority: string;
  /** Good until it is ended. */
  readonly card: string;
  /** A resident who moved out yesterday, and one who lives here alone. */
  readonly gone: string;
  readonly toMove: string;
  /** A resident with no login. */
  readonly quiet: string;
  /** Has the login, and PASSWORD. */
  readonly signing: { readonly id: string; readonly login: string };
}

export async function settleIn(
  run: Run,
  { officer }: World,
  home: CommunityWorld,
): Promise<Society> {
  const [, , , fourth, fifth] = home.households;
  const [gone, toMove, quiet] = fifth?.residents ?? [];
  const [priority] = fourth?.residents ?? [];
  if (!gone || !toMove || !quiet || !priority) throw new Error('The households are too small');
  const person = async (name: string, login?: string) =>
    await run(officer, (work) =>
      registerPerson(work, { name, ...(login ? { login, password: PASSWORD } : {}) }),
    );
  const appoint = async (body: Named, role: Role, personId: string, validUntil?: string) =>
    await run(officer, (work) =>
      appointMember(work, {
        organisationId: body.globalId,
        role,
        personId: toGlobalId('Person', null, personId),
        validFrom: SINCE,
        validUntil,
      }),
    );
  const group = async (validFrom: string, validUntil?: string) => {
    const { communityId, id } = await run(home.cadre, (work) =>
      grantPriority(work, {
        ...{ residentId: priority.globalId, validFrom, validUntil },
        priorityGroup: 'low_income',
      }),
    );
    return toGlobalId('ResidentPriority', communityId, id);
  };
  const card = await run(home.cadre, (work) => issueCard(work, { residentId: priority.globalId }));
  const formerLeader = await person('Former Leader');
  await appoint(home.team, 'leader', formerLeader.id, day());
  const formerClerk = await person('Former Clerk');
  await appoint(home.operator, 'clerk', formerClerk.id, day());
  const helper = await person('Helper');
  const { id } = await appoint(home.team, 'member', helper.id);
  const login = `signing.${home.place.name.toLowerCase()}`;
  const signing = await person('Signing Person', login);
  await run(home.cadre, (work) =>
    moveOutResident(work, { residentId: gone.globalId, movedOut: day(-1) }),
  );
  return {
    ...{ formerLeader, formerClerk },
    membership: toGlobalId('Membership', null, id),
    endedPriority: await group('2021-01-01', '2022-01-01'),
    priority: await group('2023-01-01'),
    card: toGlobalId('ResidentCard', card.communityId, card.id),
    ...{ gone: gone.globalId, toMove: toMove.globalId, quiet: quiet.globalId },
    signing: { id: signing.id, login },
  };
}
