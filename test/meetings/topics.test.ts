import type { Actor } from '../../src/kernel/actor';
import { agreeAction } from '../../src/meetings/agree-action';
import { approveMinutes } from '../../src/meetings/approve-minutes';
import { backPitch } from '../../src/meetings/back-pitch';
import { finishAction } from '../../src/meetings/finish-action';
import type { MeetingRow } from '../../src/meetings/meeting.entity';
import { noteGroup } from '../../src/meetings/note-group';
import { noteTopicAsNeed } from '../../src/meetings/note-topic-as-need';
import { openGroup } from '../../src/meetings/open-group';
import { pitchProject } from '../../src/meetings/pitch-project';
import { proposeTopic } from '../../src/meetings/propose-topic';
import { turnTopicIntoMotion } from '../../src/meetings/turn-topic-into-motion';
import { withdrawTopic } from '../../src/meetings/withdraw-topic';
import { writeMinutes } from '../../src/meetings/write-minutes';
import { addDays } from '../../src/kernel/calendar';
import {
  actionId,
  attend,
  close,
  convene,
  doing,
  faults,
  groupId,
  HOUR,
  into,
  meetingId,
  MINUTE,
  minutesId,
  morning,
  newHall,
  pitchId,
  refusal,
  topicId,
  TODAY,
} from './hall';

/** What meetings talk of and what becomes of it, by the commands at any moment. */

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
const cadre = () => hall.world.home.cadre.actor;

const propose = (meeting: MeetingRow, actor: Actor, now: Date) =>
  doing(
    hall,
    actor,
    proposeTopic,
    { meetingId: meetingId(meeting), title: 'Shade', text: 'There is none.' },
    now,
  );

describe('topics', () => {
  test('of a forum are proposed until the day before', async () => {
    const forum = await convene(hall);
    const day = morning(7);
    expect(await refusal(propose(forum, resident(0).actor, day))).toBe('TOPICS_CLOSED meetingId');
    const last = new Date(day.getTime() - 1);
    expect(await propose(forum, resident(0).actor, last)).toMatchObject({ onTheDay: false });
    await expect(propose(forum, hall.world.other.leader.actor, last)).rejects.toThrow('FORBIDDEN');
  });

  test('of an open space until it ends, of a pitch fair never', async () => {
    const space = await convene(hall, { kind: 'open_space' });
    const ends = into(space, 2 * HOUR);
    expect(await refusal(propose(space, resident(0).actor, ends))).toBe('TOPICS_CLOSED meetingId');
    const last = new Date(ends.getTime() - 1);
    expect(await propose(space, resident(0).actor, last)).toMatchObject({ onTheDay: true });
    const fair = await convene(hall, { kind: 'pitch_fair' });
    const asked = propose(fair, cadre(), into(fair, -HOUR));
    expect(await refusal(asked)).toBe('TOPICS_NOT_TAKEN meetingId');
  });

  test('become a need, a motion, or are withdrawn: one of them, once', async () => {
    const forum = await convene(hall);
    const early = into(forum, -24 * HOUR);
    const [one, two, three] = [
      await propose(forum, resident(0).actor, early),
      await propose(forum, resident(1).actor, early),
      await propose(forum, resident(2).actor, early),
    ];
    const need = { topicId: topicId(one), need: 'Two trees' };
    expect(await refusal(doing(hall, cadre(), noteTopicAsNeed, need, early))).toBe(
      'MEETING_NOT_BEGUN topicId',
    );
    const now = into(forum, HOUR);
    await expect(doing(hall, resident(0).actor, noteTopicAsNeed, need, now)).rejects.toThrow(
      'FORBIDDEN',
    );
    expect(await doing(hall, cadre(), noteTopicAsNeed, need, now)).toMatchObject({
      ...{ became: 'need', note: 'Two trees' },
    });
    const gone = { topicId: topicId(one), reason: 'Again' };
    expect(await refusal(doing(hall, cadre(), withdrawTopic, gone, now))).toBe(
      'TOPIC_DECIDED topicId',
    );
    const tabled = { topicId: topicId(two), tabledAs: 'residents' as const };
    const motion = await doing(hall, resident(3).actor, turnTopicIntoMotion, tabled, now);
    expect(motion).toMatchObject({ became: 'motion', note: null });
    const asCadre = { ...tabled, tabledAs: 'self_governing' as const };
    expect(await refusal(doing(hall, cadre(), turnTopicIntoMotion, asCadre, now))).toBe(
      'TOPIC_DECIDED topicId',
    );
    const own = { topicId: topicId(three), reason: 'It was built meanwhile' };
    expect(await doing(hall, resident(2).actor, withdrawTopic, own, now)).toMatchObject({
      became: 'withdrawn',
    });
    const [{ tabled: motions }] = await hall.database.dataSource.query(
      'select count(*)::integer tabled from motion',
    );
    expect(motions).toBe(1);
  });
});

