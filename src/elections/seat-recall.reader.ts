import { CITY, type Batch } from '../api/context';
import { ID_PART, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { SeatRecallRow } from './seat-recall.entity';

const RECALL = `recall.community_id "communityId", recall.id, recall.seat_id "seatId",
  recall.ward_id "wardId", recall.ground, recall.needed, recall.state,
  recall.demanded_at "demandedAt", recall.gathers_until "gathersUntil",
  recall.ballot_id "ballotId", recall.ended_at "endedAt"`;

export const seatRecallById: Batch<SeatRecallRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${RECALL} from seat_recall recall
       where recall.community_id = $1 and recall.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** The demands about seats (owners), in the order in which they were made. */
export const recallsOfSeat: KeysetList<SeatRecallRow> = {
  read: (db, communityId, seatIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${RECALL} from seat_recall recall
         where recall.community_id = $1 and recall.seat_id = owner.id and recall.id > $3::uuid
         order by recall.id limit $4
       ) listed order by owner.id, listed.id`,
      [communityId, seatIds, after?.[0] ?? CITY, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** How many have signed demands, by demand. */
export const signaturesOf: Batch<{ recallId: string; signatures: number }> = {
  read: (db, communityId, recallIds) =>
    read(
      db,
      `select recall_id "recallId", count(*)::integer signatures from seat_recall_signature
       where community_id = $1 and recall_id = any ($2) group by recall_id`,
      [communityId, recallIds],
    ),
  keyOf: ({ recallId }) => recallId,
};

export const RECALL_PATH = ['recallId'];

/** The demand that a command's input names, as it stands now; unknown: `ID_UNKNOWN`. */
export async function needRecall(work: UnitOfWork, globalId: string): Promise<SeatRecallRow> {
  return await needRow(work, seatRecallById, { type: 'SeatRecall', globalId, path: RECALL_PATH });
}

/** Holds a demand that is not over until the work is done; one that is: `RECALL_ENDED`. */
export async function holdRecall(
  work: UnitOfWork,
  { communityId, id }: SeatRecallRow,
): Promise<SeatRecallRow> {
  const db = await work.begin();
  await read(
    db,
    'select 1 from seat_recall where community_id = $1 and id = $2 for no key update',
    [communityId, id],
  );
  const [row] = await seatRecallById.read(db, communityId, [id]);
  if (row?.endedAt !== null) throw new Refusal('RECALL_ENDED', {}, RECALL_PATH);
  return row;
}
