import type { Asset } from '../kernel/amount';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { accountsById, type Account } from './account.reader';
import { accountId, type AccountRef } from './account-ref';

/**
 * Closes accounts under their row locks, and answers how they stand: nothing is posted to them from
 * here on (`ACCOUNT_CLOSED`), and nothing was while this looked. One that nobody used is opened
 * and closed, so that a posting on its way does not open it afresh. Whether what they hold lets
 * them be closed is for the caller to refuse; its unit of work then takes the closing back.
 */
export async function closeAccounts(
  work: UnitOfWork,
  communityId: string,
  accounts: readonly { readonly account: AccountRef; readonly asset: Asset }[],
): Promise<Account[]> {
  const db = await work.begin();
  const rows = accounts
    .map(({ account, asset }) => ({
      ...account,
      asset,
      id: accountId(communityId, account, asset.id),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const ids = rows.map(({ id }) => id);
  await db.query(
    `insert into ledger_account
       (community_id, id, kind, holder_id, about, asset_id, normal_side, floored, opened_at)
     select $1, new.id, new.kind, new.holder, new.about, new.asset, new.side, new.floored, $9
     from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::uuid[], $7::smallint[],
       $8::boolean[]) as new (id, kind, holder, about, asset, side, floored)
     order by new.id on conflict do nothing`,
    [
      communityId,
      ids,
      rows.map(({ kind }) => kind),
      rows.map(({ holderId }) => holderId),
      rows.map(({ about }) => about),
      rows.map(({ asset }) => asset.id),
      rows.map(({ normalSide }) => normalSide),
      rows.map(({ floored }) => floored),
      work.now,
    ],
  );
  // The order in which postings lock them.
  await db.query(
    `select 1 from ledger_account where community_id = $1 and id = any ($2)
     order by id for no key update`,
    [communityId, ids],
  );
  await db.query(
    `update ledger_account set closed_at = $3
     where community_id = $1 and id = any ($2) and closed_at is null`,
    [communityId, ids, work.now],
  );
  return await accountsById(db, communityId, ids);
}
