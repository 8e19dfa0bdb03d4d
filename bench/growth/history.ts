import { newId } from '../../src/kernel/id';
import { administer } from '../database/cluster';

/** A pool with so many gifts, and uses that each take what a number of gifts brought. */
export interface History {
  readonly books: string;
  readonly gifts: number;
  /** Gifts between one use and the next. */
  readonly between: number;
}

/** The pool's account, the bank's, and the one of what the uses were for. */
const POOL = '00000000-0000-7000-a000-000000000001';
const BANK = '00000000-0000-7000-a000-000000000002';
const SPENT = '00000000-0000-7000-a000-000000000003';
const MONEY = '00000000-0000-7000-a000-00000000000a';

export const LONG: History = { books: newId(), gifts: 1_000_000, between: 1000 };
export const SHORT: History = { books: newId(), gifts: 100, between: 10 };

/** A pool's account, and how many legs stand on it. */
export interface LongAccount {
  readonly books: string;
  readonly account: string;
  readonly legs: number;
}

/** The pool of a history: a leg for each of its entries. */
export function poolOf({ books, gifts, between }: History): LongAccount {
  return { books, account: POOL, legs: gifts + gifts / between };
}

/**
 * Pours a history into the tables with running totals exact, as posting it would have left them.
 * Amounts are random and gifts come ever faster over three years: nothing lies evenly, so that no
 * search can guess where something is.
 */
export async function pourHistory(adminUrl: string, history: History): Promise<void> {
  await administer(adminUrl, drawn(history));
  // Side by side, for there are two cores; what the triggers would check is checked at the end.
  await Promise.all(
    [entries(history), legs(history)].map((statements) =>
      administer(adminUrl, [`set session_replication_role = replica`, ...statements]),
    ),
  );
  await administer(adminUrl, [
    ...accounts(history),
    'drop schema bench_past cascade',
    'vacuum (analyze) ledger_entry, ledger_leg, ledger_account',
  ]);
}

/** The gifts and uses in an order of their own: what the rest is made from. */
function drawn({ gifts, between }: History): string[] {
  return [
    `set work_mem = '256MB'`,
    'create schema bench_past',
    'select setseed(0.5)',
    // A use stands behind the gifts of its block and takes all that came in since the last one:
    // `taken` is what all uses before a gift have taken.
    `create unlogged table bench_past.gift as
       select n, ${entryId('1', 'n')} as id,
         n + (n - 1) / ${between} as seq, (n - 1) / ${between} as block, amount,
         sum(amount) over (order by n)::bigint as total,
         (sum(amount) over (order by n) - sum(amount) over (
           partition by (n - 1) / ${between} order by n))::bigint as taken,
         ${moment(`(n::double precision / ${gifts})`)} as at
       from (select n, (1 + 200 * random() * random() * 100)::bigint as amount
         from generate_series(1, ${gifts}) n) drawn
       order by n`,
    `create unlogged table bench_past.use as
       select block + 1 as k, ${entryId('2', 'block + 1')} as id,
         sum(amount)::bigint as amount, max(total) as total,
         max(at) + interval '1 millisecond' as at
       from bench_past.gift group by block order by block`,
  ];
}

const entries = ({ books }: History) => [
  insertEntries(books, 'gift', 'n'),
  insertEntries(books, 'use', 'k'),
];

/** Quadratic: as much in the last third of the time as in the first two together, and more. */
const moment = (part: string) =>
  `timestamptz '2023-01-01 00:00:00Z' + sqrt(${part}) * interval '1000 days'`;

/** Ids lie in the order of time within a kind, as version 7 would. */
const entryId = (kind: string, n: string) =>
  `('019a0000-000${kind}-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

function insertEntries(books: string, from: string, n: string): string {
  return `insert into ledger_entry
      (community_id, id, rule, key, fingerprint, facts, occurred_at, recorded_at)
    select '${books}', id, 'bench', 'own/${from}/' || ${n}, '', '{}', at, at
    from bench_past.${from}`;
}

function legs({ books, between }: History): string[] {
  const insert = `insert into ledger_leg (community_id, account_id, seq, entry_id, n, asset_id,
      amount, debits, credits, recorded_at)`;
  return [
    `${insert}
     select '${books}'::uuid, '${POOL}'::uuid, seq, id, 2, '${MONEY}'::uuid, -amount,
       taken, total, at from bench_past.gift
     union all
     select '${books}', '${BANK}', n, id, 1, '${MONEY}', amount, total, 0, at
     from bench_past.gift`,
    `${insert}
     select '${books}'::uuid, '${POOL}'::uuid, k * ${between + 1}, id, 1, '${MONEY}'::uuid, amount,
       total, total, at from bench_past.use
     union all
     select '${books}', '${SPENT}', k, id, 2, '${MONEY}', -amount, 0, total, at
     from bench_past.use`,
  ];
}

function accounts({ books }: History): string[] {
  const of = (id: string, kind: string, side: 1 | -1) => `insert into ledger_account
      (community_id, id, kind, holder_id, about, asset_id, normal_side, floored, seq, debits,
        credits, opened_at)
    select '${books}', '${id}', '${kind}', '${id}', '', '${MONEY}', ${side}, ${side === -1},
      count(*), coalesce(sum(greatest(amount, 0)), 0), coalesce(sum(greatest(-amount, 0)), 0),
      min(recorded_at)
    from ledger_leg where community_id = '${books}' and account_id = '${id}'`;
  return [of(POOL, 'poolAvailable', -1), of(BANK, 'bank', 1), of(SPENT, 'poolSpent', -1)];
}
