import { accountId } from '../../src/ledger/account-ref';
import type { Draft, Leg } from '../../src/ledger/draft';
import type { Asset } from '../../src/kernel/amount';
import type { AccountRef } from '../../src/ledger/account-ref';
import type { CityIds } from './city-ids';
import type { CityTables } from './city-tables';

interface Held {
  readonly id: string;
  readonly ref: AccountRef;
  readonly assetId: string;
  readonly openedAt: number;
  seq: number;
  debits: bigint;
  credits: bigint;
}

const keyOf = ({ kind, holderId, about }: AccountRef, assetId: string) =>
  `${kind}/${holderId}/${about}/${assetId}`;

const balanceOf = ({ ref, debits, credits }: Held) => (debits - credits) * BigInt(ref.normalSide);

/**
 * One set of books in memory: what `post_batch` does, for drafts that come in the order of time and
 * are never refused. Entries and legs are written as they are posted, accounts when all is posted.
 */
export class CityBooks {
  private readonly accounts = new Map<string, Held>();
  private recordedAt = 0;

  constructor(
    readonly communityId: string,
    private readonly ids: CityIds,
    private readonly tables: CityTables,
  ) {}

  /** Posts a draft, recorded at a moment or just behind the last one; answers the entry's id. */
  post(draft: Draft, at: number, actorId: string): string {
    const { communityId, tables } = this;
    this.recordedAt = Math.max(at, this.recordedAt + 0.001);
    const id = this.ids.at(this.recordedAt);
    const { rule, request, facts, occurredAt } = draft;
    const { key, fingerprint } = request;
    tables.ledger_entry.write(
      communityId,
      id,
      rule,
      key,
      fingerprint,
      JSON.stringify(facts),
      actorId,
      occurredAt.getTime(),
      this.recordedAt,
      null,
    );
    const touched = draft.legs.map((leg, i) => this.write(id, i + 1, leg));
    for (const held of touched)
      if (held.ref.floored && balanceOf(held) < 0n)
        throw new Error(`${rule} takes ${held.ref.kind} below zero`);
    return id;
  }

  /** What an account holds, on its normal side. */
  balance(ref: AccountRef, asset: Asset): bigint {
    const held = this.accounts.get(keyOf(ref, asset.id));
    return held ? balanceOf(held) : 0n;
  }

  /** How many legs an account has so far. */
  legs(ref: AccountRef, asset: Asset): number {
    return this.accounts.get(keyOf(ref, asset.id))?.seq ?? 0;
  }

  /** Writes the accounts as they stand at the end. */
  close(): void {
    for (const { id, ref, assetId, openedAt, seq, debits, credits } of this.accounts.values())
      this.tables.ledger_account.write(
        ...[this.communityId, id, ref.kind, ref.holderId, ref.about, assetId, ref.normalSide],
        ...[ref.floored, seq, debits, credits, openedAt, null],
      );
  }

  private write(entryId: string, n: number, leg: Leg): Held {
    const held = this.held(leg);
    held.seq += 1;
    if (leg.minor > 0n) held.debits += leg.minor;
    else held.credits -= leg.minor;
    this.tables.ledger_leg.write(
      this.communityId,
      held.id,
      held.seq,
      entryId,
      n,
      held.assetId,
      leg.minor,
      held.debits,
      held.credits,
      this.recordedAt,
    );
    return held;
  }

  private held({ account: ref, asset }: Leg): Held {
    const key = keyOf(ref, asset.id);
    const known = this.accounts.get(key);
    if (known) return known;
    const id = accountId(this.communityId, ref, asset.id);
    const openedAt = this.recordedAt;
    const held = { id, ref, assetId: asset.id, openedAt, seq: 0, debits: 0n, credits: 0n };
    this.accounts.set(key, held);
    return held;
  }
}
