import { runChecks } from '../../src/ledger/verify';
import { agreeAction } from '../../src/meetings/agree-action';
import { approveMinutes } from '../../src/meetings/approve-minutes';
import { backPitch } from '../../src/meetings/back-pitch';
import { MEETING_CHECKS } from '../../src/meetings/meetings.checks';
import { openGroup } from '../../src/meetings/open-group';
import { pitchProject } from '../../src/meetings/pitch-project';
import { proposeTopic } from '../../src/meetings/propose-topic';
import { writeMinutes } from '../../src/meetings/write-minutes';
import { witnessMeetingAttendance } from '../../src/meetings/witness-meeting-attendance';
import {
  attend,
  close,
  convene,
  doing,
  groupId,
  HOUR,
  into,
  listed,
  listId,
  meetingId,
  minutesId,
  newHall,
  pitchId,
  topicId,
  TODAY,
} from './hall';
import { addDays } from '../../src/kernel/calendar';
import { motionId, screen, table } from '../motions/assembly';

type Hall = Awaited<ReturnType<typeof newHall>>;
let hall: Hall;
beforeAll(async () => {
  hall = await newHall();
  const { cadre, leader, team } = hall.world.home;
  const resident = hall.residents[0]!;
  const space = await convene(hall, { kind: 'open_space' });
  const now = into(space, HOUR);
  const at = { meetingId: meetingId(space) };
  const topic = await doing(
    hall,
    resident.actor,
    proposeTopic,
    { ...at, title: 'Shade', text: 'None' },
    now,
  );
  const spot = { topicId: topicId(topic), spot: 'A table' };
  const group = await doing(hall, resident.actor, openGroup, spot, now);
  const action = { text: 'Plant', residentId: resident.residentId, dueOn: addDays(TODAY, 9) };
  await doing(hall, cadre.actor, agreeAction, { ...at, ...action, groupId: groupId(group) }, now);
  await attend(hall, space, resident.actor);
  const list = await listed(hall, space, [hall.residents[1]!.residentId]);
  const seen = { listId: listId(list), people: 1 };
  await doing(hall, hall.world.officer.actor, witnessMeetingAttendance, seen, now);
  await close(hall, space);
  const minutes = await doing(hall, cadre.actor, writeMinutes, { ...at, text: 'Shade' }, now);
  const approved = { minutesId: minutesId(minutes) };
  await doing(hall, hall.world.officer.actor, approveMinutes, approved, now);
  const motion = await screen(hall, await table(hall), 'admit', { hearingFirst: true });
  const hearing = await convene(hall, { kind: 'hearing', motionId: motionId(motion) });
  await attend(hall, hearing, resident.actor);
  await close(hall, hearing, 2 * HOUR);
  const council = await convene(hall, { kind: 'council_meeting' });
  await attend(hall, council, hall.members[0]!.actor);
  const fair = await convene(hall, { kind: 'pitch_fair' });
  const project = { organisationId: team.globalId, title: 'Repairs', text: 'Monthly' };
  const pitch = await doing(hall, leader.actor, pitchProject, {
    ...project,
    meetingId: meetingId(fair),
  });
  await doing(hall, resident.actor, backPitch, { pitchId: pitchId(pitch) }, into(fair, HOUR));
});
afterAll(() => hall.database.drop());

/** What somebody did to the tables, and the check that finds it. */
const HARM: Readonly<Record<string, string>> = {
  'meeting-people': 'delete from meeting_attendance where list_id is null',
  'meeting-year': 'update meeting_year_resident set meetings = meetings + 1',
  'meeting-newcomers': 'update meeting_newcomers set people = people + 1',
  'meeting-lists': 'update meeting_attendance_list set people = people + 1',
  'meeting-members': 'delete from council_seat',
  'meeting-heard': `update meeting set motion_id = null where kind = 'hearing'`,
  'meeting-within': `update meeting_group set meeting_id =
    (select id from meeting where kind = 'pitch_fair')`,
  'meeting-minutes': 'update meeting_minutes set version = version + 1',
  'meeting-backers': 'delete from meeting_pitch_backer',
};

test('there is a harm for every check', () => {
  expect(MEETING_CHECKS.map(({ name }) => name)).toEqual(Object.keys(HARM));
});

test.each(Object.entries(HARM))('%s finds what is wrong', async (name, harm) => {
  const { dataSource } = hall.database;
  expect(await runChecks(dataSource, MEETING_CHECKS)).toEqual([]);
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(harm);
    const check = MEETING_CHECKS.find((each) => each.name === name)!;
    expect(((await runner.query(check.sql)) as unknown[]).length).toBeGreaterThan(0);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
});
