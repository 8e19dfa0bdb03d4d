import type { Batch, GroupBatch } from '../api/context';
import type { TenantRef } from '../kernel/global-id';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ApplicationRow } from './application.entity';
import type { BudgetLineRow } from './budget-line.entity';
import { newestFirst } from './listed';

const COLUMNS = `community_id "communityId", id, pool_id "poolId", applicant_id "applicantId",
  submitted_by "submittedBy", title, purpose, currency, requested_minor "requestedMinor", state,
  submitted_at "submittedAt", decided_at "decidedAt"`;

export const applicationById: Batch<ApplicationRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${COLUMNS} from application where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

export const applicationsOfPool = newestFirst<ApplicationRow>(
  'application',
  COLUMNS,
  'pool_id',
  'pool',
);

export const applicationsOfOrganisation = newestFirst<ApplicationRow>(
  'application',
  COLUMNS,
  'applicant_id',
  'organisation',
);

/** What applications want to spend, line by line. */
export const budgetOf: GroupBatch<BudgetLineRow> = {
  many: true,
  read: (db, communityId, applicationIds) =>
    read(
      db,
      `select community_id "communityId", application_id "applicationId", n, label, minor
       from budget_line where community_id = $1 and application_id = any ($2)
       order by application_id, n`,
      [communityId, applicationIds],
    ),
  keyOf: ({ applicationId }) => applicationId,
};

/** The application that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needApplication(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<ApplicationRow> {
  return await needRow(work, applicationById, { type: 'Application', globalId, path });
}

/** Holds an application until the unit of work ends, and reads it as it then stands. */
export async function lockApplication(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
): Promise<ApplicationRow> {
  const db = await work.begin();
  const [row]: ApplicationRow[] = await read(
    db,
    `select ${COLUMNS} from application where community_id = $1 and id = $2 for no key update`,
    [communityId, id],
  );
  if (!row) throw new Error(`The application ${id} is gone`);
  return row;
}
