import type { UnitOfWork } from '../kernel/unit-of-work';
import { lockApplication, needApplication } from './application.reader';
import { decideApplication } from './decide-application';

/**
 * Declines an application that a council voted down: a port without a policy, for whoever counted
 * the vote. One that was decided or withdrawn meanwhile stays as it is. Refuses: `ID_UNKNOWN`.
 */
export async function declineByResolution(
  work: UnitOfWork,
  input: { applicationId: string },
): Promise<void> {
  await work.begin();
  const asked = await needApplication(work, input.applicationId, ['applicationId']);
  const application = await lockApplication(work, asked);
  if (application.state === 'submitted') await decideApplication(work, application, 'declined');
}
