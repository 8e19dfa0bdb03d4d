import type { Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { bandOn } from '../reports/figures';
import type { MeetingRow } from './meeting.entity';

/**
 * Adds up by age who came to a meeting that is closed, and whose first meeting of the year it was:
 * a resident is one, however many meetings they came to. One that is closed late counts in the
 * month in which it is closed, or the last of its year: what was told of a month stays.
 */
export async function countPeople(
  work: UnitOfWork,
  { communityId, id }: MeetingRow,
  day: Day,
  closedOn: Day,
): Promise<void> {
  const year = day.slice(0, 4);
  const month = closedOn.startsWith(year) ? closedOn.slice(0, 7) : `${year}-12`;
  await read(
    work.db,
    `with came as (
       select attended.resident_id, ${bandOn('resident.birth_date', '$4::date')} as band
       from meeting_attendance attended
       join resident on resident.community_id = $1 and resident.id = attended.resident_id
       where attended.community_id = $1 and attended.meeting_id = $2
     ), told as (
       insert into meeting_people (community_id, meeting_id, band, people)
       select $1, $2::uuid, came.band, count(*) from came group by came.band
     ), seen as (
       insert into meeting_year_resident
         (community_id, year, resident_id, band, first_month, meetings)
       select $1, $3::integer, came.resident_id, came.band, $5::date, 1 from came
       order by came.resident_id
       on conflict (community_id, year, resident_id)
       do update set meetings = meeting_year_resident.meetings + 1
       returning band, meetings
     )
     insert into meeting_newcomers (community_id, month, band, people)
     select $1, $5::date, seen.band, count(*) from seen where seen.meetings = 1
     group by seen.band order by seen.band
     on conflict (community_id, month, band)
     do update set people = meeting_newcomers.people + excluded.people`,
    [communityId, id, Number(year), day, `${month}-01`],
  );
}
