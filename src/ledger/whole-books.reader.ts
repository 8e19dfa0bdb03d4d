import type { EntityManager } from 'typeorm';
import type { Asset } from '../kernel/amount';
import type { Entry } from './entry.reader';

/** How many rows are held at a time, however many there are. */
const AT_ONCE = 500;

/** What an export says of an entry; its key, its facts and its actor stay in the house. */
export type EntryHead = Pick<Entry, 'id' | 'rule' | 'occurredAt' | 'recordedAt' | 'reversalOf'>;

/** A half-open stretch of recorded time; null: without a bound. */
export interface Stretch {
  readonly from: Date | null;
  readonly until: Date | null;
}

/** An account as it stands on the list of all accounts. */
export interface ListedAccount {
  readonly id: string;
  readonly kind: string;
  readonly holderId: string;
  readonly about: string;
  readonly assetId: string;
  /** Debits less credits, now. */
  readonly held: bigint;
}

/** The assets that the accounts of a set of books hold, by their codes. */
export async function assetsHeld(db: EntityManager, communityId: string): Promise<Asset[]> {
  return await db.query(
    `select id, code, kind, scale from asset
     where id in (select asset_id from ledger_account where community_id = $1)
     order by code`,
    [communityId],
  );
}

/** All entries of a stretch in the order in which they were recorded; asks for a transaction. */
export function entriesInOrder(
  db: EntityManager,
  communityId: string,
  { from, until }: Stretch,
): AsyncGenerator<EntryHead[]> {
  return byCursor(
    db,
    'entries_in_order',
    `select id, rule, occurred_at "occurredAt", recorded_at "recordedAt",
       reversal_of "reversalOf"
     from ledger_entry
     where community_id = $1 and recorded_at >= coalesce($2::timestamptz, '-infinity')
       and recorded_at < coalesce($3::timestamptz, 'infinity')
     order by recorded_at, id`,
    [communityId, from, until],
  );
}

/**
 * All accounts, those that differ in their asset alone next to each other; asks for a transaction.
 */
export async function* accountsInOrder(
  db: EntityManager,
  communityId: string,
): AsyncGenerator<ListedAccount[]> {
  const pages = byCursor<Omit<ListedAccount, 'held'> & { held: string }>(
    db,
    'accounts_in_order',
    `select id, kind, holder_id "holderId", about, asset_id "assetId", debits - credits as held
     from ledger_account where community_id = $1 order by kind, holder_id, about, asset_id`,
    [communityId],
  );
  for await (const page of pages) yield page.map((row) => ({ ...row, held: BigInt(row.held) }));
}

/** A cursor sorts on the database's disk, and we hold one page of it. */
async function* byCursor<Row>(
  db: EntityManager,
  name: string,
  text: string,
  values: readonly unknown[],
): AsyncGenerator<Row[]> {
  await db.query(`declare ${name} no scroll cursor for ${text}`, [...values]);
  for (;;) {
    const rows: Row[] = await db.query(`fetch ${AT_ONCE} from ${name}`);
    if (rows.length > 0) yield rows;
    if (rows.length < AT_ONCE) break;
  }
  await db.query(`close ${name}`);
}
