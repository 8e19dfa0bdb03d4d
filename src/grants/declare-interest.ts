import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ApplicationRow } from './application.entity';
import { decideApplication } from './decide-application';
import { refuseUnlessBoard } from './decider';
import { InterestRow } from './interest.entity';
import { interestsOf } from './review.reader';
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
  await writeInterest(work, application, personId, input.reason);
  const { tally } = await boardroomNow(work, sitting);
  return outcome(tally) === 'declined'
    ? await decideApplication(work, application, 'declined')
    : application;
}

/** Writes down an interest in an application that is held. */
async function writeInterest(
  work: UnitOfWork,
  { communityId, id: applicationId }: ApplicationRow,
  personId: string,
  given: string,
): Promise<void> {
  const reason = readReason(given, ['reason']);
  const declared = await interestsOf.read(work.db, communityId, [applicationId]);
  if (declared.some((each) => each.personId === personId))
    throw new Refusal('ALREADY_DECLARED', {}, ['applicationId']);
  const interest = { communityId, applicationId, personId, reason, declaredAt: work.now };
  await work.db.insert(InterestRow, interest);
}
