import type { EntityManager } from 'typeorm';
import type { Batch, GroupBatch } from '../api/context';
import type { TenantRef } from '../kernel/global-id';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { AcknowledgementRow } from './acknowledgement.entity';

const COLUMNS = `community_id "communityId", id, foundation_id "foundationId", year, number,
  donation_id "donationId", cause_id "causeId", corrects_id "correctsId", facts,
  issued_at "issuedAt", receipt_code "receiptCode", receipt_number "receiptNumber",
  receipt_check_code "receiptCheckCode", receipt_recorded_by "receiptRecordedBy",
  receipt_recorded_at "receiptRecordedAt"`;

export const acknowledgementById: Batch<AcknowledgementRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${COLUMNS} from acknowledgement where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** The acknowledgements of donations with their corrections, in order; a gift has few. */
export const acknowledgementsOfDonation: GroupBatch<AcknowledgementRow> = {
  many: true,
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${COLUMNS} from acknowledgement
       where community_id = $1 and donation_id = any ($2) order by id`,
      [communityId, ids],
    ),
  keyOf: ({ donationId }) => donationId,
};

/** The acknowledgement that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needAcknowledgement(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<AcknowledgementRow> {
  return await needRow(work, acknowledgementById, { type: 'Acknowledgement', globalId, path });
}

/** Holds an acknowledgement until the unit of work ends. */
export async function lockAcknowledgement(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
): Promise<AcknowledgementRow> {
  const rows = await read<AcknowledgementRow>(
    await work.begin(),
    `select ${COLUMNS} from acknowledgement where community_id = $1 and id = $2 for update`,
    [communityId, id],
  );
  if (!rows[0]) throw new Error(`There is no acknowledgement ${id}`);
  return rows[0];
}

/** An acknowledgement as it stands now. */
export async function acknowledgementNow(
  db: EntityManager,
  { communityId, id }: TenantRef,
): Promise<AcknowledgementRow> {
  const [row] = await acknowledgementById.read(db, communityId, [id]);
  if (!row) throw new Error(`The acknowledgement ${id} is gone`);
  return row;
}
