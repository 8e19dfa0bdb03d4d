import type { DataSource, EntityManager } from 'typeorm';
import { addMonths, dayOf } from '../kernel/calendar';
import type { WalletOnTheWay } from './carried-walk';
import { endingBefore, endingSchemes, walkCredits, type EndingScheme } from './credit-walk';
import { DAYS_AHEAD } from './expiring-credits.reader';
import { oldCredits } from './old-credits.reader';

/**
 * Tells residents thirty days before how many of their credits will end, once a day at most. People
 * have no address yet: the notice stands beside the wallet.
 */
export async function tellExpiry(
  source: DataSource,
  now: Date,
  isOver: () => boolean = () => false,
): Promise<void> {
  for (const ending of await endingSchemes(source, now)) {
    const until = endingBefore(ending, DAYS_AHEAD);
    await walkCredits(
      source,
      ending,
      { purpose: 'tell', until },
      (communityId, wallets) => tell(source.manager, ending, until, communityId, wallets),
      isOver,
    );
  }
}

async function tell(
  db: EntityManager,
  { scheme, today, timeZone, expiryMonths }: EndingScheme,
  until: Date,
  communityId: string,
  wallets: readonly WalletOnTheWay[],
): Promise<void> {
  const keys = wallets.map(({ accountId }) => `${accountId} ${until.toISOString()}`);
  const old = new Map((await oldCredits.read(db, communityId, keys)).map((row) => [row.key, row]));
  const told = wallets.flatMap(({ residentId }, i) => {
    const held = old.get(keys[i] ?? '');
    if (!held) return [];
    const endsOn = addMonths(dayOf(held.earnedAt, timeZone), expiryMonths);
    return [{ residentId, credits: held.credits, endsOn }];
  });
  if (told.length === 0) return;
  await db.query(
    `insert into expiry_notice
       (community_id, resident_id, scheme_id, told_on, credits, ends_on)
     select $1, told.resident_id, $2, $3, told.credits, told.ends_on
     from unnest($4::uuid[], $5::bigint[], $6::date[]) told (resident_id, credits, ends_on)
     on conflict do nothing`,
    [
      ...[communityId, scheme.id, today],
      told.map(({ residentId }) => residentId),
      told.map(({ credits }) => credits),
      told.map(({ endsOn }) => endsOn),
    ],
  );
}
