import type { Batch, GroupBatch } from '../api/context';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { DisbursementRow } from './disbursement.entity';
import type { TrancheState } from './states';
import type { TrancheRow } from './tranche.entity';

const COLUMNS = `community_id "communityId", id, application_id "applicationId", n, minor,
  milestone, due_on "dueOn", accepted_at "acceptedAt", accepted_by "acceptedBy", evidence`;

export const trancheById: Batch<TrancheRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${COLUMNS} from tranche where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** The tranches of applications, and of the grants that came of them, in order. */
export const tranchesOf: GroupBatch<TrancheRow> = {
  many: true,
  read: (db, communityId, applicationIds) =>
    read(
      db,
      `select ${COLUMNS} from tranche where community_id = $1 and application_id = any ($2)
       order by application_id, n`,
      [communityId, applicationIds],
    ),
  keyOf: ({ applicationId }) => applicationId,
};

/** What was last done about paying tranches: none where nobody asked. */
export const lastDisbursementOf: Batch<DisbursementRow> = {
  read: (db, communityId, trancheIds) =>
    read(
      db,
      `select distinct on (tranche_id) community_id "communityId", id, pool_id "poolId",
         grant_id "grantId", tranche_id "trancheId", state, maker_id "makerId",
         requested_at "requestedAt", checker_id "checkerId", checked_at "checkedAt", reason,
         entry_id "entryId"
       from disbursement where community_id = $1 and tranche_id = any ($2)
       order by tranche_id, id desc`,
      [communityId, trancheIds],
    ),
  keyOf: ({ trancheId }) => trancheId,
};

/** How far a tranche is, by what was last done about paying it. */
export function trancheState(last: DisbursementRow | null | undefined): TrancheState {
  return !last || last.state === 'declined' ? 'planned' : last.state;
}

/** The tranche that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needTranche(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<TrancheRow> {
  return await needRow(work, trancheById, { type: 'Tranche', globalId, path });
}
