import { isMandated } from '../kernel/mandate';
import { Denied } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ApplicationRow } from './application.entity';
import { needApplication } from './application.reader';
import { awardFor } from './award-for';

/**
 * Awards what a project of a public fund asks for: opened by the resolution that its procedure has
 * brought about and by nothing else, whoever executes it, the system included (C2, C3). It ends in
 * the same entry as a board's award. Refuses: `ID_UNKNOWN` and what awardFor refuses.
 */
export async function spendPublicFund(
  work: UnitOfWork,
  input: { applicationId: string },
): Promise<ApplicationRow> {
  if (!isMandated(work, 'spendPublicFund', input)) throw new Denied('FORBIDDEN');
  const asked = await needApplication(work, input.applicationId, ['applicationId']);
  return await awardFor(work, asked, 'procedure');
}
