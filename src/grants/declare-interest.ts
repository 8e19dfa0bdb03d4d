import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ApplicationRow } from './application.entity';
import { decideApplication } from './decide-application';
import { InterestRow } from './interest.entity';
import { interestsOf } from './review.reader';
import { boardroomNow, sitDown } from './sitting';
import { refuseDecided } from './states';
import { outcome } from './tally';

/**
 * A member of the board stands aside from an application: out of the vote and out of the base; a
 * vote cast before counts no longer. Where thereby the approvals can no longer come together among
 * those who are left, the application is declined. Refuses: `ID_UNKNOWN`, `APPLICATION_DECIDED`,
 * `ALREADY_DECLARED`, `TEXT_LENGTH`.
 */
export async function declareInterest(
  work: UnitOfWork,
  input: { applicationId: string; reason: string },
): Promise<ApplicationRow> {
  const sitting = await sitDown(work, input.applicationId);
  const { application, personId } = sitting;
  const { communityId, id: applicationId } = application;
  refuseDecided(application.state);
  const reason = readReason(input.reason, ['reason']);
  await boardroomNow(work, sitting);
  const declared = await interestsOf.read(work.db, communityId, [applicationId]);
  if (declared.some((each) => each.personId === personId))
    throw new Refusal('ALREADY_DECLARED', {}, ['applicationId']);
  const interest = { communityId, applicationId, personId, reason, declaredAt: work.now };
  await work.db.insert(InterestRow, interest);
  const { tally } = await boardroomNow(work, sitting);
  return outcome(tally) === 'declined'
    ? await decideApplication(work, application, 'declined')
    : application;
}
