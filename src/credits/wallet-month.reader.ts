import { type Context, type GroupBatch } from '../api/context';
import { SEQ_PART, type KeysetList } from '../api/keyset-list';
import { monthPeriod, startOf } from '../kernel/calendar';
import { read } from '../kernel/read';
import { place } from '../society/place.reader';
import { moveOf, type WalletMove } from './wallet-move';
import type { Wallet, WalletLine } from './wallet.reader';

/** What a wallet held when a month began and ended, and what moved it. */
export interface WalletMonth {
  readonly wallet: Wallet;
  /** `2026-11`. */
  readonly month: string;
  readonly from: Date;
  readonly until: Date;
  readonly opening: bigint;
  readonly closing: bigint;
  /** Whole credits by what moved them, each with its sign. */
  readonly moved: ReadonlyMap<WalletMove, bigint>;
}

interface Sum {
  readonly key: string;
  readonly opening: string;
  readonly closing: string;
  /** Null where nothing moved. */
  readonly rule: string | null;
  readonly came: string;
  readonly went: string;
}

/** The wallet's lines of a month, from the last before it to its last; none are counted outside. */
const LINES_OF_MONTH = `
  wallet_line_before($1, account.id, asked.from_at, account.seq) as low,
  wallet_line_before($1, account.id, asked.until_at, account.seq) as high`;

/** What rules did to wallets in months, by `account from until`. */
const sumsOfMonth: GroupBatch<Sum> = {
  many: true,
  read: (db, communityId, keys) => {
    const asked = keys.map((key) => key.split(' '));
    return read(
      db,
      `with month as (
         select asked.key, account.id, ${LINES_OF_MONTH}
         from unnest($2::text[], $3::uuid[], $4::timestamptz[], $5::timestamptz[])
           asked (key, account_id, from_at, until_at)
         join ledger_account account
           on account.community_id = $1 and account.id = asked.account_id
       )
       select month.key, coalesce(opened.credits - opened.debits, 0) opening,
         coalesce(closed.credits - closed.debits, 0) closing, moved.rule,
         coalesce(moved.came, 0) came, coalesce(moved.went, 0) went
       from month
       left join ledger_leg opened on opened.community_id = $1
         and opened.account_id = month.id and opened.seq = month.low
       left join ledger_leg closed on closed.community_id = $1
         and closed.account_id = month.id and closed.seq = month.high
       left join lateral (
         select entry.rule, sum(-leg.amount) filter (where leg.amount < 0) came,
           sum(leg.amount) filter (where leg.amount > 0) went
         from ledger_leg leg
         join ledger_entry entry on entry.community_id = $1 and entry.id = leg.entry_id
         where leg.community_id = $1 and leg.account_id = month.id
           and leg.seq > month.low and leg.seq <= month.high
         group by entry.rule
       ) moved on true`,
      [communityId, keys, ...[0, 1, 2].map((part) => asked.map((words) => words[part]))],
    );
  },
  keyOf: ({ key }) => key,
};

/**
 * A wallet's month in the community's time, by when things were recorded. Refuses:
 * `MONTH_UNREADABLE`.
 */
export async function walletMonth(
  context: Context,
  wallet: Wallet,
  month: string,
): Promise<WalletMonth> {
  const { communityId, accountId } = wallet;
  const period = monthPeriod(month, ['month']);
  const { timeZone = 'utc' } = (await place(context, communityId)) ?? {};
  const [from, until] = [startOf(period.from, timeZone), startOf(period.until, timeZone)];
  const key = [accountId, from.toISOString(), until.toISOString()].join(' ');
  const sums = await context.loadMany(sumsOfMonth, communityId, key);
  const moved = new Map<WalletMove, bigint>();
  const add = (rule: string, credits: bigint) => {
    if (credits === 0n) return;
    const move = moveOf(rule, credits);
    moved.set(move, (moved.get(move) ?? 0n) + credits);
  };
  for (const { rule, came, went } of sums) {
    if (rule === null) continue;
    add(rule, BigInt(came));
    add(rule, -BigInt(went));
  }
  const [{ opening, closing } = { opening: '0', closing: '0' }] = sums;
  return {
    ...{ wallet, month, from, until, moved },
    ...{ opening: BigInt(opening), closing: BigInt(closing) },
  };
}

/** Wallets' lines of a month (`about`: from and until), the oldest first. */
export const linesOfMonth: KeysetList<WalletLine> = {
  read: (db, communityId, accountIds, { after, limit, about }) => {
    const [from, until] = about.split(' ');
    return read(
      db,
      `select month.id "ownerId", leg.seq, entry.rule, leg.amount, leg.debits, leg.credits,
         entry.occurred_at "occurredAt", entry.recorded_at "recordedAt"
       from (
         select account.id, ${LINES_OF_MONTH}
         from (select $3::timestamptz from_at, $4::timestamptz until_at) asked,
           unnest($2::uuid[]) owner (id)
         join ledger_account account on account.community_id = $1 and account.id = owner.id
       ) month
       cross join lateral (
         select entry_id, seq, amount, debits, credits from ledger_leg
         where community_id = $1 and account_id = month.id
           and seq > greatest(month.low, $5::bigint) and seq <= month.high
         order by seq limit $6
       ) leg
       join ledger_entry entry on entry.community_id = $1 and entry.id = leg.entry_id
       order by month.id, leg.seq`,
      [communityId, accountIds, from, until, after?.[0] ?? '0', limit],
    );
  },
  keyOf: ({ seq }) => [seq],
  parts: [SEQ_PART],
};
