import type { TenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ApplicationRow } from './application.entity';
import { lockApplication } from './application.reader';
import { refuseUnlessDecidedBy } from './decider';
import { InterestRow } from './interest.entity';
import { interestsOf } from './review.reader';
import { refuseDecided } from './states';

/**
 * A person stands aside from an application that a council decides. Without a policy: a floor above
 * knows who sits in the council. A ballot that is open already keeps its roll. Refuses:
 * `APPLICATION_DECIDED`, `DECIDED_BY_BOARD`, `BY_PROCEDURE_ONLY`, `ALREADY_DECLARED`,
 * `TEXT_LENGTH`.
 */
export async function declareInterestFor(
  work: UnitOfWork,
  ref: TenantRef,
  { personId, reason }: { readonly personId: string; readonly reason: string },
): Promise<ApplicationRow> {
  const application = await lockApplication(work, ref);
  refuseDecided(application.state);
  await refuseUnlessDecidedBy(work, application, 'council');
  await declareInterestIn(work, application, personId, reason);
  return application;
}

/** Writes down an interest in an application that is held. */
export async function declareInterestIn(
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
