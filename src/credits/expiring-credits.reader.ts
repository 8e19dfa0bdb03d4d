import type { Batch, Context } from '../api/context';
import { addDays, addMonths, dayOf, startOf, type Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import { place } from '../society/place.reader';
import type { Wallet } from './wallet.reader';

/** Credits that will end unless they are spent. */
export interface ExpiringCredits {
  /** Whole credits. */
  readonly credits: number;
  /** The day on which the first of them end. */
  readonly on: Day;
}

/** How many days ahead credits count as expiring soon. */
const DAYS_AHEAD = 30;

/**
 * What of a wallet ends within thirty days, the oldest credits being spent first; null where
 * nothing does. Credits age from the moment they were recorded. What should have ended already and
 * stands there still counts as well.
 */
export async function expiringSoon(
  context: Context,
  { communityId, accountId, scheme: { expiryMonths } }: Wallet,
): Promise<ExpiringCredits | null> {
  if (expiryMonths === null) return null;
  const { timeZone = 'utc' } = (await place(context, communityId)) ?? {};
  const lastDay = lastDayEarned(dayOf(context.now, timeZone), expiryMonths);
  const before = startOf(addDays(lastDay, 1), timeZone).toISOString();
  const old = await context.load(oldCredits, communityId, `${accountId} ${before}`);
  if (!old) return null;
  const on = addMonths(dayOf(old.earnedAt, timeZone), expiryMonths);
  return { credits: Number(old.credits), on };
}

/** The last day whose credits end at most thirty days after today. */
export function lastDayEarned(today: Day, expiryMonths: number): Day {
  const limit = addDays(today, DAYS_AHEAD);
  // Months differ in length: the day so many months earlier may not be the last that leads there.
  let day = addMonths(limit, -expiryMonths);
  while (addMonths(addDays(day, 1), expiryMonths) <= limit) day = addDays(day, 1);
  return day;
}

interface OldCredits {
  readonly key: string;
  readonly credits: string;
  /** When the oldest unspent ones were recorded. */
  readonly earnedAt: Date;
}

/**
 * Unspent credits recorded before a moment, by `account moment`. Spending takes the oldest first,
 * so what is left of them is all that had come in by then, less all that has gone out since ever.
 * Both the last line before the moment and the first unspent one are found by halving the account's
 * gapless sequence: some ten index lookups, however long the wallet's life.
 */
const oldCredits: Batch<OldCredits> = {
  read: (db, communityId, keys) => {
    const [accounts, moments] = [0, 1].map((n) => keys.map((key) => key.split(' ')[n]));
    return read(
      db,
      `with recursive wallet as (
         select account.id, account.seq, account.debits, asked.before, asked.key
         from unnest($2::text[], $3::uuid[], $4::timestamptz[]) asked (key, account_id, before)
         join ledger_account account
           on account.community_id = $1 and account.id = asked.account_id
       ), search as (
         select wallet.*, goal, 0::bigint as low, wallet.seq as high
         from wallet cross join (values ('old'), ('spent')) goals (goal)
         union all
         select search.id, search.seq, search.debits, search.before, search.key, search.goal,
           case when met then leg.seq else low end, case when met then high else leg.seq - 1 end
         from search
         join ledger_leg leg on leg.community_id = $1 and leg.account_id = search.id
           and leg.seq = (search.low + search.high + 1) / 2
         cross join lateral (select case search.goal
           when 'old' then leg.recorded_at < search.before
           else leg.credits <= search.debits end as met) test
         where search.low < search.high
       )
       select old.key, last.credits - old.debits as credits, first.recorded_at "earnedAt"
       from search old
       join search spent on spent.key = old.key and spent.goal = 'spent' and spent.low = spent.high
       join ledger_leg last
         on last.community_id = $1 and last.account_id = old.id and last.seq = old.low
       join ledger_leg first
         on first.community_id = $1 and first.account_id = old.id and first.seq = spent.low + 1
       where old.goal = 'old' and old.low = old.high and last.credits > old.debits`,
      [communityId, keys, accounts, moments],
    );
  },
  keyOf: ({ key }) => key,
};
