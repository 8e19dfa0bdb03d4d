import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ResidentRow } from '../society/resident.entity';
import { WalletFreezeRow } from './wallet-freeze.entity';
import { lockFreeze } from './wallet-freeze.reader';

/**
 * Says with a reason that a frozen wallet may be used again (cadres and officers of the community;
 * never one's own). The freeze is kept.
 *
 * Refuses: `ID_UNKNOWN`, `OWN_WALLET`, `TEXT_LENGTH`, `WALLET_NOT_FROZEN`.
 */
export async function unfreezeWallet(
  work: UnitOfWork,
  input: { residentId: string; reason: string },
): Promise<ResidentRow> {
  const { resident, inForce, personId } = await lockFreeze(work, input.residentId);
  const unfreezeReason = readReason(input.reason, ['reason']);
  if (!inForce) throw new Refusal('WALLET_NOT_FROZEN', {}, ['residentId']);
  const { communityId, id } = inForce;
  const ended = { unfrozenBy: personId, unfrozenAt: work.now, unfreezeReason };
  await work.db.update(WalletFreezeRow, { communityId, id }, ended);
  return resident;
}
