import type { Check } from '../ledger/verify';

/** What courses and the ledger must agree on, as `verify` checks it. */
export const COURSES_CHECKS: readonly Check[] = [
  {
    name: 'attendance',
    says: 'Whoever attended has what was confirmed, as long as it stands, and nobody else has any.',
    sql: `select coalesce(attended.community_id, entry.community_id) as community_id,
        attended.id, entry.key
      from (
        select * from course_attendance where confirmed_at is not null and credits is not null
      ) attended
      full join (
        select * from ledger_entry where rule = 'courseCredited'
      ) entry on entry.community_id = attended.community_id
        and entry.key = 'own/attendance/' || attended.id
      left join ledger_entry mirror on mirror.community_id = entry.community_id
        and mirror.reversal_of = entry.id
      where attended.id is null or entry.id is null
        or entry.facts->>'residentId' <> attended.resident_id::text
        or entry.facts->>'sessionId' <> attended.session_id::text
        or entry.facts->'credits'->>'minor' <> attended.credits::text
        or entry.actor_id = attended.recorded_by
        or (mirror.id is null) <> (attended.cancelled_at is null)`,
  },
  {
    name: 'course-seats',
    says: 'A course counts whoever is enrolled, and no session had more people than seats.',
    sql: `select course.community_id, course.id, course.enrolled, seats.taken, fullest.people
      from course
      left join lateral (
        select count(*) as taken from course_enrolment seat
        where seat.community_id = course.community_id and seat.course_id = course.id
          and seat.left_at is null
      ) seats on true
      left join lateral (
        select count(*) as people from course_attendance attended
        where attended.community_id = course.community_id and attended.course_id = course.id
          and attended.cancelled_at is null
        group by attended.session_id order by people desc limit 1
      ) fullest on true
      where course.enrolled <> seats.taken or fullest.people > course.capacity`,
  },
];
