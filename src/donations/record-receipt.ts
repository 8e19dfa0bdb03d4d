import { authorise, personOf } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import { readText } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { AcknowledgementRow } from './acknowledgement.entity';
import {
  acknowledgementNow,
  lockAcknowledgement,
  needAcknowledgement,
} from './acknowledgement.reader';
import { isFinance } from './donation.policy';

export interface RecordReceipt {
  readonly acknowledgementId: string;
  readonly code: string;
  readonly number: string;
  readonly checkCode: string;
}

/**
 * Records the receipt that the state's own system issued for an acknowledged gift (its code, number
 * and check code), once; the same again is the same (the foundation's treasurer or secretary).
 * Refuses: `ID_UNKNOWN`, `RECEIPT_RECORDED`, `TEXT_LENGTH`.
 */
export async function recordReceipt(
  work: UnitOfWork,
  input: RecordReceipt,
): Promise<AcknowledgementRow> {
  const named = await needAcknowledgement(work, input.acknowledgementId, ['acknowledgementId']);
  authorise(work.actor, isFinance(work.actor, named.foundationId));
  const receipt = {
    receiptCode: readText(input.code, 40, ['code']),
    receiptNumber: readText(input.number, 40, ['number']),
    receiptCheckCode: readText(input.checkCode, 40, ['checkCode']),
  };
  const row = await lockAcknowledgement(work, named);
  const same = Object.entries(receipt).every(
    ([name, value]) => row[name as keyof typeof receipt] === value,
  );
  if (same) return row;
  if (row.receiptNumber) throw new Refusal('RECEIPT_RECORDED', {}, ['acknowledgementId']);
  const { communityId, id } = row;
  const by = { receiptRecordedBy: personOf(work.actor), receiptRecordedAt: work.now };
  await work.db.update(AcknowledgementRow, { communityId, id }, { ...receipt, ...by });
  return await acknowledgementNow(work.db, row);
}
