import type { DataSource, QueryRunner } from 'typeorm';

/** Something that should not be so, with the rows that show it (at most ten). */
export interface Finding {
  readonly check: string;
  readonly says: string;
  readonly rows: readonly Record<string, unknown>[];
}

/**
 * A check is a sentence that should hold, and a query that finds the rows for which it does not.
 */
export interface Check {
  readonly name: string;
  readonly says: string;
  readonly sql: string;
  /** It is about no set of books in particular: its rows have no `community_id`. */
  readonly cityWide?: true;
}

/**
 * The ledger's own laws. Modules above add theirs (wallets against the scheme, stock against
 * lots).
 */
export const LEDGER_CHECKS: readonly Check[] = [
  {
    name: 'balanced',
    says: 'Every entry adds up to zero in every asset.',
    sql: `select community_id, entry_id, asset_id, sum(amount) as off from ledger_leg
      group by community_id, entry_id, asset_id having sum(amount) <> 0`,
  },
  {
    name: 'two-sided',
    says: 'Every entry has at least two legs.',
    sql: `select entry.community_id, entry.id, count(leg.n) as legs from ledger_entry entry
      left join ledger_leg leg
        on leg.community_id = entry.community_id and leg.entry_id = entry.id
      group by entry.community_id, entry.id having count(leg.n) < 2`,
  },
  {
    name: 'legs-belong',
    says: 'Every leg stands in an entry and on an account of its own set of books and asset.',
    sql: `select leg.community_id, leg.entry_id, leg.account_id, leg.seq from ledger_leg leg
      left join ledger_entry entry
        on entry.community_id = leg.community_id and entry.id = leg.entry_id
      left join ledger_account account
        on account.community_id = leg.community_id and account.id = leg.account_id
      where entry.id is null or account.id is null or account.asset_id <> leg.asset_id
        or entry.recorded_at <> leg.recorded_at`,
  },
  {
    name: 'places',
    says: 'The legs of an entry are numbered 1, 2, 3 … without gap or repeat.',
    sql: `select community_id, entry_id, count(*) as legs from ledger_leg
      group by community_id, entry_id
      having min(n) <> 1 or max(n) <> count(*) or count(distinct n) <> count(*)`,
  },
  {
    name: 'totals',
    says: 'Every account holds the sum of its legs.',
    sql: `select account.community_id, account.id, account.kind, account.debits, account.credits
      from ledger_account account
      left join (
        select community_id, account_id, count(*) as legs,
          coalesce(sum(amount) filter (where amount > 0), 0) as debits,
          coalesce(-sum(amount) filter (where amount < 0), 0) as credits
        from ledger_leg group by community_id, account_id
      ) summed on summed.community_id = account.community_id and summed.account_id = account.id
      where account.seq <> coalesce(summed.legs, 0)
        or account.debits <> coalesce(summed.debits, 0)
        or account.credits <> coalesce(summed.credits, 0)`,
  },
  {
    name: 'running-totals',
    says: 'Sequences have no gap, and each leg carries the totals of those before it.',
    sql: `select community_id, account_id, seq from (
        select community_id, account_id, seq, debits, credits,
          row_number() over line as expected,
          sum(greatest(amount, 0)) over line as total_debits,
          sum(greatest(-amount, 0)) over line as total_credits
        from ledger_leg
        window line as (partition by community_id, account_id order by seq)
      ) walked
      where seq <> expected or debits <> total_debits or credits <> total_credits`,
  },
  {
    name: 'within-limits',
    says: 'No limited account is, or ever was, below zero.',
    sql: `select leg.community_id, leg.account_id, leg.seq, leg.debits, leg.credits
      from ledger_leg leg
      join ledger_account account
        on account.community_id = leg.community_id and account.id = leg.account_id
      where account.floored and leg.amount * account.normal_side < 0
        and (leg.debits - leg.credits) * account.normal_side < 0
        and not exists (select 1 from ledger_leg later
          where later.community_id = leg.community_id and later.account_id = leg.account_id
            and later.entry_id = leg.entry_id and later.seq > leg.seq)`,
  },
  {
    name: 'reversals-mirror',
    says: 'A reversing entry mirrors its original, leg by leg.',
    sql: `select entry.community_id, entry.id, entry.reversal_of from ledger_entry entry
      where entry.reversal_of is not null and exists (
        select 1 from (
          select account_id, amount from ledger_leg
          where community_id = entry.community_id and entry_id = entry.id
          union all
          select account_id, amount from ledger_leg
          where community_id = entry.community_id and entry_id = entry.reversal_of
        ) both_sides group by account_id having sum(amount) <> 0)`,
  },
  {
    name: 'blocks',
    says: "Every block's hash is that of its entries and of the block before.",
    sql: `select block.community_id, block.number from ledger_block block
      left join ledger_block before
        on before.community_id = block.community_id and before.number = block.number - 1,
      lateral ledger_hash(block.community_id, block.after_at, block.until_at,
        block.previous_hash) again
      where again.hash <> block.hash or again.entries <> block.entries
        or block.previous_hash <> coalesce(before.hash, decode(repeat('00', 32), 'hex'))
        or (block.number > 1 and before.until_at is distinct from block.after_at)`,
  },
];

/** How many checks run side by side. */
const LANES = 2;

/**
 * What a check's session has: memory for sums over all legs, and no compiling for a statement that
 * runs once.
 */
const SESSION = ["set work_mem = '256MB'", 'set jit = off'];

/** Hears of each check that is done: what it found, or null, and how long it took. */
export type Heard = (check: Check, finding: Finding | null, tookMs: number) => void;

/**
 * Runs checks and returns what they found, in their order: nothing, when the books are right. Of
 * some sets of books alone, a city-wide check is left out, and finds ten rows in each of them.
 */
export async function runChecks(
  source: DataSource,
  all: readonly Check[],
  heard: Heard = () => undefined,
  booksIds?: readonly string[],
): Promise<Finding[]> {
  const checks = booksIds ? all.filter(({ cityWide }) => !cityWide) : all;
  const findings = new Map<Check, Finding>();
  const waiting = [...checks];
  const lane = async () => {
    const runner = source.createQueryRunner();
    try {
      for (const setting of SESSION) await runner.query(setting);
      for (let check = waiting.shift(); check; check = waiting.shift()) {
        const since = Date.now();
        const finding = await runCheck(runner, check, booksIds);
        if (finding) findings.set(check, finding);
        heard(check, finding, Date.now() - since);
      }
    } finally {
      await runner.query('reset all').catch(() => undefined);
      await runner.release();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return checks.flatMap((check) => findings.get(check) ?? []);
}

/**
 * The check is planned for all of its rows, as it has none when the books are right; planned for
 * the first ten it would walk index after index.
 */
async function runCheck(
  runner: QueryRunner,
  { name, says, sql }: Check,
  booksIds?: readonly string[],
): Promise<Finding | null> {
  const rows: Record<string, unknown>[] = booksIds
    ? await runner.query(ofBooks(sql), [booksIds])
    : await runner.query(`with found as materialized (${sql}) select * from found limit 10`);
  return rows.length > 0 ? { check: name, says, rows } : null;
}

/** The rows of some books, which the planner asks for as far down as it can; ten of each. */
const ofBooks = (sql: string) => `with found as materialized (
    select * from (${sql}) of_all where community_id = any ($1::uuid[])
  ), nth as (
    select found.*, row_number() over (partition by community_id) as nth_of_books from found
  ) select * from nth where nth_of_books <= 10`;
