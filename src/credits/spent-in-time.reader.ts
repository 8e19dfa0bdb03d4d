import { CITY } from '../api/context';
import { addMonths, dayOf, type Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { placeById } from '../society/place.reader';
import type { CreditScheme } from './credit-scheme.reader';
import { endingSoonBefore } from './expiring-credits.reader';
import { oldCredits } from './old-credits.reader';
import { walletAccountId } from './wallet.reader';

/** Credits of a wallet that end on a day, and how many of them would be spent before. */
export interface SpentInTime {
  /** The day on which they end. */
  readonly on: Day;
  /** Whole credits. */
  readonly credits: number;
  readonly spent: number;
}

/**
 * What of a wallet ends within thirty days, day by day, the oldest first, and how much of it so
 * many credits would spend: the oldest go first.
 */
export async function spentInTime(
  work: UnitOfWork,
  wallet: {
    readonly communityId: string;
    readonly residentId: string;
    readonly scheme: CreditScheme;
  },
  spent: number,
): Promise<SpentInTime[]> {
  const { communityId, residentId, scheme } = wallet;
  const { expiryMonths, placeId } = scheme;
  if (expiryMonths === null) return [];
  const { timeZone = 'utc' } = (await work.row(placeById, CITY, placeId)) ?? {};
  const accountId = walletAccountId(communityId, residentId, scheme);
  const before = endingSoonBefore(work.now, expiryMonths, timeZone).toISOString();
  const [old] = await oldCredits.read(work.db, communityId, [`${accountId} ${before}`]);
  if (!old) return [];
  const came = await read<{ cameAt: Date; credits: string }>(
    work.db,
    'select came_at "cameAt", credits from wallet_layers($1, $2, $3) order by came_at',
    [communityId, accountId, old.credits],
  );
  const byDay = new Map<Day, number>();
  for (const { cameAt, credits } of came) {
    const on = addMonths(dayOf(cameAt, timeZone), expiryMonths);
    byDay.set(on, (byDay.get(on) ?? 0) + Number(credits));
  }
  let left = spent;
  return [...byDay].map(([on, credits]) => {
    const taken = Math.min(credits, left);
    left -= taken;
    return { on, credits, spent: taken };
  });
}
