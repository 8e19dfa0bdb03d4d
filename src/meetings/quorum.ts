import type { Context, GroupBatch } from '../api/context';
import { membersToMeet } from '../councils/council-kinds';
import { councilAt, ruleAt, valuesOf } from '../councils/council-rule.reader';
import type { CouncilSeatRow } from '../councils/council-seat.entity';
import { termOn } from '../councils/council-seat.reader';
import { councilOn } from '../councils/members.reader';
import type { Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import { place } from '../society/place.reader';
import { dayOfMeeting } from './meeting-times';
import type { MeetingRow } from './meeting.entity';

type Present = CouncilSeatRow & { readonly key: string };

/** The key of a meeting on its day. */
const meetingOn = (meetingId: string, day: Day) => `${meetingId} ${day}`;

/** The seats of those who came to meetings of their council; keys are made by `meetingOn`. */
const membersPresent: GroupBatch<Present> = {
  many: true,
  read: (db, communityId, keys) => {
    const asked = keys.map((key) => key.split(' '));
    return read(
      db,
      `select asked.key, seat.community_id "communityId", seat.id, seat.council_id "councilId",
         seat.term_id "termId", seat.number, seat.resident_id "residentId",
         seat.group_id "groupId", seat.valid_from "validFrom", seat.valid_until "validUntil",
         seat.ended_because "endedBecause", seat.ended_by "endedBy", seat.ended_at "endedAt"
       from unnest($2::text[], $3::uuid[], $4::date[]) as asked (key, meeting_id, day)
       join meeting on meeting.community_id = $1 and meeting.id = asked.meeting_id
       join council_seat seat on seat.community_id = $1 and seat.council_id = meeting.council_id
         and seat.valid_from <= asked.day and seat.valid_until > asked.day
       join meeting_attendance attended on attended.community_id = $1
         and attended.meeting_id = meeting.id and attended.resident_id = seat.resident_id
       left join meeting_attendance_list list
         on list.community_id = $1 and list.id = attended.list_id
       where attended.online_at is not null or list.state = 'witnessed'
       order by asked.key, seat.number`,
      [communityId, keys, asked.map(([meetingId]) => meetingId), asked.map(([, day]) => day)],
    );
  },
  keyOf: ({ key }) => key,
};

/** Whether enough of a council's members came, by the rule of the moment at which it began. */
export async function quorumOf(context: Context, meeting: MeetingRow) {
  const { communityId, id, councilId, placeId, startsAt } = meeting;
  const at = councilId === null ? null : await place(context, placeId);
  if (councilId === null || !at) return null;
  const day = dayOfMeeting(meeting, at);
  const [term, rule, members] = await Promise.all([
    context.load(termOn, communityId, councilOn(councilId, day)),
    context.load(ruleAt, communityId, councilAt(councilId, startsAt)),
    context.loadMany(membersPresent, communityId, meetingOn(id, day)),
  ]);
  if (!term || !rule) return null;
  const needed = membersToMeet(valuesOf(rule), term.seats);
  const present = members.length;
  return { seats: term.seats, needed, present, isMet: present >= needed, members };
}
