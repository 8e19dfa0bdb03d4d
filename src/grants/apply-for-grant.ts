import { deciderOfPool } from '../foundations/pool-decider.reader';
import { needOpenPool } from '../foundations/pool.reader';
import { authorise, personOf } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needOrganisation } from '../society/organisation.reader';
import type { ApplicationRow } from './application.entity';
import { leadsOrganisation } from './grant.policy';
import { submitApplication, type Asked } from './submit-application';

export interface ApplyForGrant extends Asked {
  readonly applicantId: string;
  readonly poolId: string;
}

/**
 * An organisation asks a pool for money (its leader or director; A5, C8). Refuses: `ID_UNKNOWN`,
 * `ORGANISATION_KIND`, `POOL_CLOSED`, `BY_PROCEDURE_ONLY`, `APPLICANT_ELSEWHERE`, `TEXT_LENGTH`,
 * and readPlan's refusals.
 */
export async function applyForGrant(
  work: UnitOfWork,
  input: ApplyForGrant,
): Promise<ApplicationRow> {
  const applicant = await needOrganisation(
    work,
    input.applicantId,
    ['applicantId'],
    'self_organisation',
    'social_organisation',
  );
  authorise(work.actor, leadsOrganisation(work.actor, applicant.id));
  const submittedBy = personOf(work.actor);
  const pool = await needOpenPool(work, input.poolId, ['poolId']);
  const { decidedBy } = await deciderOfPool(work, pool, work.now);
  if (decidedBy === 'procedure') throw new Refusal('BY_PROCEDURE_ONLY', {}, ['poolId']);
  return await submitApplication(work, { applicant, pool, submittedBy }, input);
}
