import type { Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { sameRequest, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { GrantSpendingRow } from './grant-spending.entity';

const SPENDING = `community_id "communityId", id, grant_id "grantId",
  organisation_id "organisationId", minor, purpose, spent_on "spentOn", state, key, fingerprint,
  recorded_by "recordedBy", recorded_at "recordedAt", decided_by "decidedBy",
  decided_at "decidedAt", decline_reason "declineReason", entry_id "entryId",
  reversed_by "reversedBy", reversed_at "reversedAt", reverse_reason "reverseReason"`;

export const spendingById: Batch<GrantSpendingRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${SPENDING} from grant_spending where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** Spendings of grants or of organisations (owners), the latest first. */
const spendingsOf = (column: 'grant_id' | 'organisation_id', and: string) => ({
  text: `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
    cross join lateral (
      select ${SPENDING} from grant_spending
      where community_id = $1 and grant_spending.${column} = owner.id
        and grant_spending.id < $3::uuid ${and}
      order by grant_spending.id desc limit $4
    ) listed order by owner.id, listed.id desc`,
});

const OF_GRANT = spendingsOf('grant_id', '');
const IN_BOOKS = spendingsOf('organisation_id', `and entry_id is not null`);

const keyset = ({ text }: { readonly text: string }): KeysetList<GrantSpendingRow> => ({
  read: (db, communityId, ownerIds, { after, limit }) =>
    read(db, text, [communityId, ownerIds, after?.[0] ?? LAST_ID, limit]),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
});

/** All that was said of a grant. */
export const spendingsOfGrant = keyset(OF_GRANT);

/** What of an organisation's stands in the books, or was taken back there. */
export const spendingsInBooks = keyset(IN_BOOKS);

export const SPENDING_PATH = ['spendingId'];

/** The spending that a command's input names, as it stands now; unknown: `ID_UNKNOWN`. */
export async function needSpending(work: UnitOfWork, globalId: string): Promise<GrantSpendingRow> {
  return await needRow(work, spendingById, {
    ...{ type: 'GrantSpending', globalId, path: SPENDING_PATH },
  });
}

/** Holds a spending until the work is done, as it stands now. */
export async function holdSpending(
  work: UnitOfWork,
  { communityId, id }: GrantSpendingRow,
): Promise<GrantSpendingRow> {
  const db = await work.begin();
  const [row] = await read<GrantSpendingRow>(
    db,
    `select ${SPENDING} from grant_spending where community_id = $1 and id = $2 for update`,
    [communityId, id],
  );
  if (!row) throw new Error(`There is no spending ${id}`);
  return row;
}

/** What an equal request has left before; another body under its key is refused: `KEY_REUSED`. */
export async function spentBefore(
  work: UnitOfWork,
  communityId: string,
  asked: Request,
): Promise<GrantSpendingRow | null> {
  const [row] = await read<GrantSpendingRow>(
    work.db,
    `select ${SPENDING} from grant_spending where community_id = $1 and key = $2`,
    [communityId, asked.key],
  );
  if (row) sameRequest(row.fingerprint, asked);
  return row ?? null;
}
