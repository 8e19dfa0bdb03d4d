import { account } from '../bookkeeping/chart';
import type { TakenBack } from '../bookkeeping/rules/gifts';
import { fundOf } from '../bookkeeping/rules/gifts';
import { amount, type Asset } from '../kernel/amount';
import { currency } from '../kernel/currency';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { AccountRef } from '../ledger/account-ref';
import { accountId } from '../ledger/account-ref';
import { accountsById } from '../ledger/account.reader';
import { raiseTask } from '../payments/raise-task';
import { Refusal } from '../kernel/refusal';
import type { DonationRow } from './donation.entity';
import type { GiftPaymentRow } from './gift-payment.entity';

/** What others take from a pool between our reading and our posting may make us read again. */
const TRIES = 10;
const SHORT = ['POOL_SHORT', 'PROJECT_GIFTS_SHORT', 'MATCH_SHORT', 'ACCOUNT_CLOSED'];

/**
 * From where an amount of a payment goes back: what was only held, from suspense; a gift from the
 * project it was for, then from its pool, as far as those have any left; the rest the foundation
 * bears.
 */
export async function partsOf(
  work: UnitOfWork,
  donation: DonationRow,
  payment: GiftPaymentRow,
  minor: bigint,
): Promise<TakenBack[]> {
  const { communityId, poolId, grantId, foundationId } = donation;
  const asset = currency(payment.currency);
  if (payment.takenAs === 'held')
    return [{ from: { suspenseOf: communityId }, amount: amount(asset, minor) }];
  const parts: TakenBack[] = [];
  let left = minor;
  const take = (from: TakenBack['from'], available: bigint) => {
    const taken = available < left ? available : left;
    if (taken > 0n) parts.push({ from, amount: amount(asset, taken) });
    left -= taken > 0n ? taken : 0n;
  };
  if (grantId) {
    const project = { poolId, projectId: grantId };
    take(project, await balanceOf(work, communityId, fundOf(project), asset));
  }
  take({ poolId }, await balanceOf(work, communityId, account('poolAvailable', poolId), asset));
  take({ lossOf: foundationId }, left);
  return parts;
}

async function balanceOf(
  work: UnitOfWork,
  communityId: string,
  ref: AccountRef,
  asset: Asset,
): Promise<bigint> {
  const id = accountId(communityId, ref, asset.id);
  const [row] = await accountsById(work.db, communityId, [id]);
  return row && !row.closedAt ? row.balance : 0n;
}

/** Posts what is read again and again, until nobody has come between. */
export async function whileMoving<T>(post: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await post();
    } catch (error) {
      const moved = error instanceof Refusal && SHORT.includes(error.code);
      if (!moved || tries === TRIES) throw error;
    }
  }
}

/** Tells the foundation that it bears a part of what went back. */
export async function tellLoss(
  work: UnitOfWork,
  { communityId, foundationId, id }: DonationRow,
  objectId: string,
  parts: readonly TakenBack[],
): Promise<void> {
  const lost = parts.find(({ from }) => 'lossOf' in from);
  if (!lost) return;
  await raiseTask(work, {
    ...{ communityId, foundationId, kind: 'spent_before_taken_back', objectId, aboutId: id },
    note: `${lost.amount.minor} ${lost.amount.asset.code}`,
  });
}
