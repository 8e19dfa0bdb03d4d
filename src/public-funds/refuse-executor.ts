import { applicationById } from '../grants/application.reader';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { AtStep } from './at-step';

/**
 * Whoever carries a project out neither inspects nor scores it, by whatever other office:
 * `SECOND_PERSON_NEEDED`.
 */
export async function refuseExecutor(work: UnitOfWork, { project }: AtStep): Promise<void> {
  const { communityId, applicationId } = project;
  if (applicationId === null) return;
  const [asked] = await applicationById.read(work.db, communityId, [applicationId]);
  const own = work.actor.standings.some((each) => each.organisationId === asked?.applicantId);
  if (own) throw new Refusal('SECOND_PERSON_NEEDED', {}, ['projectId']);
}
