import type { AccountKind } from '../bookkeeping/chart';
import type { PostedLeg } from '../ledger/leg.reader';

/**
 * The kinds of accounts that everybody may see in an entry: money of pools, foundations and
 * enterprises. None of a person is among them, and a kind that is not named is not shown.
 */
const PUBLIC_KINDS: readonly AccountKind[] = [
  ...(['bank', 'dueTo', 'dueFrom', 'pledgeReceivable', 'pledgeDeferred'] as const),
  ...(['allotmentDue', 'allotmentDeferred', 'poolAvailable', 'grantCommitted'] as const),
  ...(['poolSpent', 'grantExpense', 'grantAccountedFor', 'goodsExpense'] as const),
  ...(['operatorOwed', 'projectGifts', 'processorPending', 'disputeHold', 'giftLoss'] as const),
  ...(['suspense', 'matchRoomGranted', 'matchRoom', 'matchDue', 'matchDeferred'] as const),
];

/** What an entry moved on one kind of account: debits above zero, credits below. */
export interface PublicLine {
  readonly kind: AccountKind;
  readonly minor: bigint;
}

const isPublic = (kind: string): kind is AccountKind => PUBLIC_KINDS.some((each) => each === kind);

/** The money of an entry's legs, kind by kind, whosever the accounts are; debits first. */
export function publicLines(legs: readonly PostedLeg[], assetId: string): PublicLine[] {
  const lines = new Map<string, PublicLine>();
  for (const { kind, amount, assetId: moved } of legs) {
    if (moved !== assetId || !isPublic(kind)) continue;
    const side = `${kind} ${amount > 0n ? 'debit' : 'credit'}`;
    lines.set(side, { kind, minor: (lines.get(side)?.minor ?? 0n) + amount });
  }
  const all = [...lines.values()];
  return [...all.filter(({ minor }) => minor > 0n), ...all.filter(({ minor }) => minor < 0n)];
}
