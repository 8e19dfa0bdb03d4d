import { needSeat } from '../councils/council-seat.reader';
import { needApplication } from '../grants/application.reader';
import { recusedFromApplication } from '../grants/recused-from-application';
import { tenantRef } from '../kernel/global-id';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needMembership } from '../society/membership.reader';
import { needPerson } from '../society/person.reader';
import type { Act } from './act-of';
import type { MotionInputs, MotionKind } from './motion-kinds';

/** Why a member stands aside from a motion: shown beside the vote. */
export const GROUNDS = {
  applicant: '与申请方有关联或本人提出申请 (belongs to the applicant)',
  concerned: '议题涉及本人 (the motion is about the member)',
} as const;

/** A member who stands aside without having said so. */
export interface Aside {
  readonly residentId: string;
  readonly ground: string;
}

type Finds<Input> = (
  work: UnitOfWork,
  where: { communityId: string; members: readonly string[] },
  input: Input,
) => Promise<readonly Aside[]>;

const concerned = (residentIds: readonly string[]): Aside[] =>
  residentIds.map((residentId) => ({ residentId, ground: GROUNDS.concerned }));

/** A kind that is not here concerns no member more than others. */
const FINDS: { readonly [Kind in MotionKind]?: Finds<MotionInputs[Kind]> } = {
  award_grant: applicants,
  spend_public_fund: applicants,
  vacate_seat: async (work, _where, { seatId }) =>
    concerned([(await needSeat(work, seatId)).residentId]),
  appoint_member: async (work, { communityId }, { personId, residentId }) =>
    concerned(
      residentId
        ? [tenantRef('Resident', residentId, ['residentId']).id]
        : await residentsOf(work, communityId, (await needPerson(work, personId ?? '', [])).id),
    ),
  end_membership: async (work, { communityId }, { membershipId }) =>
    concerned(
      await residentsOf(work, communityId, (await needMembership(work, membershipId, [])).personId),
    ),
};

/** Who of a council's members must stand aside from an act: nobody decides for themself. */
export async function standAside(
  work: UnitOfWork,
  where: { communityId: string; members: readonly string[] },
  act: Act,
): Promise<Aside[]> {
  const finds = FINDS[act.kind] as Finds<object> | undefined;
  const found = (await finds?.(work, where, act.input)) ?? [];
  return found.filter(({ residentId }) => where.members.includes(residentId));
}

async function applicants(
  work: UnitOfWork,
  { members }: { members: readonly string[] },
  { applicationId }: { applicationId: string },
): Promise<Aside[]> {
  const application = await needApplication(work, applicationId, ['applicationId']);
  const found = await recusedFromApplication(work, application, members);
  return found.map(({ residentId }) => ({ residentId, ground: GROUNDS.applicant }));
}

async function residentsOf(
  work: UnitOfWork,
  communityId: string,
  personId: string,
): Promise<string[]> {
  const rows = await read<{ id: string }>(
    work.db,
    'select id from resident where community_id = $1 and person_id = $2',
    [communityId, personId],
  );
  return rows.map(({ id }) => id);
}
