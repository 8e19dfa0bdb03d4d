import { isMandated } from '../kernel/mandate';
import { Denied } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ApplicationRow } from './application.entity';
import { needApplication } from './application.reader';
import { awardFor } from './award-for';

/**
 * Awards an application that a council has decided: opened by the resolution that names it and by
 * nothing else, whoever executes it, the system included (C2, N4). It ends in the same entry as the
 * board's award. Refuses: `ID_UNKNOWN` and what awardFor refuses.
 */
export async function awardByResolution(
  work: UnitOfWork,
  input: { applicationId: string },
): Promise<ApplicationRow> {
  if (!isMandated(work, 'awardGrant', input)) throw new Denied('FORBIDDEN');
  const asked = await needApplication(work, input.applicationId, ['applicationId']);
  return await awardFor(work, asked, 'council');
}
