import { CITY } from '../api/context';
import { poolById } from '../foundations/pool.reader';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { OrganisationKind } from '../society/organisation.entity';
import { organisationById } from '../society/organisation.reader';
import type { ApplicationRow } from './application.entity';
import { submitApplication, type Asked } from './submit-application';

/** Who may execute what a community has decided for itself (B3, C2). */
export const EXECUTING: readonly OrganisationKind[] = [
  'residents_committee',
  'service_station',
  'self_organisation',
  'social_organisation',
  'social_enterprise',
];

/** An application that a floor above makes; all ids are those of rows. */
export interface ApplyFor extends Asked {
  readonly communityId: string;
  readonly poolId: string;
  /** The executing organisation. */
  readonly applicantId: string;
  /** The person who answers for it. */
  readonly submittedBy: string;
}

/**
 * Asks a pool for money on behalf of an organisation that is to execute something. Without a
 * policy: the steps of a procedure have decided who executes. Refuses: `ID_UNKNOWN`,
 * `ORGANISATION_KIND`, `POOL_CLOSED`, `APPLICANT_ELSEWHERE`, `TEXT_LENGTH`, and readPlan's
 * refusals.
 */
export async function applyFor(work: UnitOfWork, asked: ApplyFor): Promise<ApplicationRow> {
  const [applicant] = await organisationById.read(work.db, CITY, [asked.applicantId]);
  if (!applicant) throw new Refusal('ID_UNKNOWN', { type: 'Organisation' }, ['applicantId']);
  if (!EXECUTING.includes(applicant.kind))
    throw new Refusal('ORGANISATION_KIND', { kinds: EXECUTING.join(', ') }, ['applicantId']);
  const [pool] = await poolById.read(work.db, asked.communityId, [asked.poolId]);
  if (!pool) throw new Refusal('ID_UNKNOWN', { type: 'Pool' }, ['poolId']);
  if (pool.closedOn) throw new Refusal('POOL_CLOSED', { pool: pool.name }, ['poolId']);
  const { submittedBy } = asked;
  return await submitApplication(work, { applicant, pool, submittedBy }, asked);
}
