import type { Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { kindOf } from './meeting-kinds';
import type { MeetingRow } from './meeting.entity';

/** Whether residents come to it, be it as members of its council. */
const forResidents = ({ kind }: MeetingRow) =>
  kindOf(kind).attendedBy.some((each) => each === 'residents' || each === 'members');

/**
 * Refuses residents who do not belong to a meeting on its day: where organisations meet
 * `NOT_FOR_RESIDENTS`; who had moved out `RESIDENT_GONE`, or is none here `ID_UNKNOWN`; who holds
 * no seat in the council that meets `NOT_IN_COUNCIL`.
 */
export async function refuseStrangers(
  work: UnitOfWork,
  meeting: MeetingRow,
  residentIds: readonly string[],
  day: Day,
  pathOf: (n: number) => string[],
): Promise<void> {
  if (!forResidents(meeting)) throw new Refusal('NOT_FOR_RESIDENTS', {}, ['meetingId']);
  const { communityId, councilId } = meeting;
  const rows = await read<{ id: string; lives: boolean; sits: boolean }>(
    work.db,
    `select resident.id,
       resident.moved_in <= $3 and (resident.moved_out is null or resident.moved_out > $3) lives,
       exists (select 1 from council_seat seat where seat.community_id = $1
         and seat.council_id = $4 and seat.resident_id = resident.id
         and seat.valid_from <= $3 and seat.valid_until > $3) sits
     from resident where resident.community_id = $1 and resident.id = any ($2)`,
    [communityId, residentIds, day, councilId],
  );
  residentIds.forEach((id, n) => {
    const found = rows.find((row) => row.id === id);
    if (!found) throw new Refusal('ID_UNKNOWN', { type: 'Resident' }, pathOf(n));
    if (!found.lives) throw new Refusal('RESIDENT_GONE', {}, pathOf(n));
    if (councilId !== null && !found.sits) throw new Refusal('NOT_IN_COUNCIL', {}, pathOf(n));
  });
}

/** Refuses organisations where residents meet: `NOT_FOR_ORGANISATIONS`. */
export function refuseOrganisations({ kind }: MeetingRow): void {
  if (!kindOf(kind).attendedBy.includes('organisations'))
    throw new Refusal('NOT_FOR_ORGANISATIONS', {}, ['meetingId']);
}
