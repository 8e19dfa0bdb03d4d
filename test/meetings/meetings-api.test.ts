import { attendMeeting } from '../../src/meetings/attend-meeting';
import { conveneMeeting } from '../../src/meetings/convene-meeting';
import { proposeTopic } from '../../src/meetings/propose-topic';
import { putMotionToVote } from '../../src/motions/put-motion-to-vote';
import { serve, type Served } from '../../src/server/serve';
import { Client } from '../stories/support/client';
import { countQueries, JOINED } from '../support/queries';
import { tokenOf } from '../support/world';
import { again, doing as doingNow, motionId, screen, table } from '../motions/assembly';
import { councilId, ZONE } from '../councils/chamber';
import { dayOf } from '../../src/kernel/calendar';
import { DAY, doing, faults, HOUR, meetingId, newHall, refusal, underWay } from './hall';

/** Meetings as their people meet them: over HTTP. */

type Hall = Awaited<ReturnType<typeof newHall>>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each query has its own shape
type Data = any;

let hall: Hall;
let served: Served;
let stranger: Client;
let cadre: Client;
let officer: Client;
let neighbours: Client[];
const logged: string[] = [];
beforeAll(async () => {
  hall = await newHall();
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, hall.database.dataSource, (line) => logged.push(line));
  stranger = new Client(served.url);
  cadre = await clientOf(hall.world.home.cadre.id);
  officer = await clientOf(hall.world.officer.id);
  neighbours = await Promise.all(hall.residents.map(({ personId }) => clientOf(personId)));
});
afterAll(async () => {
  await served.close();
  expect(await faults(hall)).toEqual([]);
  await hall.database.drop();
  expect(logged).toEqual([]);
});

const clientOf = async (personId: string) =>
  new Client(served.url, await tokenOf(hall.database.dataSource, personId));

