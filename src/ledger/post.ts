import type { Asset } from '../kernel/amount';
import { derivedId, newId } from '../kernel/id';
import type { Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';

/** An account as a posting names it; the ledger opens it when it is new. */
export interface AccountRef {
  readonly kind: string;
  readonly holderId: string;
  readonly about: string;
  /** 1: grows by debits; -1: grows by credits. */
  readonly normalSide: 1 | -1;
  /** True: its balance may not go below zero. */
  readonly floored: boolean;
}

/** One line to post: a debit where `minor` is positive, a credit where it is negative. */
export interface Leg {
  readonly account: AccountRef;
  readonly asset: Asset;
  readonly minor: bigint;
}

/** One entry to post into a set of books. */
export interface Draft {
  readonly rule: string;
  readonly request: Request;
  readonly facts: unknown;
  readonly occurredAt: Date;
  readonly reversalOf: string | null;
  readonly legs: readonly Leg[];
}

/** What became of a draft. A refused one left no trace in the books. */
export type Outcome =
  | { readonly outcome: 'posted' | 'repeated'; readonly entryId: string }
  | { readonly outcome: 'key_reused' | 'reversed_before' }
  | { readonly outcome: 'closed'; readonly leg: Leg }
  | { readonly outcome: 'below_limit'; readonly leg: Leg; readonly available: bigint };

/** An account's id follows from what it is, so that nothing is looked up before posting. */
export function accountId(communityId: string, ref: AccountRef, assetId: string): string {
  return derivedId(communityId, `${ref.kind}/${ref.holderId}/${ref.about}/${assetId}`);
}

interface ResultRow {
  entry: number;
  outcome: Outcome['outcome'];
  entry_id: string;
  account: number | null;
  available: string | null;
}

const COLUMNS = 20;
const PARAMETERS = Array.from({ length: COLUMNS }, (_, i) => `$${i + 1}`).join(', ');
const STATEMENT = {
  name: 'post_batch',
  text: `select * from public.post_batch(${PARAMETERS})`,
};

/**
 * Posts drafts into one set of books, in one round trip: each accepted or refused by itself, or,
 * where they belong `together`, all of them or none. This and `post_batch` below it are the only
 * way anything enters the ledger; `bookkeeping/record.ts` is the only caller.
 */
export async function post(
  work: UnitOfWork,
  communityId: string,
  drafts: readonly Draft[],
  { together }: { readonly together: boolean } = { together: false },
): Promise<Outcome[]> {
  for (const draft of drafts) refuseImbalance(draft);
  const accounts = accountsOf(communityId, drafts);
  const legs = drafts.flatMap((draft, entry) =>
    draft.legs.map((leg) => ({ leg, entry: entry + 1 })),
  );
  const position = new Map(accounts.map((account, i) => [account.id, i + 1]));
  const idOf = (leg: Leg) => accountId(communityId, leg.account, leg.asset.id);
  const rows = await work.prepared<ResultRow>({
    ...STATEMENT,
    values: [
      communityId,
      together,
      accounts.map((each) => each.id),
      accounts.map((each) => each.leg.account.kind),
      accounts.map((each) => each.leg.account.holderId),
      accounts.map((each) => each.leg.account.about),
      accounts.map((each) => each.leg.asset.id),
      accounts.map((each) => each.leg.account.normalSide),
      accounts.map((each) => each.leg.account.floored),
      drafts.map(() => newId()),
      drafts.map((draft) => draft.rule),
      drafts.map((draft) => draft.request.key),
      drafts.map((draft) => draft.request.fingerprint),
      drafts.map((draft) => JSON.stringify(draft.facts)),
      drafts.map(() => work.actor.personId),
      drafts.map((draft) => draft.occurredAt),
      drafts.map((draft) => draft.reversalOf),
      legs.map((each) => each.entry),
      legs.map((each) => position.get(idOf(each.leg))),
      legs.map((each) => each.leg.minor.toString()),
    ],
  });
  return rows.map((row) => toOutcome(row, accounts));
}

interface NamedAccount {
  readonly id: string;
  readonly leg: Leg;
}

/** Every account of the drafts once, in the order in which they are locked. */
function accountsOf(communityId: string, drafts: readonly Draft[]): NamedAccount[] {
  const named = new Map<string, Leg>();
  for (const draft of drafts)
    for (const leg of draft.legs) named.set(accountId(communityId, leg.account, leg.asset.id), leg);
  return [...named].map(([id, leg]) => ({ id, leg })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function toOutcome(row: ResultRow, accounts: readonly NamedAccount[]): Outcome {
  const leg = row.account === null ? undefined : accounts[row.account - 1]?.leg;
  switch (row.outcome) {
    case 'posted':
    case 'repeated':
      return { outcome: row.outcome, entryId: row.entry_id };
    case 'key_reused':
    case 'reversed_before':
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

/** An imbalance is our own mistake, never the caller's: it stops before the database refuses it. */
function refuseImbalance(draft: Draft): void {
  const sums = new Map<string, bigint>();
  for (const leg of draft.legs) {
    if (leg.minor === 0n) throw new Error(`${draft.rule}: a leg of nothing`);
    sums.set(leg.asset.id, (sums.get(leg.asset.id) ?? 0n) + leg.minor);
  }
  if (draft.legs.length < 2 || [...sums.values()].some((sum) => sum !== 0n))
    throw new Error(`${draft.rule} does not balance`);
}
