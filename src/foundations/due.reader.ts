import type { EntityManager } from 'typeorm';
import type { Asset } from '../kernel/amount';
import { accountsOfHolders, type Account } from '../ledger/account.reader';

/** What a foundation holds for one of another set of books, or that one for it. */
export interface DueRow {
  readonly side: DueSide;
  readonly booksId: string;
  readonly foundationId: string;
  readonly assetId: Asset['id'];
  readonly minor: bigint;
}

/** `owes`: it holds the other's money; `owed`: the other holds its money. */
export type DueSide = 'owes' | 'owed';

const SIDES: Record<string, DueSide> = { dueTo: 'owes', dueFrom: 'owed' };

/** What stands open between a foundation in a set of books and others elsewhere. */
export async function duesOf(
  db: EntityManager,
  communityId: string,
  foundationId: string,
): Promise<DueRow[]> {
  const accounts = await accountsOfHolders(db, communityId, [foundationId]);
  return accounts.flatMap((account) => toDue(account)).filter(({ minor }) => minor !== 0n);
}

function toDue({ kind, about, assetId, balance: minor }: Account): DueRow[] {
  const side = SIDES[kind];
  const [booksId, foundationId] = about.split('/');
  return side && booksId && foundationId ? [{ side, booksId, foundationId, assetId, minor }] : [];
}
