import type { Check } from '../ledger/verify';

/** What meetings and those who came to them must agree on, as `verify` checks it. */
export const MEETING_CHECKS: readonly Check[] = [
  {
    name: 'meeting-people',
    says: 'Who came to a meeting is counted by age once it is closed, and nobody else is.',
    sql: `select meeting.community_id, meeting.id, counted.people, came.people as attended
      from meeting
      cross join lateral (select coalesce(sum(kept.people), 0) as people from meeting_people kept
        where kept.community_id = meeting.community_id and kept.meeting_id = meeting.id) counted
      cross join lateral (select count(*) as people from meeting_attendance attended
        where attended.community_id = meeting.community_id
          and attended.meeting_id = meeting.id) came
      where counted.people <> case when meeting.closed_at is null then 0 else came.people end`,
  },
  {
    name: 'meeting-year',
    says: 'A resident is counted once in a year, for as many closed meetings as they came to.',
    sql: `select coalesce(kept.community_id, came.community_id) as community_id,
        coalesce(kept.resident_id, came.resident_id) as resident_id, kept.meetings
      from meeting_year_resident kept full join (
        select attended.community_id, attended.resident_id,
          extract(year from meeting.starts_at at time zone place.time_zone)::integer as year,
          count(*) as meetings
        from meeting_attendance attended join meeting
          on meeting.community_id = attended.community_id and meeting.id = attended.meeting_id
        join place on place.id = meeting.place_id
        where meeting.closed_at is not null
        group by 1, 2, 3
      ) came on came.community_id = kept.community_id and came.resident_id = kept.resident_id
        and came.year = kept.year
      where kept.meetings is distinct from came.meetings`,
  },
  {
    name: 'meeting-newcomers',
    says: 'The months of a year add up to the residents who came to its meetings.',
    sql: `select coalesce(told.community_id, kept.community_id) as community_id,
        coalesce(told.month, kept.month) as month, coalesce(told.band, kept.band) as band
      from meeting_newcomers told full join (
        select community_id, first_month as month, band, count(*) as people
        from meeting_year_resident group by 1, 2, 3
      ) kept on kept.community_id = told.community_id and kept.month = told.month
        and kept.band = told.band
      where told.people is distinct from kept.people`,
  },
  {
    name: 'meeting-lists',
    says: 'As many stand on a list as its clerk wrote down, and of a closed meeting none waits.',
    sql: `select list.community_id, list.id, list.state, list.people
      from meeting_attendance_list list join meeting
        on meeting.community_id = list.community_id and meeting.id = list.meeting_id
      cross join lateral (select count(*) as people from meeting_attendance attended
        where attended.community_id = list.community_id and attended.list_id = list.id
          and attended.meeting_id = list.meeting_id) standing
      where standing.people <> case when list.state = 'rejected' then 0 else list.people end
        or (list.state = 'waiting' and meeting.closed_at is not null)`,
  },
  {
    name: 'meeting-members',
    says: 'Who came to a meeting of a council held a seat in it on that day.',
    sql: `select attended.community_id, attended.meeting_id, attended.resident_id
      from meeting_attendance attended join meeting
        on meeting.community_id = attended.community_id and meeting.id = attended.meeting_id
      join place on place.id = meeting.place_id
      where meeting.council_id is not null and not exists (
        select 1 from council_seat seat
        where seat.community_id = attended.community_id
          and seat.council_id = meeting.council_id
          and seat.resident_id = attended.resident_id
          and seat.valid_from <= (meeting.starts_at at time zone place.time_zone)::date
          and seat.valid_until >= (meeting.starts_at at time zone place.time_zone)::date)`,
  },
  {
    name: 'meeting-heard',
    says: 'A motion that was heard was so at a hearing of it, which was held, and residents came.',
    sql: `select motion.community_id, motion.id, motion.heard_at from motion
      where motion.heard_at is not null and not exists (
        select 1 from meeting join meeting_attendance attended
          on attended.community_id = meeting.community_id and attended.meeting_id = meeting.id
        where meeting.community_id = motion.community_id and meeting.motion_id = motion.id
          and meeting.closed_at is not null and meeting.starts_at = motion.heard_at)`,
  },
  {
    name: 'meeting-within',
    says: 'Groups work at topics of their own meeting, and actions are of its groups.',
    sql: `select formed.community_id, formed.id
      from meeting_group formed join meeting_topic topic
        on topic.community_id = formed.community_id and topic.id = formed.topic_id
      where topic.meeting_id <> formed.meeting_id
      union all
      select action.community_id, action.id
      from meeting_action action join meeting_group formed
        on formed.community_id = action.community_id and formed.id = action.group_id
      where formed.meeting_id <> action.meeting_id`,
  },
  {
    name: 'meeting-minutes',
    says: 'The versions of minutes follow each other, and none is approved before it is held.',
    sql: `select minutes.community_id, minutes.meeting_id
      from meeting_minutes minutes join meeting
        on meeting.community_id = minutes.community_id and meeting.id = minutes.meeting_id
      group by minutes.community_id, minutes.meeting_id, meeting.closed_at
      having max(minutes.version) <> count(*)
        or (meeting.closed_at is null and count(minutes.approved_at) > 0)`,
  },
  {
    name: 'meeting-backers',
    says: 'A project has as many backers as households that back it.',
    sql: `select pitch.community_id, pitch.id, pitch.backers, backed.households
      from meeting_pitch pitch cross join lateral (
        select count(*) as households from meeting_pitch_backer backer
        where backer.community_id = pitch.community_id and backer.pitch_id = pitch.id
      ) backed where pitch.backers <> backed.households`,
  },
];
