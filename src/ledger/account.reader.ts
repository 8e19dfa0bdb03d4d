import type { EntityManager } from 'typeorm';
import { read } from '../kernel/read';

/** An account with its totals now; `balance` is on its normal side. */
export interface Account {
  readonly communityId: string;
  readonly id: string;
  readonly kind: string;
  readonly holderId: string;
  readonly about: string;
  readonly assetId: string;
  readonly normalSide: 1 | -1;
  readonly debits: bigint;
  readonly credits: bigint;
  readonly balance: bigint;
  readonly closedAt: Date | null;
}

const ACCOUNT = `community_id "communityId", id, kind, holder_id "holderId", about,
  asset_id "assetId", normal_side "normalSide", debits, credits, closed_at "closedAt"`;

/** All accounts of some holders: a pool's, a resident's, a store's. */
export async function accountsOfHolders(
  db: EntityManager,
  communityId: string,
  holderIds: readonly string[],
): Promise<Account[]> {
  const rows: RawAccount[] = await read(
    db,
    `select ${ACCOUNT} from ledger_account where community_id = $1 and holder_id = any ($2)`,
    [communityId, holderIds],
  );
  return rows.map(toAccount);
}

export async function accountsById(
  db: EntityManager,
  communityId: string,
  ids: readonly string[],
): Promise<Account[]> {
  const rows: RawAccount[] = await read(
    db,
    `select ${ACCOUNT} from ledger_account where community_id = $1 and id = any ($2)`,
    [communityId, ids],
  );
  return rows.map(toAccount);
}

type RawAccount = Omit<Account, 'debits' | 'credits' | 'balance'> &
  Record<'debits' | 'credits', string>;

function toAccount(row: RawAccount): Account {
  const debits = BigInt(row.debits);
  const credits = BigInt(row.credits);
  return { ...row, debits, credits, balance: (debits - credits) * BigInt(row.normalSide) };
}
