/**
 * A statement that keeps something of a block's entries: those of the books `$1` recorded in
 * `($2, $3]`, in the time zone `$4`; its own values follow.
 */
export interface Kept {
  readonly sql: string;
  readonly values: readonly (readonly unknown[])[];
  /** What it keeps something of: it is left out where a block has moved none. None named: all. */
  readonly of?: readonly Moved[];
}

/** A rule that moved a kind of account; `*`: whichever it is. */
export interface Moved {
  readonly rule: string;
  readonly kind: string;
}

/** Whether a statement has something to keep of what a block moved; a mirror is of any rule. */
export function isTouched({ of }: Kept, moved: readonly Moved[]): boolean {
  if (!of) return true;
  const same = (wanted: string, found: string) => wanted === '*' || wanted === found;
  return moved.some(({ rule, kind }) =>
    of.some((wanted) => same(wanted.kind, kind) && (rule === MIRROR || same(wanted.rule, rule))),
  );
}

/** The rule of entries that take others back. */
const MIRROR = 'reversal';

/** How a set of books' sealed entries are rolled up: the ledger is told from above. */
export interface Rolling {
  /** The time zones in which books count their months; those it does not know count in UTC. */
  zonesOf(communityIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The kinds of accounts that stand together, because there is one for each person. */
  readonly together: readonly string[];
  /** What else is kept of a block, in the transaction that seals it. */
  readonly keeps?: readonly Kept[];
}

/** Books that stand alone: months in UTC, each account by itself. */
export const ROLLED_PLAINLY: Rolling = {
  zonesOf: () => Promise.resolve(new Map()),
  together: [],
};

/** In place of an account's id where the accounts of a kind stand together. */
export const TOGETHER = '00000000-0000-0000-0000-000000000000';

/**
 * Adds what a block has sealed of the books `$1` to its months: entries recorded in `($2, $3]`, in
 * the time zone `$4`, the kinds `$5` together. Its bounds are parameters, so that it is planned for
 * this block: as a join it read all legs of the books for a block of ten entries. It
 * answers what moved.
 */
export const ROLL_UP = `with rolled as (
  insert into ledger_rollup
    (community_id, month, rule, kind, asset_id, account_id, legs, debits, credits)
  select $1, date_trunc('month', entry.occurred_at at time zone $4)::date, entry.rule, account.kind,
    leg.asset_id,
    case when account.kind = any ($5::text[]) then '${TOGETHER}'::uuid else leg.account_id end,
    count(*), sum(greatest(leg.amount, 0)), sum(greatest(-leg.amount, 0))
  from ledger_entry entry
  join ledger_leg leg on leg.community_id = $1 and leg.entry_id = entry.id
  join ledger_account account on account.community_id = $1 and account.id = leg.account_id
  where entry.community_id = $1
    and entry.recorded_at > $2::timestamptz and entry.recorded_at <= $3::timestamptz
  group by 2, 3, 4, 5, 6
  on conflict (community_id, month, rule, kind, asset_id, account_id) do update set
    legs = ledger_rollup.legs + excluded.legs,
    debits = ledger_rollup.debits + excluded.debits,
    credits = ledger_rollup.credits + excluded.credits
  returning rule, kind
  ) select distinct rule, kind from rolled`;