describe('an open space', () => {
  test('has a group for each topic, with notes and actions that are done once', async () => {
    const space = await convene(hall, { kind: 'open_space' });
    const now = into(space, HOUR);
    const topic = await propose(space, resident(0).actor, into(space, MINUTE));
    const asked = { topicId: topicId(topic), spot: 'By the window' };
    const opener = resident(0).actor;
    expect(await refusal(doing(hall, opener, openGroup, asked, into(space, -1)))).toBe(
      'MEETING_NOT_BEGUN topicId',
    );
    const group = await doing(hall, opener, openGroup, asked, now);
    expect(await refusal(doing(hall, cadre(), openGroup, asked, now))).toBe('GROUP_OPEN topicId');
    const notes = { groupId: groupId(group), people: 0, notes: 'Plant what gives shade.' };
    expect(await refusal(doing(hall, opener, noteGroup, notes, now))).toBe(
      'GROUP_PEOPLE_RANGE people',
    );
    await doing(hall, opener, noteGroup, { ...notes, people: 6 }, now);
    const agreed = {
      ...{ meetingId: meetingId(space), groupId: groupId(group), text: 'Ask for trees' },
      ...{ residentId: resident(1).residentId, dueOn: addDays(TODAY, 7) },
    };
    const agree = (more: object) => doing(hall, opener, agreeAction, { ...agreed, ...more }, now);
    const { globalId: organisationId } = hall.world.home.team;
    expect(await refusal(agree({ organisationId }))).toBe('DOER_NEEDED organisationId');
    expect(await refusal(agree({ residentId: null }))).toBe('DOER_NEEDED organisationId');
    expect(await refusal(agree({ dueOn: addDays(TODAY, 6) }))).toBe('DAY_PAST dueOn');
    const action = await agree({});
    const done = { actionId: actionId(action), note: 'They come in spring' };
    await expect(doing(hall, resident(2).actor, finishAction, done, now)).rejects.toThrow(
      'FORBIDDEN',
    );
    await doing(hall, resident(1).actor, finishAction, done, now);
    expect(await refusal(doing(hall, cadre(), finishAction, done, now))).toBe(
      'ACTION_DONE actionId',
    );
    const other = await convene(hall, { kind: 'open_space' });
    const elsewhere = { ...agreed, meetingId: meetingId(other) };
    expect(await refusal(doing(hall, cadre(), agreeAction, elsewhere, now))).toBe(
      'GROUP_ELSEWHERE groupId',
    );
    await attend(hall, space, opener);
    await close(hall, space);
    const late = { ...notes, people: 7 };
    expect(await refusal(doing(hall, opener, noteGroup, late, now))).toBe('MEETING_CLOSED groupId');
  });

  test('a forum has no groups', async () => {
    const forum = await convene(hall);
    const topic = await propose(forum, resident(0).actor, into(forum, -24 * HOUR));
    const asked = { topicId: topicId(topic), spot: 'By the door' };
    expect(await refusal(doing(hall, cadre(), openGroup, asked, into(forum, HOUR)))).toBe(
      'NO_GROUPS topicId',
    );
  });
});

describe('a pitch fair', () => {
  test('lets each household back a project once, whoever of it does', async () => {
    const fair = await convene(hall, { kind: 'pitch_fair' });
    const { team, leader } = hall.world.home;
    const project = {
      ...{ meetingId: meetingId(fair), organisationId: team.globalId },
      ...{ title: 'Repair days', text: 'Once a month.' },
    };
    await expect(doing(hall, resident(0).actor, pitchProject, project)).rejects.toThrow(
      'FORBIDDEN',
    );
    expect(
      await refusal(doing(hall, leader.actor, pitchProject, project, into(fair, 2 * HOUR))),
    ).toBe('MEETING_OVER meetingId');
    const pitch = await doing(hall, leader.actor, pitchProject, project);
    const asked = { pitchId: pitchId(pitch) };
    const back = (actor: Actor, ms = MINUTE) =>
      doing(hall, actor, backPitch, asked, into(fair, ms));
    expect(await refusal(back(resident(0).actor, -1))).toBe('MEETING_NOT_BEGUN pitchId');
    const people = [0, 1, 2, 0, 1, 2].map((n) => resident(n).actor);
    await Promise.all(people.map((actor) => back(actor)));
    expect((await back(resident(0).actor)).backers).toBe(3);
    const forum = await convene(hall);
    const wrong = { ...project, meetingId: meetingId(forum) };
    expect(await refusal(doing(hall, leader.actor, pitchProject, wrong))).toBe(
      'NO_PITCHES meetingId',
    );
  });
});

describe('minutes', () => {
  test('are approved by a second person, in their last version, once it is closed', async () => {
    const forum = await convene(hall);
    const now = into(forum, HOUR);
    const text = { meetingId: meetingId(forum), text: 'We talked of shade.' };
    const write = (actor: Actor, at = now) => doing(hall, actor, writeMinutes, text, at);
    const approve = (minutes: Parameters<typeof minutesId>[0], actor: Actor) =>
      doing(hall, actor, approveMinutes, { minutesId: minutesId(minutes) }, now);
    expect(await refusal(write(cadre(), into(forum, -1)))).toBe('MEETING_NOT_BEGUN meetingId');
    const first = await write(cadre());
    const officer = hall.world.officer.actor;
    expect(await refusal(approve(first, officer))).toBe('MEETING_NOT_CLOSED minutesId');
    await attend(hall, forum, resident(0).actor);
    await close(hall, forum);
    const second = await write(cadre());
    expect([first.version, second.version]).toEqual([1, 2]);
    expect(await refusal(approve(first, officer))).toBe('MINUTES_SUPERSEDED minutesId');
    expect(await refusal(approve(second, cadre()))).toBe('SECOND_PERSON_NEEDED minutesId');
    await expect(approve(second, resident(0).actor)).rejects.toThrow('FORBIDDEN');
    expect(await approve(second, officer)).toMatchObject({ version: 2 });
    expect(await refusal(approve(second, officer))).toBe('MINUTES_APPROVED minutesId');
  });
});
