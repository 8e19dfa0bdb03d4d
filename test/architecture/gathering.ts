import {
  cadre,
  director,
  hoursAgo,
  leader,
  officer,
  storekeeper,
  today,
  type Life,
  type Step,
} from './step';

const member: Step['by'] = ({ members: [first] }) => first.actor;
const second: Step['by'] = ({ members: [, other] }) => other.actor;

/** Where and when: it was convened long ago, and has begun an hour ago. */
const announced = (life: Life) => ({
  ...{ agenda: 'What the square shall be', venue: 'The reading room' },
  ...{ startsAt: hoursAgo(life, 1), durationMinutes: 480 },
});

const convene = (name: string, kind: string, more: Step['input'] = () => ({})): Step => ({
  ...{ does: 'conveneMeeting', by: cadre, past: true },
  input: (get, life) => ({
    ...{ kind, placeId: get('home'), title: `Meeting of ${name}`, ...announced(life) },
    ...more(get, life),
  }),
  keeps: [name, 'meeting.id'],
});

const change: Step = {
  ...{ does: 'changeMeeting', by: cadre, past: true },
  input: (get, life) => ({
    ...{ meetingId: get('meeting'), ...announced(life), reason: 'The hall is painted.' },
  }),
};

const attend = (by: Step['by'], name = 'meeting'): Step => ({
  ...{ does: 'attendMeeting', by },
  input: (get) => ({ meetingId: get(name) }),
});

/** A list of one neighbour who sits in the room. */
const list = (n: number): Step => ({
  ...{ does: 'recordMeetingAttendance', by: cadre },
  input: (get, { world }) => ({
    meetingId: get('meeting'),
    residentIds: [world.home.households[4]!.residents[n]!.globalId],
  }),
  keeps: [`attendance list ${n}`, 'list.id'],
});

const witness = (n: number): Step => ({
  ...{ does: 'witnessMeetingAttendance', by: officer },
  input: (get) => ({ listId: get(`attendance list ${n}`), people: 1 }),
});

const topic = (name: string): Step => ({
  ...{ does: 'proposeTopic', by: leader },
  input: (get) => ({ meetingId: get('meeting'), title: name, text: 'There is none.' }),
  keeps: [name, 'topic.id'],
});

const group = (name: string, topicName: string): Step => ({
  ...{ does: 'openGroup', by: leader },
  input: (get) => ({ topicId: get(topicName), spot: 'By the window' }),
  keeps: [name, 'group.id'],
});

const action = (name: string): Step => ({
  ...{ does: 'agreeAction', by: leader },
  input: (get, life) => ({
    ...{ meetingId: get('meeting'), groupId: get('meeting group'), text: 'Ask for trees' },
    ...{ organisationId: get('team'), dueOn: today(life, 10) },
  }),
  keeps: [name, 'action.id'],
});

const represent = (by: Step['by'], organisation: string): Step => ({
  ...{ does: 'representOrganisation', by },
  input: (get) => ({ meetingId: get('fair'), organisationId: get(organisation) }),
});

const pitch = (by: Step['by'], organisation: string, name: string): Step => ({
  ...{ does: 'pitchProject', by },
  input: (get) => ({
    ...{ meetingId: get('fair'), organisationId: get(organisation), title: name },
    text: 'Once a month.',
  }),
  keeps: [name, 'pitch.id'],
});

const write = (name: string): Step => ({
  ...{ does: 'writeMinutes', by: cadre },
  input: (get) => ({ meetingId: get('meeting'), text: `We talked of shade: ${name}.` }),
  keeps: [name, 'minutes.id'],
});

const approve = (name: string): Step => ({
  ...{ does: 'approveMinutes', by: officer },
  input: (get) => ({ minutesId: get(name) }),
});

/** What topics become: groups work at three of them first. */
const TOPICS: Step[] = [
  ...['shade', 'benches', 'a tap'].flatMap((name) => [topic(name)]),
  group('meeting group', 'shade'),
  group('second meeting group', 'benches'),
  group('third meeting group', 'a tap'),
  {
    ...{ does: 'noteGroup', by: leader },
    input: (get) => ({ groupId: get('meeting group'), people: 6, notes: 'Plant trees.' }),
  },
  ...['meeting action', 'second action', 'third action'].map(action),
  {
    ...{ does: 'finishAction', by: leader },
    input: (get) => ({ actionId: get('meeting action'), note: 'They come in spring.' }),
  },
  {
    ...{ does: 'turnTopicIntoMotion', by: cadre },
    input: (get) => ({ topicId: get('shade'), tabledAs: 'SELF_GOVERNING' }),
  },
  {
    ...{ does: 'noteTopicAsNeed', by: cadre },
    input: (get) => ({ topicId: get('a tap'), need: 'Water for those who play there.' }),
  },
  {
    ...{ does: 'withdrawTopic', by: leader },
    input: (get) => ({ topicId: get('benches'), reason: 'They were given.' }),
  },
];

const FAIR: Step[] = [
  convene('fair', 'PITCH_FAIR'),
  represent(leader, 'team'),
  represent(director, 'enterprise'),
  represent(storekeeper, 'operator'),
  pitch(leader, 'team', 'repair days'),
  pitch(leader, 'team', 'haircuts'),
  pitch(director, 'enterprise', 'noodles for all'),
  { does: 'backPitch', by: member, input: (get) => ({ pitchId: get('repair days') }) },
];

/** A community meets, in a life. */
export const MEETINGS: Step[] = [
  convene('meeting', 'OPEN_SPACE'),
  ...[change, change, change],
  convene('short-lived meeting', 'FORUM'),
  {
    ...{ does: 'cancelMeeting', by: cadre },
    input: (get) => ({ meetingId: get('short-lived meeting'), reason: 'A storm.' }),
  },
  ...[member, second, leader].map((by) => attend(by)),
  ...[list(0), list(1), list(2), witness(0), witness(1)],
  {
    ...{ does: 'rejectMeetingAttendance', by: cadre },
    input: (get) => ({ listId: get('attendance list 2'), reason: 'She had left.' }),
  },
  ...TOPICS,
  ...FAIR,
  { does: 'closeMeeting', by: cadre, input: (get) => ({ meetingId: get('meeting') }) },
  ...['minutes', 'better minutes', 'best minutes'].flatMap((name) => [write(name), approve(name)]),
  write('draft minutes'),
];

/** More of the same, so that lists have three rows at least. */
export const moreMeetings = (n: number): Step[] => [
  convene(`forum ${n}`, 'FORUM'),
  attend(member, `forum ${n}`),
  convene(`hearing ${n}`, 'HEARING', (get) => ({ motionId: get('motion') })),
  convene(`council meeting ${n}`, 'COUNCIL_MEETING', (get) => ({
    councilId: get('community council'),
  })),
];
