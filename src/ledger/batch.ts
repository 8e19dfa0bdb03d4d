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

/** A call that posts, and how its answer is read. */
export interface Batch {
  readonly query: QueryConfig;
  readonly accountIds: readonly string[];
  /** The outcomes of the groups' entries, in their order. */
  read(rows: readonly Answer[]): Outcome[];
}

/** The moment at which all were recorded, or a word for each entry. */
export interface Answer {
  readonly said: string | readonly Said[];
}

interface Said {
  readonly outcome: Outcome['outcome'];
  readonly entryId: string;
  readonly account: number | null;
  readonly available: string | null;
  readonly recorded: string;
}

/** What is supposed is written at once; what is walked, entry by entry (see the migration). */
const SUPPOSED = statement('post_batch', 29);
const WALKED = statement('post_walked', 22);

function statement(name: string, parameters: number) {
  const places = Array.from({ length: parameters }, (_, i) => `$${i + 1}`);
  return { name, text: `select public.${name}(${places.join(', ')}) as said` };
}

export interface How {
  /** Walks the entries: a transaction must not be broken off, or a batch has failed before. */
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
  const walk = how.careful || mayMeet(groups);
  const asSupposed = (make: () => Buffer[]) => (walk ? [] : make());
  const values = [
    binary.uuidBytes(communityId),
    binary.uuids(fresh.map(({ id }) => id)),
    binary.texts(fresh.map(({ leg }) => leg.account.kind)),
    binary.uuids(fresh.map(({ leg }) => leg.account.holderId)),
    binary.texts(fresh.map(({ leg }) => leg.account.about)),
    binary.uuids(fresh.map(({ leg }) => leg.asset.id)),
    binary.int2s(fresh.map(({ leg }) => leg.account.normalSide)),
    binary.bools(fresh.map(({ leg }) => leg.account.floored)),
    binary.uuids(sorted.map(({ id }) => id)),
    ...asSupposed(() => int8sOf(sorted, ['legs', 'debits', 'credits', 'low'])),
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
    ...asSupposed(() => int8sOf(legs, ['seq', 'debits', 'credits'])),
  ];
  return {
    query: { ...(walk ? WALKED : SUPPOSED), values },
    accountIds: sorted.map(({ id }) => id),
    read: ([answer]) => read(answer, entries, sorted),
  };
}

const int8sOf = <N extends string>(rows: readonly Record<N, bigint>[], names: readonly N[]) =>
  names.map((name) => binary.int8s(rows.map((row) => row[name])));

/** Whether entries share a key, may reverse the same, or open (as groups do) what mostly stands. */
function mayMeet(groups: readonly Group[]): boolean {
  const entries = groups.flat();
  const keys = new Set(entries.map(({ request }) => request.key));
  if (keys.size < entries.length || groups.length < entries.length) return true;
  return entries.some(({ reversalOf }) => reversalOf !== null);
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
  answer: Answer | undefined,
  entries: readonly Entry[],
  accounts: readonly Moved[],
): Outcome[] {
  const said = answer?.said ?? [];
  if (typeof said === 'string') {
    const recordedAt = new Date(said);
    return entries.map(({ id }) => ({ outcome: 'posted', entryId: id, recordedAt }));
  }
  return entries.map((entry, i) => {
    const word = said[i];
    if (!word) throw new Error(`Nothing was said of entry ${i}`);
    return toOutcome(word, entry, accounts);
  });
}

function toOutcome(said: Said, entry: Entry, accounts: readonly Moved[]): Outcome {
  const leg = accounts[(said.account ?? 0) - 1]?.leg;
  const recordedAt = new Date(said.recorded);
  switch (said.outcome) {
    case 'posted':
      return { outcome: 'posted', entryId: entry.id, recordedAt };
    case 'repeated':
      // Its own id: it was posted when we asked before, and only the answer was lost.
      return {
        outcome: said.entryId === entry.id ? 'posted' : 'repeated',
        ...{ entryId: said.entryId, recordedAt },
      };
    case 'key_reused':
    case 'reversed_before':
    case 'withdrawn':
      return { outcome: said.outcome };
    case 'closed':
      if (leg) return { outcome: 'closed', leg };
      break;
    case 'below_limit':
      if (leg) return { outcome: 'below_limit', leg, available: BigInt(said.available ?? 0) };
      break;
  }
  throw new Error(`PostgreSQL said ${JSON.stringify(said)}`);
}
