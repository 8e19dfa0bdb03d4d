import { addMonths, dayOf } from '../kernel/calendar';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import type { CreditScheme } from './credit-scheme.reader';
import { endingBefore } from './credit-walk';
import { oldCredits } from './old-credits.reader';

/** Credits by the moment at which they were earned, to the microsecond. */
export interface Layer {
  readonly cameAt: string;
  readonly credits: string;
}

/** The oldest unspent credits of a wallet, so many of them, or all where there are fewer. */
export async function layersOf(
  work: UnitOfWork,
  communityId: string,
  accountId: string,
  credits: bigint,
): Promise<Layer[]> {
  return await read<Layer>(
    work.db,
    `select credits, to_char(came_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') "cameAt"
     from wallet_layers($1, $2, $3) order by came_at`,
    [communityId, accountId, credits.toString()],
  );
}

/**
 * What ends today or tomorrow is not handed on: it could be on its way while it ends. As the oldest
 * goes first, nothing else is before it has: `CREDITS_END_SOON` (facts `credits`, `on`).
 */
export async function refuseEnding(
  work: UnitOfWork,
  communityId: string,
  accountId: string,
  scheme: CreditScheme,
): Promise<void> {
  const { expiryMonths, placeId } = scheme;
  if (expiryMonths === null) return;
  const { timeZone } = await needPlace(work, placeId, []);
  const ending = { scheme, expiryMonths, timeZone, today: dayOf(work.now, timeZone) };
  const before = endingBefore(ending, 1).toISOString();
  const [held] = await oldCredits.read(work.db, communityId, [`${accountId} ${before}`]);
  if (!held) return;
  const on = addMonths(dayOf(held.earnedAt, timeZone), expiryMonths);
  throw new Refusal('CREDITS_END_SOON', { credits: held.credits, on }, ['credits']);
}

/** Keeps, beside the line of the receiver's wallet, when what it brought was earned. */
export async function keepCarried(
  work: UnitOfWork,
  communityId: string,
  carried: {
    readonly accountId: string;
    readonly entryId: string;
    readonly schemeId: string;
    readonly layers: readonly Layer[];
  },
): Promise<void> {
  const { accountId, entryId, schemeId, layers } = carried;
  await work.db.query(
    `insert into carried_credits
       (community_id, account_id, seq, came_at, credits, scheme_id, ended_at, told_at)
     select $1, $2, leg.seq, layer.came_at, layer.credits, $4, null, null
     from unnest($5::timestamptz[], $6::bigint[]) layer (came_at, credits)
     join ledger_leg leg
       on leg.community_id = $1 and leg.entry_id = $3 and leg.account_id = $2`,
    [
      ...[communityId, accountId, entryId, schemeId],
      layers.map(({ cameAt }) => cameAt),
      layers.map(({ credits }) => credits),
    ],
  );
}
