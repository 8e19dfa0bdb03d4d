import type { EntityManager } from 'typeorm';
import { read } from '../kernel/read';

/** Pieces of a lot that went to another store, as far as is known what became of them. */
export interface SentOn {
  readonly lotId: string;
  readonly toCommunityId: string;
  /** The lot that they are there; null: none arrived, or none yet. */
  readonly toLotId: string | null;
  /** Pieces that left the lot for good, or for as long as they are on their way. */
  readonly left: number;
  readonly onTheWay: number;
  /** Pieces that were lost or spoiled on the way. */
  readonly lost: number;
  readonly sentIn: string;
  readonly lostIn: string | null;
}

/** Where lots' pieces went, with months in a time zone; what was called off never left. */
export async function sentOn(
  db: EntityManager,
  communityId: string,
  lotIds: readonly string[],
  zone: string,
): Promise<SentOn[]> {
  return await read<SentOn>(
    db,
    `select line.lot_id "lotId", transfer.to_community_id "toCommunityId",
       line.arrived_lot_id "toLotId",
       case when transfer.difference = 'left_behind' then coalesce(line.arrived, 0)
         else line.pieces end as left,
       case when transfer.state in ('sent', 'received')
         then line.pieces - coalesce(line.arrived, 0) else 0 end "onTheWay",
       case when transfer.difference in ('lost', 'damaged')
         then line.pieces - coalesce(line.arrived, 0) else 0 end as lost,
       to_char(transfer.sent_at at time zone $3, 'YYYY-MM') "sentIn",
       to_char(transfer.ended_at at time zone $3, 'YYYY-MM') "lostIn"
     from stock_transfer_line line
     join stock_transfer transfer
       on transfer.community_id = $1 and transfer.id = line.transfer_id
     where line.community_id = $1 and line.lot_id = any ($2) and transfer.state <> 'cancelled'
     order by line.lot_id, line.transfer_id`,
    [communityId, lotIds, zone],
  );
}
