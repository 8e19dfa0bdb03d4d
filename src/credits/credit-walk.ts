import type { DataSource } from 'typeorm';
import { CITY } from '../api/context';
import { addDays, dayOf, startOf, type Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import { placeById } from '../society/place.reader';
import type { CreditWalkRow } from './credit-walk.entity';
import { schemeById, type CreditScheme } from './credit-scheme.reader';
import { lastDayEarned } from './expiring-credits.reader';
import { byBooks, walkCarried, type WalletOnTheWay } from './carried-walk';

/** So many entries are looked at together: what is done about them is one transaction per books. */
const PAGE = 500;

/** The rules by which credits come into a wallet; a test holds them against the textbook. */
export const BRINGS_CREDITS: readonly string[] = [
  'serviceCredited',
  'goodsGiftCredited',
  'courseCredited',
  'reversal',
];

/** Credits that come from another wallet keep their age, and are followed by it. */
export const CARRIES_CREDITS: readonly string[] = ['creditsTransferred'];

/** A scheme whose credits end, with the day that it is where it was opened. */
export interface EndingScheme {
  readonly scheme: CreditScheme;
  readonly expiryMonths: number;
  readonly timeZone: string;
  readonly today: Day;
}

/** Every scheme whose credits end some day. */
export async function endingSchemes(source: DataSource, now: Date): Promise<EndingScheme[]> {
  const { manager } = source;
  const ids = await read<{ id: string }>(
    manager,
    'select id from credit_scheme where expiry_months is not null order by id',
    [],
  );
  const keys = ids.map(({ id }) => id);
  const schemes = await schemeById.read(manager, CITY, keys);
  const placeIds = schemes.map(({ placeId }) => placeId);
  const places = await placeById.read(manager, CITY, placeIds);
  return schemes.flatMap((scheme) => {
    const { expiryMonths, placeId } = scheme;
    const timeZone = places.find(({ id }) => id === placeId)?.timeZone ?? 'utc';
    if (expiryMonths === null) return [];
    return [{ scheme, expiryMonths, timeZone, today: dayOf(now, timeZone) }];
  });
}

/** The moment before which all credits that came end so many days after today, or earlier. */
export function endingBefore(
  { today, expiryMonths, timeZone }: EndingScheme,
  daysAhead: number,
): Date {
  return startOf(addDays(lastDayEarned(today, expiryMonths, daysAhead), 1), timeZone);
}

/**
 * Follows what was recorded up to a moment, from where the walk came to last, and does something
 * about the wallets to which credits came. An act must be harmless when it is repeated: two
 * processes may walk side by side, and what was not noted as done is done again. Then it looks at
 * what came from other wallets and is as old. Returns when all is done, or when told that it is
 * over.
 */
export async function walkCredits(
  source: DataSource,
  { scheme }: EndingScheme,
  { purpose, until }: { purpose: CreditWalkRow['purpose']; until: Date },
  act: (communityId: string, wallets: readonly WalletOnTheWay[]) => Promise<void>,
  isOver: () => boolean,
): Promise<void> {
  await source.query(
    `insert into credit_walk (scheme_id, purpose, through_at, through_id)
     values ($1, $2, '-infinity', '00000000-0000-0000-0000-000000000000') on conflict do nothing`,
    [scheme.id, purpose],
  );
  while (!isOver()) {
    const page = await nextPage(source, scheme, purpose, until);
    for (const [communityId, wallets] of byBooks(page)) await act(communityId, wallets);
    const last = page.at(-1);
    await source.query(
      `update credit_walk set through_at = $3::timestamptz, through_id = $4
       where scheme_id = $1 and purpose = $2
         and (through_at, through_id) < ($3::timestamptz, $4::uuid)`,
      last
        ? [scheme.id, purpose, last.at, last.entryId]
        : [scheme.id, purpose, until, '00000000-0000-0000-0000-000000000000'],
    );
    if (!last) break;
  }
  await walkCarried(source, scheme, { purpose, until }, act, isOver);
}

interface Step {
  readonly at: string;
  readonly entryId: string;
  readonly communityId: string;
  /** Null where the entry brought no credits of the scheme. */
  readonly accountId: string | null;
  readonly residentId: string | null;
}

/** The page is cut before its legs are joined, so that none of an entry's wallets is left out. */
async function nextPage(
  source: DataSource,
  { asset }: CreditScheme,
  purpose: CreditWalkRow['purpose'],
  until: Date,
): Promise<Step[]> {
  return await read<Step>(
    source.manager,
    `-- every community: a scheme's credits end in all books at once
     select entry.recorded_at::text at, entry.id "entryId", entry.community_id "communityId",
       came.account_id "accountId", came.holder_id "residentId"
     from (
       select entry.community_id, entry.id, entry.recorded_at
       from credit_walk walk join ledger_entry entry
         on entry.recorded_at >= walk.through_at and entry.recorded_at < $3
         and (entry.recorded_at, entry.id) > (walk.through_at, walk.through_id)
       where walk.scheme_id = (select id from credit_scheme where asset_id = $1)
         and walk.purpose = $2 and entry.rule = any ($4)
       order by entry.recorded_at, entry.id limit $5
     ) entry
     left join lateral (
       select leg.account_id, account.holder_id from ledger_leg leg
       join ledger_account account
         on account.community_id = entry.community_id and account.id = leg.account_id
       where leg.community_id = entry.community_id and leg.entry_id = entry.id
         and leg.asset_id = $1 and leg.amount < 0 and account.kind = 'wallet'
     ) came on true
     order by entry.recorded_at, entry.id`,
    [asset.id, purpose, until, BRINGS_CREDITS, PAGE],
  );
}
