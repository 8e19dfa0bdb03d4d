import { Client } from 'pg';

/** What a run expects to stand in one set of books: as many entries as were acknowledged. */
export interface Acknowledged {
  readonly books: string;
  /** Only entries of this rule are counted; null: all. */
  readonly rule: string | null;
  readonly entries: number;
}

interface Law {
  readonly says: string;
  /** Rows that break it; $1 is the list of the sets of books. */
  readonly sql: string;
}

/** A run that leaves one of these broken has shown nothing. */
const LAWS: readonly Law[] = [
  {
    says: 'Every entry adds up to zero in every asset.',
    sql: `select entry_id from ledger_leg where community_id = any ($1)
      group by community_id, entry_id, asset_id having sum(amount) <> 0`,
  },
  {
    says: 'Every account holds the sum of its legs.',
    sql: `select account.id from ledger_account account
      left join (
        select community_id, account_id, count(*) as legs,
          coalesce(sum(amount) filter (where amount > 0), 0) as debits,
          coalesce(-sum(amount) filter (where amount < 0), 0) as credits
        from ledger_leg where community_id = any ($1) group by community_id, account_id
      ) summed on summed.community_id = account.community_id and summed.account_id = account.id
      where account.community_id = any ($1)
        and (account.seq <> coalesce(summed.legs, 0)
          or account.debits <> coalesce(summed.debits, 0)
          or account.credits <> coalesce(summed.credits, 0))`,
  },
  {
    says: "Every account's sequence has no gap, and each leg carries the totals up to it.",
    sql: `select account_id, seq from (
        select account_id, seq, debits, credits, row_number() over line as expected,
          sum(greatest(amount, 0)) over line as total_debits,
          sum(greatest(-amount, 0)) over line as total_credits
        from ledger_leg where community_id = any ($1)
        window line as (partition by community_id, account_id order by seq)
      ) walked
      where seq <> expected or debits <> total_debits or credits <> total_credits`,
  },
  {
    says: 'Every leg stands in an entry, and every entry has two legs or more.',
    sql: `select coalesce(entry.id, legs.entry_id) as id
      from (select community_id, id from ledger_entry where community_id = any ($1)) entry
      full join (
        select community_id, entry_id, count(*) as many from ledger_leg
        where community_id = any ($1) group by community_id, entry_id
      ) legs on legs.community_id = entry.community_id and legs.entry_id = entry.id
      where entry.id is null or coalesce(legs.many, 0) < 2`,
  },
  {
    says: 'Every key stands once.',
    sql: `select key from ledger_entry where community_id = any ($1)
      group by community_id, key having count(*) > 1`,
  },
];

const STORED = `select count(*)::integer as many from ledger_entry
  where community_id = $1 and ($2::text is null or rule = $2)`;

/** Sentences for what is broken; none, when the run counts. */
export async function brokenLaws(
  url: string,
  books: readonly string[],
  acknowledged: readonly Acknowledged[],
): Promise<string[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    // The sorts are large, and nothing else runs by now.
    await client.query(`set work_mem = '256MB'`);
    const broken: string[] = [];
    for (const { says, sql } of LAWS) {
      const { rows } = await client.query(`select * from (${sql}) found limit 3`, [books]);
      if (rows.length > 0) broken.push(`Broken: ${says} (${JSON.stringify(rows)})`);
    }
    for (const { books: own, rule, entries } of acknowledged) {
      const { rows } = await client.query<{ many: number }>(STORED, [own, rule]);
      const stored = rows[0]?.many ?? 0;
      if (stored !== entries)
        broken.push(`${entries} entries were acknowledged in ${own}, and ${stored} stand there.`);
    }
    return broken;
  } finally {
    await client.end();
  }
}
