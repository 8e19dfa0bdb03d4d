import type { QueryConfig } from 'pg';
import * as binary from './binary';
import type { Entry, NamedLeg } from './draft';

/** Entries of one set of books that are posted all or none. */
export type Group = readonly Entry[];

/** What became of an entry. A refused one left no trace in the books. */
export type Outcome =
  | {
      readonly outcome: 'posted' | 'repeated';
      readonly entryId: string;
      readonly recordedAt: Date;
    }
  /** `withdrawn`: another entry of its group was refused. */
  | { readonly outcome: 'key_reused' | 'reversed_before' | 'withdrawn' }
  | { readonly outcome: 'closed'; readonly leg: NamedLeg }
  | { readonly outcome: 'below_limit'; readonly leg: NamedLeg; readonly available: bigint };

/** An account in a batch: where it is named first, and how it moves if all entries are accepted. */
interface Moved {
  readonly id: string;
  readonly leg: NamedLeg;
  position: number;
  legs: bigint;
  debits: bigint;
  credits: bigint;
  /** The lowest that any entry which draws from it leaves it at, from where the batch found it. */
  low: bigint;
}

/** A call of `post_batch`, and how its answer is read. */
export interface Batch {
  readonly query: QueryConfig;
  readonly accountIds: readonly string[];
  /** The outcomes of the groups' entries, in their order. */
  read(rows: readonly ResultRow[]): Outcome[];
}

export interface ResultRow {
  readonly entry: number | null;
  readonly outcome: Outcome['outcome'];
  readonly entry_id: string | null;
  readonly account: number | null;
  readonly available: string | null;
  readonly recorded: Date;
}

const PARAMETERS = Array.from({ length: 30 }, (_, i) => `$${i + 1}`).join(', ');
const STATEMENT = {
  name: 'post_batch',
  text: `select * from public.post_batch(${PARAMETERS})`,
};

export interface How {
  /** Walks the entries one by one: what was supposed of them has not held before. */
  readonly careful: boolean;
  /** Accounts of which we know that they are open need not be opened. */
  readonly isOpen: (accountId: string) => boolean;
}

/** Writes groups of entries of one set of books as one call (see the migration's own words). */
export function toBatch(communityId: string, groups: readonly Group[], how: How): Batch {
  const entries = groups.flat();
  const accounts = accountsOf(entries);
  const legs = move(entries, accounts);
  const sorted = [...accounts.values()];
  const fresh = sorted.filter(({ id }) => !how.isOpen(id));
  const values = [
    binary.uuidBytes(communityId),
    how.careful || mayMeet(entries),
    binary.uuids(fresh.map(({ id }) => id)),
    binary.texts(fresh.map(({ leg }) => leg.account.kind)),
    binary.uuids(fresh.map(({ leg }) => leg.account.holderId)),
    binary.texts(fresh.map(({ leg }) => leg.account.about)),
    binary.uuids(fresh.map(({ leg }) => leg.asset.id)),
    binary.int2s(fresh.map(({ leg }) => leg.account.normalSide)),
    binary.bools(fresh.map(({ leg }) => leg.account.floored)),
    binary.uuids(sorted.map(({ id }) => id)),
    binary.int8s(sorted.map((each) => each.legs)),
    binary.int8s(sorted.map(({ debits }) => debits)),
    binary.int8s(sorted.map(({ credits }) => credits)),
    binary.int8s(sorted.map(({ low }) => low)),
    binary.uuids(entries.map(({ id }) => id)),
    binary.int4s(groups.flatMap((group, i) => group.map(() => i))),
    binary.texts(entries.map(({ rule }) => rule)),
    binary.texts(entries.map(({ request }) => request.key)),
    binary.byteas(entries.map(({ request }) => request.fingerprint)),
    binary.jsonbs(entries.map(({ facts }) => facts)),
    binary.uuids(entries.map(({ actorId }) => actorId)),
    binary.moments(entries.map(({ occurredAt }) => occurredAt)),
    binary.uuids(entries.map(({ reversalOf }) => reversalOf)),
    binary.int4s(legs.map(({ entry }) => entry)),
    binary.int2s(legs.map(({ n }) => n)),
    binary.int4s(legs.map(({ account }) => account)),
    binary.int8s(legs.map(({ amount }) => amount)),
    binary.int8s(legs.map(({ seq }) => seq)),
    binary.int8s(legs.map(({ debits }) => debits)),
    binary.int8s(legs.map(({ credits }) => credits)),
  ];
  return {
    query: { ...STATEMENT, values },
    accountIds: sorted.map(({ id }) => id),
    read: (rows) => read(rows, entries, sorted),
  };
}

