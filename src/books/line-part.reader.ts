import { loadKeyset, SEQ_PART, type KeysetList } from '../api/keyset-list';
import type { Context } from '../api/context';
import type { Page, PageAsk } from '../kernel/page';
import {
  partsOf,
  stretchOf,
  uncovered,
  type Part,
  type Side,
  type Stretch,
} from '../ledger/follow.reader';
import type { PostedLeg } from '../ledger/leg.reader';
import { accountById } from './entry.reader';

/** Whether a line brought something into its account, or took something out of it. */
export type Way = 'brought' | 'took';

/**
 * The way of a line, where what goes out of its account must have come in before; null on an
 * account without a limit: credits issued come from nowhere.
 */
function wayOf({ amount, normalSide, floored }: PostedLeg): Way | null {
  if (!floored) return null;
  return amount * BigInt(normalSide) > 0n ? 'brought' : 'took';
}

const toKey = ({ accountId, side, start, end }: Stretch) => `${accountId} ${side} ${start} ${end}`;

function fromKey(key: string): Stretch {
  const [accountId = '', side, start = '', end = ''] = key.split(' ');
  return { accountId, side: side as Side, start: BigInt(start), end: BigInt(end) };
}

const partsOfLines: KeysetList<Part> = {
  parts: [SEQ_PART],
  keyOf: ({ seq }) => [seq.toString()],
  read: async (db, communityId, ownerIds, { after, limit }) => {
    const page = { after: after?.[0] ?? null, limit };
    const parts = await partsOf(db, communityId, ownerIds.map(fromKey), page);
    return ownerIds.flatMap((ownerId, i) => (parts[i] ?? []).map((part) => ({ ...part, ownerId })));
  },
};

/** The parts of a line that went the given way, batched with those of all other lines; or null. */
export async function partsOfLine(
  context: Context,
  line: PostedLeg,
  way: Way,
  ask: PageAsk,
): Promise<Page<Part> | null> {
  if (wayOf(line) !== way) return null;
  const owner = { communityId: line.communityId, ownerId: toKey(stretchOf(line)) };
  return await loadKeyset(context, partsOfLines, owner, ask);
}

/** How much of what a line brought nothing has taken yet; null on a line that brought nothing. */
export async function remainingOf(context: Context, line: PostedLeg): Promise<bigint | null> {
  if (wayOf(line) !== 'brought') return null;
  const stretch = stretchOf(line);
  const account = await context.load(accountById, line.communityId, line.accountId);
  const taken = (stretch.side === 'debits' ? account?.credits : account?.debits) ?? 0n;
  return uncovered(stretch, taken);
}
