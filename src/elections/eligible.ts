import { addMonths, type Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { VOTING_AGE } from '../ballots/freeze-roll';
import type { ElectionWardRow } from './election-ward.entity';

/** Whose ward it is, and on which day. */
export interface WardOn {
  readonly ward: Pick<ElectionWardRow, 'communityId' | 'placeId' | 'groupId'>;
  readonly day: Day;
}

/**
 * Who of some residents may vote and stand in a ward on a day, or (null) all who sit in its group:
 * whoever lives there and is not known to be under 18; of a group, who holds a seat in its council.
 */
export async function eligibleIn(
  work: UnitOfWork,
  { ward, day }: WardOn,
  residentIds: readonly string[] | null,
): Promise<string[]> {
  const rows = await read<{ id: string }>(
    work.db,
    `select resident.id from resident
     join household on household.community_id = $1 and household.id = resident.household_id
     left join place grid on grid.id = household.grid_id
     where resident.community_id = $1 and resident.moved_in <= $2
       and (resident.moved_out is null or resident.moved_out > $2)
       and (resident.birth_date is null or resident.birth_date <= $3)
       and ($4::uuid[] is null or resident.id = any ($4))
       and ($5::uuid is null or $5 = any (grid.lineage))
       and ($6::uuid is null or resident.id in (select seat.resident_id from council_seat seat
         where seat.community_id = $1 and seat.council_id = $6
           and seat.valid_from <= $2 and seat.valid_until > $2))
     order by resident.id`,
    [
      ...[ward.communityId, day, addMonths(day, -12 * VOTING_AGE), residentIds],
      ...[ward.placeId, ward.groupId],
    ],
  );
  return rows.map(({ id }) => id);
}

/** Whether a resident may vote and stand in a ward on a day. */
export async function isEligible(
  work: UnitOfWork,
  at: WardOn,
  residentId: string,
): Promise<boolean> {
  return (await eligibleIn(work, at, [residentId])).length > 0;
}
