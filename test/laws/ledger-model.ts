/** Lines of one entry: positions in a list of accounts, and amounts that add up to zero. */
export interface ModelEntry {
  readonly key: string;
  /** What tells requests with the same key apart. */
  readonly body: string;
  readonly reversalOf: string | null;
  readonly legs: readonly { readonly account: number; readonly minor: bigint }[];
}

export interface ModelAccount {
  readonly normalSide: 1 | -1;
  readonly floored: boolean;
}

export type ModelOutcome =
  'posted' | 'repeated' | 'key_reused' | 'reversed_before' | 'below_limit' | 'withdrawn';

/**
 * The ledger in a few lines of memory: what `post_batch` does in SQL, as plainly as it can be said.
 * An entry is posted unless its key was used, its original was reversed before, or it would take an
 * account with a limit below zero that it draws from.
 */
export class ModelLedger {
  readonly balances: bigint[];
  readonly legs: number[];
  private bodies = new Map<string, string>();
  private reversed = new Set<string>();

  constructor(private readonly accounts: readonly ModelAccount[]) {
    this.balances = accounts.map(() => 0n);
    this.legs = accounts.map(() => 0);
  }

  /** All of them or none: the first one that is refused takes the others with it. */
  postTogether(entries: readonly ModelEntry[]): ModelOutcome[] {
    const before = [[...this.balances], [...this.legs]] as const;
    const [bodies, reversed] = [new Map(this.bodies), new Set(this.reversed)];
    const outcomes: ModelOutcome[] = [];
    for (const entry of entries) {
      const outcome = this.post(entry);
      outcomes.push(outcome);
      if (outcome === 'posted' || outcome === 'repeated') continue;
      this.balances.splice(0, Infinity, ...before[0]);
      this.legs.splice(0, Infinity, ...before[1]);
      [this.bodies, this.reversed] = [bodies, reversed];
      return entries.map((_, i) => (i === outcomes.length - 1 ? outcome : 'withdrawn'));
    }
    return outcomes;
  }

  post(entry: ModelEntry): ModelOutcome {
    const before = this.bodies.get(entry.key);
    if (before !== undefined) return before === entry.body ? 'repeated' : 'key_reused';
    if (entry.reversalOf && this.reversed.has(entry.reversalOf)) return 'reversed_before';
    const after = [...this.balances];
    for (const { account, minor } of entry.legs) after[account] = (after[account] ?? 0n) + minor;
    const overdrawn = entry.legs.some(({ account, minor }) => {
      const { normalSide, floored } = this.accounts[account] ?? { normalSide: 1, floored: false };
      const side = BigInt(normalSide);
      return floored && minor * side < 0n && (after[account] ?? 0n) * side < 0n;
    });
    if (overdrawn) return 'below_limit';
    after.forEach((balance, i) => (this.balances[i] = balance));
    for (const { account } of entry.legs) this.legs[account] = (this.legs[account] ?? 0) + 1;
    this.bodies.set(entry.key, entry.body);
    if (entry.reversalOf) this.reversed.add(entry.reversalOf);
    return 'posted';
  }
}
