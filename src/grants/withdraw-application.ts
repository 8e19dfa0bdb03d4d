import { authorise } from '../kernel/actor';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ApplicationRow } from './application.entity';
import { lockApplication, needApplication } from './application.reader';
import { decideApplication } from './decide-application';
import { refuseProcedure } from './decider';
import { leadsOrganisation } from './grant.policy';
import { refuseDecided } from './states';

/**
 * The applicant takes back what is not decided (its leader or director). What a procedure asked for
 * is taken back in its steps. Refuses: `ID_UNKNOWN`, `APPLICATION_DECIDED`, `BY_PROCEDURE_ONLY`.
 */
export async function withdrawApplication(
  work: UnitOfWork,
  input: { applicationId: string },
): Promise<ApplicationRow> {
  const asked = await needApplication(work, input.applicationId, ['applicationId']);
  authorise(work.actor, leadsOrganisation(work.actor, asked.applicantId));
  const application = await lockApplication(work, asked);
  refuseDecided(application.state);
  await refuseProcedure(work, application);
  return await decideApplication(work, application, 'withdrawn');
}