async function act(who: Client, mutation: string, input: object, gives: string): Promise<Data> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) {
    ${mutation}(input: $input) { ${gives} userErrors { code path message } } }`;
  const answer = await who.ask(query, { input });
  return answer.data?.[mutation] ?? answer.errors[0];
}

/** The thing that a mutation gives, which refused nothing. */
async function done(who: Client, mutation: string, input: object, gives: string): Promise<Data> {
  const payload = await act(who, mutation, input, gives);
  expect(payload).toMatchObject({ userErrors: [] });
  return payload[gives.split(' ')[0]!];
}

const look = async (who: Client, id: string, fields: string): Promise<Data> =>
  (await who.ask(`query ($id: ID!) { node(id: $id) { ${fields} } }`, { id })).data?.node;

const neighbour = (n: number) => ({ client: neighbours[n]!, ...hall.residents[n]! });

test('a forum: announced, changed, talked at; a topic of it becomes a motion', async () => {
  const { home } = hall.world;
  const startsAt = new Date(Date.now() + 5 * DAY).toISOString();
  const announced = { venue: 'The hall', link: 'https://meet.example.org/square', startsAt };
  const asked = {
    ...{ kind: 'FORUM', placeId: home.place.globalId, title: 'The square', durationMinutes: 90 },
    ...announced,
  };
  const soon = { ...asked, startsAt: new Date(Date.now() + DAY).toISOString() };
  expect(await act(cadre, 'conveneMeeting', soon, 'meeting { id }')).toMatchObject({
    ...{ meeting: null, userErrors: [{ code: 'NOTICE_TOO_SHORT', path: ['startsAt'] }] },
  });
  const coming = await done(cadre, 'conveneMeeting', asked, 'meeting { id state link }');
  expect(coming).toMatchObject({ state: 'CONVENED', link: 'https://meet.example.org/square' });
  const moved = { ...announced, durationMinutes: 60, meetingId: coming.id, reason: 'Shorter' };
  await done(cadre, 'changeMeeting', moved, 'meeting { id }');
  const fields = `... on Meeting { durationMinutes link
    changes { edges { node { durationMinutes reason changedBy { displayName } } } } }`;
  expect(await look(stranger, coming.id, fields)).toMatchObject({
    ...{ durationMinutes: 60, link: null },
    changes: { edges: [{ node: { durationMinutes: 90, reason: 'Shorter' } }] },
  });
  const topic = { meetingId: coming.id, title: 'Shade', text: 'No tree.' };
  const { client, actor } = neighbour(0);
  expect(await done(client, 'proposeTopic', topic, 'topic { onTheDay }')).toEqual({
    onTheDay: false,
  });

  const forum = await underWay(hall);
  const before = new Date(forum.startsAt.getTime() - 2 * DAY);
  const proposed = await doing(
    hall,
    actor,
    proposeTopic,
    { ...topic, meetingId: meetingId(forum) },
    before,
  );
  const [{ node }] = (
    await look(stranger, meetingId(forum), '... on Meeting { topics { edges { node { id } } } }')
  ).topics.edges;
  const tabled = { topicId: node.id, tabledAs: 'RESIDENTS', title: 'Shade for the square' };
  const gives = `topic { became proposedBy { displayName }
    motion { id title text state topic { id } hearings { edges { node { id } } } } }`;
  expect(await done(client, 'turnTopicIntoMotion', tabled, gives)).toMatchObject({
    became: 'MOTION',
    motion: {
      ...{ title: 'Shade for the square', text: 'No tree.', state: 'GATHERING' },
      ...{ topic: { id: node.id }, hearings: { edges: [] } },
    },
  });
  expect(proposed.became).toBeNull();
});

test('who came: on line, in the room by clerk and witness; by age once closed', async () => {
  const forum = meetingId(await underWay(hall));
  for (const n of [0, 1, 2, 3]) {
    const signed = await done(
      neighbour(n).client,
      'attendMeeting',
      { meetingId: forum },
      'attendance { onlineAt list { id } }',
    );
    expect(signed).toMatchObject({ onlineAt: expect.any(String), list: null });
  }
  const residentIds = [3, 4, 5, 6, 7].map((n) => neighbour(n).residentId);
  const list = await done(
    cadre,
    'recordMeetingAttendance',
    { meetingId: forum, residentIds },
    'list { id state people }',
  );
  expect(list).toMatchObject({ state: 'WAITING', people: null });
  const witnessed = { listId: list.id, people: 5 };
  expect(await act(cadre, 'witnessMeetingAttendance', witnessed, 'list { id }')).toMatchObject({
    userErrors: [{ code: 'SECOND_PERSON_NEEDED' }],
  });
  const counted = 'list { state people decidedBy { displayName } }';
  expect(await done(officer, 'witnessMeetingAttendance', witnessed, counted)).toMatchObject({
    ...{ state: 'WITNESSED', people: 5 },
  });
  const asked = `... on Meeting { state participation { all { count suppressed }
    workingAgeShareBasisPoints bands { band people { count } residents { count } } }
    attendance(first: 20) { edges { node { resident { id name } onlineAt } } }
    myAttendance { onlineAt } attendanceLists { edges { node { people } } } }`;
  expect(await look(officer, forum, asked)).toMatchObject({
    ...{ state: 'UNDER_WAY', participation: null, attendance: { edges: { length: 8 } } },
  });
  await done(cadre, 'closeMeeting', { meetingId: forum }, 'meeting { id }');
  expect(await look(officer, forum, asked)).toMatchObject({
    state: 'HELD',
    participation: { all: { count: 8, suppressed: false } },
  });
  const publicly = await look(stranger, forum, asked);
  expect(publicly).toMatchObject({
    participation: { all: { count: 10, suppressed: false } },
    ...{ attendance: null, myAttendance: null },
  });
  expect(publicly.attendanceLists.edges[0].node.people).toBeNull();
  const own = await look(neighbour(0).client, forum, asked);
  expect(own).toMatchObject({ attendance: null, myAttendance: { onlineAt: expect.any(String) } });
  const mine = '{ me { residence { meetings { edges { node { meeting { title } } } } } } }';
  expect((await neighbour(7).client.ask(mine)).data).toMatchObject({
    me: {
      residence: { meetings: { edges: [{ node: { meeting: { title: expect.any(String) } } }] } },
    },
  });
});

test('a year counts each resident once; strangers are told of months that are over', async () => {
  const year = Number(dayOf(new Date(), ZONE).slice(0, 4));
  const before = await yearOf(officer, year);
  const forum = meetingId(await underWay(hall));
  for (const n of [0, 8])
    await done(
      neighbour(n).client,
      'attendMeeting',
      { meetingId: forum },
      'attendance { onlineAt }',
    );
  await done(cadre, 'closeMeeting', { meetingId: forum }, 'meeting { id }');
  const after = await yearOf(officer, year);
  expect(after.all.count - before.all.count).toBe(1);
  expect(await yearOf(officer, year, hall.world.street.globalId)).toEqual(after);
  expect((await yearOf(stranger, year)).all).toEqual({ count: null, suppressed: true });
  const { errors } = await officer.ask(YEAR, { id: hall.world.home.place.globalId, year: 1999 });
  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'YEAR_RANGE' });
});

const YEAR = `query ($id: ID!, $year: Int!) { node(id: $id) { ... on Place {
  meetingParticipation(year: $year) { all { count suppressed } workingAgeShareBasisPoints
    bands { band people { count } } } } } }`;

async function yearOf(who: Client, year: number, id = hall.world.home.place.globalId) {
  const { data } = await who.ask(YEAR, { id, year });
  return (data?.node as Data).meetingParticipation;
}

test('an open space: three topics on the day, three groups, notes, actions, minutes', async () => {
  const space = meetingId(await underWay(hall, { kind: 'open_space' }));
  for (const n of [0, 1, 2]) {
    const { client, residentId } = neighbour(n);
    await done(client, 'attendMeeting', { meetingId: space }, 'attendance { onlineAt }');
    const topic = await done(
      client,
      'proposeTopic',
      { meetingId: space, title: `Topic ${n}`, text: 'On the day.' },
      'topic { id onTheDay }',
    );
    expect(topic.onTheDay).toBe(true);
    const group = await done(
      client,
      'openGroup',
      { topicId: topic.id, spot: `Table ${n}` },
      'group { id topic { title } }',
    );
    await done(
      client,
      'noteGroup',
      { groupId: group.id, people: 4 + n, notes: `We agreed on ${n}.` },
      'group { notes }',
    );
    const agreed = { meetingId: space, groupId: group.id, text: 'Do it', dueOn: '2099-12-31' };
    const action = await done(client, 'agreeAction', { ...agreed, residentId }, 'action { id }');
    if (n === 0)
      await done(client, 'finishAction', { actionId: action.id, note: 'Done' }, 'action { id }');
    if (n === 1)
      await done(cadre, 'noteTopicAsNeed', { topicId: topic.id, need: 'A tap' }, 'topic { id }');
  }
  const written = await done(
    cadre,
    'writeMinutes',
    { meetingId: space, text: 'Three groups met.' },
    'minutes { id version text }',
  );
  const minutes =
    '... on Meeting { minutes { text version } minutesVersions { edges { node { text } } } }';
  expect(await look(stranger, space, minutes)).toEqual({ minutes: null, minutesVersions: null });
  expect((await look(cadre, space, minutes)).minutesVersions.edges).toHaveLength(1);
  expect(await look(stranger, written.id, '... on MeetingMinutes { text }')).toEqual({
    text: null,
  });
  await done(cadre, 'closeMeeting', { meetingId: space }, 'meeting { id }');
  await done(officer, 'approveMinutes', { minutesId: written.id }, 'minutes { approvedAt }');
  const read = `... on Meeting { minutes { text version } groups { edges { node { people notes
    topic { title became note } actions { edges { node { doneAt doneNote resident { displayName
    name } } } } } } } actions { edges { node { dueOn } } } }`;
  const shown = await look(stranger, space, read);
  expect(shown.minutes).toEqual({ text: 'Three groups met.', version: 1 });
  expect(shown.groups.edges.map((each: Data) => each.node.people)).toEqual([4, 5, 6]);
  expect(shown.groups.edges[1].node.topic).toEqual({
    ...{ title: 'Topic 1', became: 'NEED', note: 'A tap' },
  });
  expect(shown.groups.edges[0].node.actions.edges[0].node).toMatchObject({
    ...{ doneNote: 'Done', resident: { name: null } },
  });
  expect(shown.actions.edges).toHaveLength(3);
});

test('a hearing that was held lets its motion be put to the vote', async () => {
  const motion = await screen(hall, await table(hall, { title: 'To be heard' }), 'admit', {
    hearingFirst: true,
  });
  const vote = {
    motionId: motionId(motion),
    closesAt: new Date(Date.now() + 3 * HOUR),
  };
  const put = () => doingNow(hall, hall.world.home.cadre.actor, putMotionToVote, vote);
  expect(await refusal(put())).toMatch(/^HEARING_/);
  const startsAt = new Date(Date.now() - HOUR);
  const convened = new Date(startsAt.getTime() - 8 * DAY);
  const hearing = await doing(
    hall,
    hall.world.home.cadre.actor,
    conveneMeeting,
    {
      ...{ kind: 'hearing', placeId: hall.world.home.place.globalId, title: 'Hearing' },
      ...{ agenda: 'The motion', venue: 'The hall', startsAt, durationMinutes: 60 },
      motionId: motionId(motion),
    },
    convened,
  );
  const id = meetingId(hearing);
  const soon = new Date(startsAt.getTime() + 60_000);
  await doing(hall, neighbour(0).actor, attendMeeting, { meetingId: id }, soon);
  await done(cadre, 'closeMeeting', { meetingId: id }, 'meeting { motion { title } }');
  const fields = '... on Motion { heardAt hearings { edges { node { id state } } } }';
  expect(await look(stranger, motionId(motion), fields)).toMatchObject({
    heardAt: expect.any(String),
    hearings: { edges: [{ node: { id, state: 'HELD' } }] },
  });
  await put();
  expect((await again(hall, motion)).state).toBe('voting');
});

test("a council's meeting shows by name whether its quorum was there", async () => {
  const id = meetingId(await underWay(hall, { kind: 'council_meeting', startsAt: new Date() }));
  const members = await Promise.all(hall.members.map(({ personId }) => clientOf(personId)));
  const quorum = `... on Meeting { council { name } quorum { seats needed present isMet
    members { number name } } attendance { edges { node { resident { displayName } } } } }`;
  for (const member of members.slice(0, 3))
    await done(member, 'attendMeeting', { meetingId: id }, 'attendance { onlineAt }');
  expect((await look(stranger, id, quorum)).quorum).toMatchObject({
    ...{ seats: 5, needed: 4, present: 3, isMet: false },
  });
  const seen = { meetingId: id, residentIds: [hall.members[3]!.residentId] };
  const list = await done(cadre, 'recordMeetingAttendance', seen, 'list { id }');
  expect((await look(stranger, id, quorum)).quorum).toMatchObject({ present: 3, isMet: false });
  const recount = { listId: list.id, people: 1 };
  await done(officer, 'witnessMeetingAttendance', recount, 'list { state }');
  const met = await look(stranger, id, quorum);
  expect(met).toMatchObject({
    ...{ quorum: { present: 4, isMet: true }, attendance: { edges: { length: 4 } } },
  });
  expect(met.quorum.members[0]).toEqual({ number: 1, name: expect.any(String) });
  const meetings = '... on Council { meetings { edges { node { id } } } }';
  expect(await look(stranger, councilId(hall.council), meetings)).toEqual({
    meetings: { edges: [{ node: { id } }] },
  });
});

test('a pitch fair: organisations present, households back, and few are not told of', async () => {
  const fair = meetingId(await underWay(hall, { kind: 'pitch_fair' }));
  const leader = await clientOf(hall.world.home.leader.id);
  const { globalId: organisationId } = hall.world.home.team;
  await done(
    leader,
    'representOrganisation',
    { meetingId: fair, organisationId },
    'meeting { id }',
  );
  const pitch = await done(
    leader,
    'pitchProject',
    { meetingId: fair, organisationId, title: 'Repair days', text: 'Once a month.' },
    'pitch { id organisation { name } }',
  );
  for (const n of [0, 1, 2, 0])
    await done(neighbour(n).client, 'backPitch', { pitchId: pitch.id }, 'pitch { id }');
  const asked = `... on Meeting { pitches { edges { node { title backers { count suppressed } } } }
    organisations { edges { node { organisation { name } } } } }`;
  expect((await look(officer, fair, asked)).pitches.edges[0].node.backers.count).toBe(3);
  await done(cadre, 'closeMeeting', { meetingId: fair }, 'meeting { id }');
  expect(await look(stranger, fair, asked)).toMatchObject({
    pitches: { edges: [{ node: { backers: { count: null, suppressed: true } } }] },
    organisations: { edges: [{ node: { organisation: { name: hall.world.home.team.name } } }] },
  });
});

test('a community lists its meetings with all that is told of them in few statements', async () => {
  const list = (first: number) =>
    countQueries(hall.database.dataSource, () =>
      look(
        cadre,
        hall.world.home.place.globalId,
        `... on Place { meetings(first: ${first}) { edges { node { state place { name }
           council { name } motion { title } convenedBy { displayName } minutes { text }
           topics { edges { node { title motion { title } group { spot } } } }
           groups { edges { node { topic { title } actions { edges { node { text
             resident { displayName } } } } } } } pitches { edges { node { backers { count } } } }
           attendance { edges { node { resident { displayName } list { people } } } }
           attendanceLists { edges { node { recordedBy { displayName } } } }
           organisations { edges { node { organisation { name } } } } quorum { present }
           minutesVersions { edges { node { text } } } changes { edges { node { reason } } }
           participation { all { count } bands { people { count } } } } } } }`,
      ),
    );
  const few = await list(7);
  for (let n = 0; n < 5; n += 1) await underWay(hall, { kind: 'open_space', title: `More ${n}` });
  const many = await list(12);
  expect(many.result).toMatchObject({ meetings: { edges: { length: 12 } } });
  expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
});

test('what each kind of meeting asks for is told to everyone', async () => {
  const { data } = await stranger.ask(`{ meetingKinds { kind noticeDays needsAgenda topics
    hasGroups hasPitches attendedBy convenedBy } }`);
  expect((data as Data).meetingKinds).toContainEqual({
    ...{ kind: 'HEARING', noticeDays: 7, needsAgenda: true, topics: 'DAY_BEFORE' },
    ...{ hasGroups: false, hasPitches: false, attendedBy: ['RESIDENTS', 'ORGANISATIONS'] },
    convenedBy: ['LEAD', 'EXECUTE'],
  });
});
