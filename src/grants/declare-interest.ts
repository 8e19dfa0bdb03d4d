import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ApplicationRow } from './application.entity';
import { decideApplication } from './decide-application';
import { declareInterestIn } from './declare-interest-for';
import { refuseUnlessBoard } from './decider';
import { boardroomNow, sitDown } from './sitting';
import { refuseDecided } from './states';
import { outcome } from './tally';

/**
 * A member of the board stands aside from an application: out of the vote and out of the base; a
 * vote cast before counts no longer. Where thereby the approvals can no longer come together among
 * those who are left, the application is declined. Refuses: `ID_UNKNOWN`, `APPLICATION_DECIDED`,
 * `DECIDED_BY_COUNCIL`, `BY_PROCEDURE_ONLY`, `ALREADY_DECLARED`, `TEXT_LENGTH`.
 */
export async function declareInterest(
  work: UnitOfWork,
  input: { applicationId: string; reason: string },
): Promise<ApplicationRow> {
  const sitting = await sitDown(work, input.applicationId);
  const { application, personId } = sitting;
  refuseDecided(application.state);
  await refuseUnlessBoard(work, application);
  await boardroomNow(work, sitting);
  await declareInterestIn(work, application, personId, input.reason);
  const { tally } = await boardroomNow(work, sitting);
  return outcome(tally) === 'declined'
    ? await decideApplication(work, application, 'declined')
    : application;
}
