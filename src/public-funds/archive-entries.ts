import { chartLine } from '../bookkeeping/chart';
import { ruleSays } from '../bookkeeping/rules/chapters';
import { toDecimal } from '../kernel/amount';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { assetsById } from '../ledger/asset';
import { entriesById } from '../ledger/entry.reader';
import { legsOfEntries } from '../ledger/leg.reader';
import type { FundProjectRow } from './fund-project.entity';

/** What each account of a grant is called where a grant's entries are kept. */
const ABOUT_A_GRANT = ['grantCommitted', 'grantExpense', 'grantAccountedFor'];

/** The entries that the money of a project went by, as a textbook prints them. */
export async function entriesOfProject(
  work: UnitOfWork,
  { communityId, fundId, applicationId }: FundProjectRow,
): Promise<object[]> {
  if (applicationId === null) return [];
  const touched = await read<{ id: string }>(
    work.db,
    `select distinct leg.entry_id id from ledger_account held
     join ledger_leg leg on leg.community_id = $1 and leg.account_id = held.id
     where held.community_id = $1 and held.holder_id = $2 and held.about = $3
       and held.kind = any ($4)`,
    [communityId, fundId, applicationId, ABOUT_A_GRANT],
  );
  const ids = touched.map(({ id }) => id);
  const entries = await entriesById(work.db, communityId, ids);
  const legs = await legsOfEntries(work.db, communityId, ids);
  const assets = await assetsById(work.db, [...new Set(legs.map(({ assetId }) => assetId))]);
  return entries
    .sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime())
    .map(({ id, rule, occurredAt, recordedAt }) => ({
      ...{ id, rule, says: ruleSays(rule), occurredAt, recordedAt },
      legs: legs
        .filter(({ entryId }) => entryId === id)
        .flatMap(({ kind, amount, assetId }) =>
          assets
            .filter((asset) => asset.id === assetId)
            .map((asset) => ({
              account: chartLine(kind).title,
              side: amount > 0n ? 'debit' : 'credit',
              amount: toDecimal({ asset, minor: amount < 0n ? -amount : amount }),
              asset: asset.code,
            })),
        ),
    }));
}
