import type { Amount, Asset } from '../../kernel/amount';
import type { Day } from '../../kernel/calendar';
import type { EntryHead } from '../../ledger/whole-books.reader';
import type { AccountName } from './account-name';

/** What stands on one account: debits positive, credits negative. */
export interface Posting {
  readonly account: AccountName;
  readonly amount: Amount;
}

/** An entry as it is written down, on the days of the community's own time zone. */
export interface WrittenEntry extends Pick<EntryHead, 'id' | 'rule' | 'reversalOf'> {
  readonly occurredOn: Day;
  readonly recordedOn: Day;
  readonly postings: readonly Posting[];
}

/** One of the plain-text formats in which accountants keep books. */
export interface Dialect {
  /** The first lines: whose books they are, and how they are to be read. */
  heading(title: string, remarks: readonly string[]): string;
  /** Declares something the books hold. */
  commodity(asset: Asset, name: string | null): string;
  /** Declares an account. */
  account(name: AccountName): string;
  entry(entry: WrittenEntry): string;
  /** What accounts held when the stretch began, against one account for all of them. */
  opening(day: Day, postings: readonly Posting[]): string;
  /** Demands that accounts hold just so much at the beginning of a day after all entries. */
  closing(day: Day, postings: readonly Posting[]): string;
}

/** The other side of what the accounts held before: over all accounts it comes to nothing. */
export const OPENING: AccountName = { root: 'Equity', parts: ['Opening balances'] };

/** What the opening account has to take, so that each asset of the postings comes to zero. */
export function otherSide(postings: readonly Posting[]): Posting[] {
  const sums = new Map<string, Amount>();
  for (const { amount } of postings) {
    const { asset } = amount;
    const minor = (sums.get(asset.id)?.minor ?? 0n) - amount.minor;
    sums.set(asset.id, { asset, minor });
  }
  return [...sums.values()]
    .filter(({ minor }) => minor !== 0n)
    .map((amount) => ({ account: OPENING, amount }));
}
