import type { Batch } from '../api/context';
import { ID_PART, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PaperBoxRow } from './paper-box.entity';

const COLUMNS = `community_id "communityId", id, ballot_id "ballotId", place, state, counts, papers,
  marked, recorded_by "recordedBy", recorded_at "recordedAt", decided_by "decidedBy",
  decided_at "decidedAt", reject_reason "rejectReason"`;

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

export const paperBoxById: Batch<PaperBoxRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${COLUMNS} from ballot_paper_box where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

export const PAPER_BOX_PATH = ['paperBoxId'];

/** The box of papers that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needPaperBox(work: UnitOfWork, globalId: string): Promise<PaperBoxRow> {
  return await needRow(work, paperBoxById, { type: 'PaperBox', globalId, path: PAPER_BOX_PATH });
}

/** Holds a box of papers that still waits; decided: `BOX_DECIDED`. */
export async function holdPaperBox(
  work: UnitOfWork,
  { communityId, id }: PaperBoxRow,
): Promise<PaperBoxRow> {
  const db = await work.begin();
  const [row] = await read<PaperBoxRow>(
    db,
    `select ${COLUMNS} from ballot_paper_box
     where community_id = $1 and id = $2 for no key update`,
    [communityId, id],
  );
  if (row?.state !== 'waiting') throw new Refusal('BOX_DECIDED', {}, PAPER_BOX_PATH);
  return row;
}

/** The boxes of papers of ballots (owners), in the order in which they were recorded. */
export const paperBoxesOf: KeysetList<PaperBoxRow> = {
  read: (db, communityId, ballotIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${COLUMNS} from ballot_paper_box
         where community_id = $1 and ballot_id = owner.id and ballot_paper_box.id > $3::uuid
         order by ballot_paper_box.id limit $4
       ) listed order by owner.id, listed.id`,
      [communityId, ballotIds, after?.[0] ?? FIRST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};
