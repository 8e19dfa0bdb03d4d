import { STRANGER } from '../../src/kernel/actor';
import { addMonths, startOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { cancelMeeting } from '../../src/meetings/cancel-meeting';
import { changeMeeting } from '../../src/meetings/change-meeting';
import { MEETING_KINDS } from '../../src/meetings/meeting-kinds';
import { convenersOf } from '../../src/meetings/meeting.policy';
import { rejectMeetingAttendance } from '../../src/meetings/reject-meeting-attendance';
import { representOrganisation } from '../../src/meetings/represent-organisation';
import { witnessMeetingAttendance } from '../../src/meetings/witness-meeting-attendance';
import { moveOutResident } from '../../src/society/move-out-resident';
import { act } from '../motions/assembly';
import { addDays } from '../../src/kernel/calendar';
import { found, moveIn, run } from '../councils/chamber';
import {
  again,
  attend,
  close,
  convene,
  DAY,
  doing,
  faults,
  HOUR,
  into,
  listed,
  listId,
  meetingId,
  meetingOf,
  MINUTE,
  morning,
  newHall,
  refusal,
  START,
  TODAY,
  ZONE,
} from './hall';

/** Meetings are convened, attended and closed, by their commands at any moment. */

type Hall = Awaited<ReturnType<typeof newHall>>;
let hall: Hall;
beforeAll(async () => {
  hall = await newHall();
});
afterAll(async () => {
  expect(await faults(hall)).toEqual([]);
  await hall.database.drop();
});

const resident = (n: number) => hall.residents[n]!;

describe('notice', () => {
  test.each(Object.entries(MEETING_KINDS))('%s: its days, and not one less', async (name, kind) => {
    const more = { kind: name as keyof typeof MEETING_KINDS };
    const onDay = { ...more, startsAt: morning(kind.noticeDays) };
    const dayShort = { ...more, startsAt: new Date(onDay.startsAt.getTime() - 1) };
    expect(await refusal(convene(hall, dayShort))).toBe('NOTICE_TOO_SHORT startsAt');
    expect(await convene(hall, onDay)).toMatchObject({ kind: name, startsAt: onDay.startsAt });
  });

  test('a year ahead, and not one day more', async () => {
    const last = startOf(addDays(addMonths(TODAY, 12), 1), ZONE);
    expect(await refusal(convene(hall, { startsAt: last }))).toBe('MEETING_TOO_FAR startsAt');
    await convene(hall, { startsAt: new Date(last.getTime() - 1) });
  });

  test('a change of the moment asks for the notice again, of anything else not', async () => {
    const meeting = await convene(hall);
    const announced = { ...meetingOf(hall), meetingId: meetingId(meeting), reason: 'Rain' };
    const change = (more: object, ms: number) =>
      doing(
        hall,
        hall.world.home.cadre.actor,
        changeMeeting,
        { ...announced, ...more },
        into(meeting, ms),
      );
    expect((await change({ venue: 'The school' }, -MINUTE)).venue).toBe('The school');
    const sooner = { startsAt: new Date(meeting.startsAt.getTime() + 2 * DAY) };
    expect(await refusal(change(sooner, -MINUTE))).toBe('NOTICE_TOO_SHORT startsAt');
    expect(await refusal(change({}, 0))).toBe('MEETING_BEGUN meetingId');
    const later = { startsAt: new Date(meeting.startsAt.getTime() + 3 * DAY) };
    expect((await change(later, -MINUTE)).startsAt).toEqual(later.startsAt);
    expect((await again(hall, meeting)).startsAt).toEqual(later.startsAt);
  });
});

describe('who convenes', () => {
  test('follows from the table of layers', () => {
    expect(convenersOf('hearing', { kind: 'community' })).toEqual([
      ...['party_organisation', 'street_office', 'residents_committee'],
    ]);
    expect(convenersOf('forum', { kind: 'community' })).toContain('service_station');
    expect(convenersOf('forum', { kind: 'courtyard' })).toContain('self_organisation');
  });

  test('and members convene their council, and no other meeting', async () => {
    const [member] = hall.members;
    await convene(hall, { kind: 'council_meeting' }, member!.actor);
    await expect(convene(hall, { kind: 'forum' }, member!.actor)).rejects.toThrow('FORBIDDEN');
    await expect(convene(hall, {}, hall.world.other.cadre.actor)).rejects.toThrow('FORBIDDEN');
    await expect(convene(hall, {}, STRANGER)).rejects.toThrow('UNAUTHENTICATED');
  });

  test.each([
    ['COUNCIL_NEEDED councilId', { kind: 'council_meeting', councilId: null }],
    ['AGENDA_NEEDED agenda', { kind: 'hearing', agenda: ' ' }],
    ['LINK_UNREADABLE link', { link: 'http://meet.example.org/square' }],
    ['LINK_UNREADABLE link', { link: 'https://a:b@meet.example.org' }],
    ['MEETING_LENGTH durationMinutes', { durationMinutes: 14 }],
    ['MEETING_LENGTH durationMinutes', { durationMinutes: 481 }],
  ] as const)('%s', async (code, more) => {
    expect(await refusal(convene(hall, more))).toBe(code);
  });

  test('a council where it sits, while somebody sits in it', async () => {
    const empty = await found(hall, 'neighbourhood_council');
    const councilId = toGlobalId('Council', empty.communityId, empty.id);
    expect(await refusal(convene(hall, { councilId }))).toBe('COUNCIL_UNASKED councilId');
    const unseated = convene(hall, { kind: 'council_meeting', councilId });
    expect(await refusal(unseated)).toBe('COUNCIL_NOT_SITTING councilId');
    const placeId = hall.world.other.place.globalId;
    const elsewhere = convene(hall, { kind: 'council_meeting', placeId }, hall.world.officer.actor);
    expect(await refusal(elsewhere)).toBe('COUNCIL_ELSEWHERE councilId');
    const street = convene(hall, { placeId: hall.world.street.globalId }, hall.world.officer.actor);
    expect(await refusal(street)).toBe('MEETING_PLACE placeId');
  });
});

describe('who came', () => {
  test('signs in from the first moment to the last, and not outside', async () => {
    const meeting = await convene(hall);
    const { actor } = resident(0);
    expect(await refusal(attend(hall, meeting, actor, -1))).toBe('MEETING_NOT_BEGUN meetingId');
    expect(await refusal(attend(hall, meeting, actor, 2 * HOUR))).toBe('MEETING_OVER meetingId');
    const first = await attend(hall, meeting, actor, 0);
    expect(first.onlineAt).toEqual(meeting.startsAt);
    const repeated = await attend(hall, meeting, actor, 2 * HOUR - 1);
    expect(repeated.onlineAt).toEqual(meeting.startsAt);
    const elsewhere = hall.world.other.leader.actor;
    await expect(attend(hall, meeting, elsewhere)).rejects.toThrow('FORBIDDEN');
  });

  test('twice on line and in the room is one, and the witness is not the clerk', async () => {
    const meeting = await convene(hall);
    await attend(hall, meeting, resident(0).actor);
    await attend(hall, meeting, resident(0).actor, 2 * MINUTE);
    const both = [resident(0).residentId, resident(1).residentId];
    const list = await listed(hall, meeting, both);
    const asked = { listId: listId(list), people: 2 };
    const witness = (actor: typeof hall.world.officer.actor, people = 2) =>
      doing(hall, actor, witnessMeetingAttendance, { ...asked, people }, into(meeting, HOUR));
    expect(await refusal(close(hall, meeting))).toBe('LISTS_WAITING meetingId');
    expect(await refusal(witness(hall.world.home.cadre.actor))).toBe('SECOND_PERSON_NEEDED listId');
    expect(await refusal(witness(hall.world.officer.actor, 3))).toBe('HEADS_DIFFER people');
    await expect(witness(resident(2).actor)).rejects.toThrow('FORBIDDEN');
    expect(await witness(resident(1).actor)).toMatchObject({ state: 'witnessed' });
    expect(await refusal(witness(hall.world.officer.actor))).toBe('LIST_DECIDED listId');
    expect(await refusal(listed(hall, meeting, both))).toBe('LISTED_ALREADY residentIds.0');
    await close(hall, meeting);
    const [{ people }] = await hall.database.dataSource.query(
      'select sum(people)::integer people from meeting_people where meeting_id = $1',
      [meeting.id],
    );
    expect(people).toBe(2);
    expect(await refusal(attend(hall, meeting, resident(3).actor))).toBe(
      'MEETING_CLOSED meetingId',
    );
  });

  test('a list that is rejected leaves those who signed in on line, and is taken anew', async () => {
    const meeting = await convene(hall);
    await attend(hall, meeting, resident(0).actor);
    const both = [resident(0).residentId, resident(1).residentId];
    const list = await listed(hall, meeting, both);
    const cadre = hall.world.home.cadre.actor;
    const asked = { listId: listId(list), reason: 'One was counted twice' };
    await doing(hall, cadre, rejectMeetingAttendance, asked, into(meeting, HOUR));
    const rows = await hall.database.dataSource.query(
      'select list_id, online_at is not null online from meeting_attendance where meeting_id = $1',
      [meeting.id],
    );
    expect(rows).toEqual([{ list_id: null, online: true }]);
    await listed(hall, meeting, both);
  });

  test('who had moved away by then did not', async () => {
    const [moved] = await act(hall, await moveIn(hall, 1));
    await run(hall, (work) =>
      moveOutResident(work, { residentId: moved!.residentId, movedOut: TODAY }),
    );
    const meeting = await convene(hall);
    expect(await refusal(attend(hall, meeting, moved!.actor))).toBe('RESIDENT_GONE meetingId');
    expect(await refusal(listed(hall, meeting, [moved!.residentId]))).toBe(
      'RESIDENT_GONE residentIds.0',
    );
  });

  test('to a council come its members, to a liaison meeting organisations', async () => {
    const meeting = await convene(hall, { kind: 'council_meeting' });
    expect(await refusal(attend(hall, meeting, resident(0).actor))).toBe(
      'NOT_IN_COUNCIL meetingId',
    );
    await attend(hall, meeting, hall.members[0]!.actor);
    const liaison = await convene(hall, { kind: 'liaison' });
    expect(await refusal(attend(hall, liaison, resident(0).actor))).toBe(
      'NOT_FOR_RESIDENTS meetingId',
    );
    const { director, enterprise } = hall.world.home;
    const represent = (organisationId: string, ms = MINUTE, at = liaison) =>
      doing(
        hall,
        director.actor,
        representOrganisation,
        { meetingId: meetingId(at), organisationId },
        into(at, ms),
      );
    expect(await refusal(represent(enterprise.globalId, MINUTE, meeting))).toBe(
      'NOT_FOR_ORGANISATIONS meetingId',
    );
    await expect(represent(hall.world.home.team.globalId)).rejects.toThrow('FORBIDDEN');
    expect(await refusal(represent(enterprise.globalId, 2 * HOUR))).toBe('MEETING_OVER meetingId');
    await represent(enterprise.globalId);
    await represent(enterprise.globalId);
    await close(hall, liaison);
  });
});

describe('a meeting ends', () => {
  test('held once it has begun and somebody came', async () => {
    const meeting = await convene(hall);
    expect(await refusal(close(hall, meeting, -1))).toBe('MEETING_NOT_BEGUN meetingId');
    expect(await refusal(close(hall, meeting, 0))).toBe('NOBODY_CAME meetingId');
    await attend(hall, meeting, resident(0).actor, 0);
    await close(hall, meeting, 1);
    expect(await refusal(close(hall, meeting))).toBe('MEETING_CLOSED meetingId');
  });

  test('or cancelled, with a reason', async () => {
    const meeting = await convene(hall);
    const asked = { meetingId: meetingId(meeting), reason: 'A storm' };
    const cadre = hall.world.home.cadre.actor;
    await doing(hall, cadre, cancelMeeting, asked, START);
    expect(await refusal(doing(hall, cadre, cancelMeeting, asked, START))).toBe(
      'MEETING_CANCELLED meetingId',
    );
    expect(await refusal(attend(hall, meeting, resident(0).actor))).toBe(
      'MEETING_CANCELLED meetingId',
    );
  });

  test('fifteen sign in at once from two devices each, and each is counted once', async () => {
    const meeting = await convene(hall);
    const people = [...hall.residents.slice(0, 10), ...hall.members];
    await Promise.all(
      [...people, ...people].map(({ actor }) => attend(hall, meeting, actor, MINUTE)),
    );
    await Promise.allSettled([close(hall, meeting), close(hall, meeting)]);
    const [{ people: came }] = await hall.database.dataSource.query(
      'select sum(people)::integer people from meeting_people where meeting_id = $1',
      [meeting.id],
    );
    expect(came).toBe(people.length);
  });
});
