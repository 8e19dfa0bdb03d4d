import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ResidentRow } from '../society/resident.entity';
import { WalletFreezeRow } from './wallet-freeze.entity';
import { lockFreeze } from './wallet-freeze.reader';

/**
 * Freezes a resident's wallet with a reason (cadres and officers of the community; never one's
 * own): it goes on earning, and the till takes nothing from it.
 *
 * Refuses: `ID_UNKNOWN`, `OWN_WALLET`, `TEXT_LENGTH`, `WALLET_FROZEN`.
 */
export async function freezeWallet(
  work: UnitOfWork,
  input: { residentId: string; reason: string },
): Promise<ResidentRow> {
  const { resident, inForce, personId } = await lockFreeze(work, input.residentId);
  const reason = readReason(input.reason, ['reason']);
  if (inForce) throw new Refusal('WALLET_FROZEN', {}, ['residentId']);
  await work.db.insert(WalletFreezeRow, {
    ...{ communityId: resident.communityId, id: newId(), residentId: resident.id, reason },
    ...{ frozenBy: personId, frozenAt: work.now },
    ...{ unfrozenBy: null, unfrozenAt: null, unfreezeReason: null },
  });
  return resident;
}
