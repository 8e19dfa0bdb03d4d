import type { DataSource } from 'typeorm';
import { draft, record } from '../bookkeeping/record';
import { CREDITS } from '../bookkeeping/rules/credits';
import { SYSTEM } from '../kernel/actor';
import { amount } from '../kernel/amount';
import { ownRequest } from '../kernel/request';
import { inUnitOfWork, type UnitOfWork } from '../kernel/unit-of-work';
import type { WalletOnTheWay } from './carried-walk';
import { endingBefore, endingSchemes, walkCredits, type EndingScheme } from './credit-walk';
import { lockWallets, oldCredits } from './old-credits.reader';

/**
 * Takes what has come of age out of the wallets: credits end on the day so many months after the
 * one on which they came, as far as they have not been spent, the oldest being spent first. One
 * entry for each wallet and day. Several processes may do it at once.
 */
export async function expireCredits(
  source: DataSource,
  now: Date,
  isOver: () => boolean = () => false,
): Promise<void> {
  for (const ending of await endingSchemes(source, now)) {
    const until = endingBefore(ending, 0);
    await walkCredits(
      source,
      ending,
      { purpose: 'expire', until },
      (communityId, wallets) =>
        inUnitOfWork(
          source,
          SYSTEM,
          (work) => expire(work, ending, until, communityId, wallets),
          now,
        ),
      isOver,
    );
  }
}

/** What is old is read with the wallets locked: what is spent meanwhile must not end as well. */
async function expire(
  work: UnitOfWork,
  { scheme, today }: EndingScheme,
  until: Date,
  communityId: string,
  wallets: readonly WalletOnTheWay[],
): Promise<void> {
  const db = await work.begin();
  await lockWallets(work, communityId, wallets);
  const before = until.toISOString();
  const keys = wallets.map(({ accountId }) => `${accountId} ${before}`);
  const old = new Map((await oldCredits.read(db, communityId, keys)).map((row) => [row.key, row]));
  const drafts = wallets.flatMap(({ accountId, residentId }) => {
    const held = old.get(`${accountId} ${before}`);
    if (!held) return [];
    const credits = amount(scheme.asset, BigInt(held.credits));
    const request = ownRequest(`expiry/${scheme.id}/${residentId}/${today}`);
    const facts = { schemeId: scheme.id, residentId, on: today, cameBefore: before, credits };
    return [draft(CREDITS.creditsExpired, facts, { request, occurredAt: work.now })];
  });
  if (drafts.length > 0) await record(work, communityId, ...drafts);
}