/** Whether entries share a key, or reverse something that another one may reverse. */
function mayMeet(entries: readonly Entry[]): boolean {
  const keys = new Set(entries.map(({ request }) => request.key));
  return keys.size < entries.length || entries.some(({ reversalOf }) => reversalOf !== null);
}

/** Every account of the entries once, in the order in which they are opened and locked. */
function accountsOf(entries: readonly Entry[]): Map<string, Moved> {
  const named = new Map<string, NamedLeg>();
  for (const { legs } of entries) for (const leg of legs) named.set(leg.accountId, leg);
  const ids = [...named.keys()].sort();
  return new Map(
    ids.map((id, i) => {
      const leg = named.get(id) as NamedLeg;
      const still = { legs: 0n, debits: 0n, credits: 0n, low: 0n };
      return [id, { id, leg, position: i + 1, ...still }];
    }),
  );
}

/** Moves the accounts as if every entry were accepted; each leg with its account's totals then. */
function move(entries: readonly Entry[], accounts: ReadonlyMap<string, Moved>) {
  return entries.flatMap((entry, i) => {
    const legs = entry.legs.map(({ accountId, minor }, n) => {
      const moved = accounts.get(accountId) as Moved;
      moved.legs += 1n;
      if (minor > 0n) moved.debits += minor;
      else moved.credits -= minor;
      const { position: account, legs: seq, debits, credits } = moved;
      return { entry: i + 1, n: n + 1, account, amount: minor, seq, debits, credits };
    });
    for (const { accountId, account, minor } of entry.legs) {
      if (minor > 0n === account.normalSide > 0) continue;
      const moved = accounts.get(accountId) as Moved;
      const balance = (moved.debits - moved.credits) * BigInt(account.normalSide);
      if (balance < moved.low) moved.low = balance;
    }
    return legs;
  });
}

function read(
  rows: readonly ResultRow[],
  entries: readonly Entry[],
  accounts: readonly Moved[],
): Outcome[] {
  const [first] = rows;
  if (first?.entry === null)
    return entries.map(({ id }) => ({
      outcome: 'posted',
      entryId: id,
      recordedAt: first.recorded,
    }));
  return entries.map((entry, i) => {
    const row = rows[i];
    if (!row) throw new Error(`post_batch said nothing of entry ${i}`);
    return toOutcome(row, entry, accounts);
  });
}

function toOutcome(row: ResultRow, entry: Entry, accounts: readonly Moved[]): Outcome {
  const leg = accounts[(row.account ?? 0) - 1]?.leg;
  switch (row.outcome) {
    case 'posted':
      return { outcome: 'posted', entryId: entry.id, recordedAt: row.recorded };
    case 'repeated':
      // Its own id: it was posted when we asked before, and only the answer was lost.
      return {
        outcome: row.entry_id === entry.id ? 'posted' : 'repeated',
        entryId: row.entry_id ?? entry.id,
        recordedAt: row.recorded,
      };
    case 'key_reused':
    case 'reversed_before':
    case 'withdrawn':
      return { outcome: row.outcome };
    case 'closed':
      if (leg) return { outcome: 'closed', leg };
      break;
    case 'below_limit':
      if (leg) return { outcome: 'below_limit', leg, available: BigInt(row.available ?? 0) };
      break;
  }
  throw new Error(`post_batch answered ${JSON.stringify(row)}`);
}
