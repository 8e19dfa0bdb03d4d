import type { Actor } from '../../src/kernel/actor';
import { dissolveCouncil } from '../../src/councils/dissolve-council';
import { dayOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { approveMinutes } from '../../src/meetings/approve-minutes';
import { cancelMeeting } from '../../src/meetings/cancel-meeting';
import { changeMeeting } from '../../src/meetings/change-meeting';
import { closeMeeting } from '../../src/meetings/close-meeting';
import { proposeTopic } from '../../src/meetings/propose-topic';
import { representOrganisation } from '../../src/meetings/represent-organisation';
import { turnTopicIntoMotion } from '../../src/meetings/turn-topic-into-motion';
import { writeMinutes } from '../../src/meetings/write-minutes';
import { appointMember } from '../../src/society/appoint-member';
import { registerOrganisation } from '../../src/society/register-organisation';
import { registerPerson } from '../../src/society/register-person';
import { serve } from '../../src/server/serve';
import { registerPlace } from '../../src/society/register-place';
import { councilId, found, members, run, seat } from '../councils/chamber';
import { again as motionAgain, motionId, screen, table } from '../motions/assembly';
import { Client } from '../stories/support/client';
import { actorOf, tokenOf } from '../support/world';
import {
  attend,
  close,
  convene,
  DAY,
  doing,
  faults,
  HOUR,
  into,
  meetingId,
  meetingOf,
  MINUTE,
  minutesId,
  morning,
  newHall,
  refusal,
  topicId,
  ZONE,
} from './hall';

/** What meetings are bent to by those who see to them, and by those who do not. */

type Hall = Awaited<ReturnType<typeof newHall>>;
let hall: Hall;
let yard: string;
beforeAll(async () => {
  hall = await newHall();
  const parentId = hall.world.home.place.globalId;
  const place = await run(hall, (work) =>
    registerPlace(work, { kind: 'courtyard', name: 'Well Yard', parentId }),
  );
  yard = toGlobalId('Place', null, place.id);
});
afterAll(async () => {
  expect(await faults(hall)).toEqual([]);
  await hall.database.drop();
});

const resident = (n: number) => hall.residents[n]!;
const cadre = () => hall.world.home.cadre.actor;

async function someoneOf(kind: 'social_organisation', name: string): Promise<Actor> {
  const body = await run(hall, (work) =>
    registerOrganisation(work, { kind, name, placeId: hall.world.home.place.globalId }),
  );
  const { id } = await run(hall, (work) => registerPerson(work, { name }));
  await run(hall, (work) =>
    appointMember(work, {
      organisationId: toGlobalId('Organisation', null, body.id),
      ...{ role: 'director', personId: toGlobalId('Person', null, id), validFrom: '2020-01-01' },
    }),
  );
  return await actorOf(hall.database.dataSource, id);
}

test("a community's motion is not heard in one courtyard", async () => {
  const motion = await screen(hall, await table(hall, { title: 'Of us all' }), 'admit', {
    hearingFirst: true,
  });
  const about = { kind: 'hearing' as const, motionId: motionId(motion) };
  expect(await refusal(convene(hall, { ...about, placeId: yard }))).toBe(
    'MOTION_ELSEWHERE motionId',
  );
  await convene(hall, about);
});

test('a hearing to which only the committee itself came heard nobody', async () => {
  const motion = await screen(hall, await table(hall, { title: 'Unheard' }), 'admit', {
    hearingFirst: true,
  });
  const hearing = await convene(hall, { kind: 'hearing', motionId: motionId(motion) });
  const { director, enterprise } = hall.world.home;
  const asked = { meetingId: meetingId(hearing), organisationId: enterprise.globalId };
  await doing(hall, director.actor, representOrganisation, asked, into(hearing, MINUTE));
  expect(await refusal(close(hall, hearing, 2 * HOUR))).toBe('NO_RESIDENT_CAME meetingId');
  expect((await motionAgain(hall, motion)).heardAt).toBeNull();
  await attend(hall, hearing, resident(0).actor, 2 * MINUTE);
  expect(await refusal(close(hall, hearing, 2 * HOUR - 1))).toBe('HEARING_GOES_ON meetingId');
  await close(hall, hearing, 2 * HOUR);
  expect((await motionAgain(hall, motion)).heardAt).toEqual(hearing.startsAt);
});

test('what was told of a month that is over stays, when a meeting is closed late', async () => {
  const of = async (month: string): Promise<number> => {
    const [{ people }] = await hall.database.dataSource.query(
      `select coalesce(sum(people), 0)::integer people from meeting_newcomers where month = $1`,
      [`${month}-01`],
    );
    return people;
  };
  const meeting = await convene(hall);
  await attend(hall, meeting, resident(9).actor);
  const monthOf = (at: Date) => dayOf(at, ZONE).slice(0, 7);
  const held = monthOf(meeting.startsAt);
  const late = monthOf(into(meeting, 32 * DAY));
  const counted = late.slice(0, 4) === held.slice(0, 4) ? late : `${held.slice(0, 4)}-12`;
  const before = await of(counted);
  const [month, told] = [held, await of(held)];
  await close(hall, meeting, 32 * DAY);
  expect(await of(counted)).toBe(before + 1);
  if (counted !== month) expect(await of(month)).toBe(told);
});

test('a council that was dissolved does not meet on another day either', async () => {
  const council = await found(hall, 'neighbourhood_council');
  const five = [1, 2, 3, 4, 5].map((n) => resident(n).residentId);
  await seat(hall, council, members(five));
  const asked = { kind: 'council_meeting' as const, councilId: councilId(council) };
  const meeting = await convene(hall, asked);
  await run(hall, (work) =>
    dissolveCouncil(work, { councilId: councilId(council), reason: 'Over' }),
  );
  const announced = { ...meetingOf(hall), meetingId: meetingId(meeting), reason: 'Rain' };
  const later = { ...announced, startsAt: new Date(morning(20).getTime() + 9 * HOUR) };
  const changed = doing(hall, cadre(), changeMeeting, later, into(meeting, -DAY));
  expect(await refusal(changed)).toBe('COUNCIL_DISSOLVED startsAt');
});

test('who serves sees to what they convened, and not to what others did', async () => {
  const [one, other] = [
    await someoneOf('social_organisation', 'Companions'),
    await someoneOf('social_organisation', 'Helpers'),
  ];
  const ours = await convene(hall);
  const theirs = await convene(hall, {}, one);
  const reason = 'We hold our own';
  for (const meeting of [ours, theirs]) {
    const asked = { meetingId: meetingId(meeting), reason };
    await expect(doing(hall, other, cancelMeeting, asked)).rejects.toThrow('FORBIDDEN');
  }
  await attend(hall, theirs, resident(0).actor);
  const now = into(theirs, HOUR);
  const written = { meetingId: meetingId(theirs), text: 'We talked.' };
  const minutes = await doing(hall, one, writeMinutes, written, now);
  await doing(hall, one, closeMeeting, { meetingId: meetingId(theirs) }, now);
  const asked = { minutesId: minutesId(minutes) };
  await expect(doing(hall, other, approveMinutes, asked, now)).rejects.toThrow('FORBIDDEN');
  await doing(hall, cadre(), approveMinutes, asked, now);
});

test("nobody makes another's topic say something else", async () => {
  const forum = await convene(hall);
  const said = { meetingId: meetingId(forum), title: 'A ramp', text: 'For prams.' };
  const topic = await doing(hall, resident(0).actor, proposeTopic, said, into(forum, -DAY));
  const now = into(forum, HOUR);
  const turn = (actor: Actor, more: { title?: string; text?: string }) => {
    const asked = { topicId: topicId(topic), tabledAs: 'residents' as const, ...more };
    return doing(hall, actor, turnTopicIntoMotion, asked, now);
  };
  const others = resident(1).actor;
  expect(await refusal(turn(others, { title: 'No ramp' }))).toBe('TOPIC_OF_ANOTHER title');
  expect(await refusal(turn(others, { text: 'No prams.' }))).toBe('TOPIC_OF_ANOTHER text');
  const both = await Promise.allSettled([turn(others, {}), turn(resident(0).actor, said)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const tabled = await hall.database.dataSource.query(
    `select 1 from motion where title in ('A ramp', 'No ramp')`,
  );
  expect(tabled).toHaveLength(1);
});

test('where it is met on line is told to those whom the community concerns', async () => {
  const link = 'https://meet.example.org/square';
  const meeting = await convene(hall, { link });
  const { dataSource } = hall.database;
  const served = await serve({ host: '127.0.0.1', port: 0, publicUrl: null }, dataSource, () => {
    /* nothing is said */
  });
  const query = 'query ($id: ID!) { node(id: $id) { ... on Meeting { title link } } }';
  const told = async (personId: string | null) => {
    const token = personId === null ? undefined : await tokenOf(dataSource, personId);
    const { data } = await new Client(served.url, token).ask(query, { id: meetingId(meeting) });
    return (data?.node as { link: string | null }).link;
  };
  const { home, other, officer } = hall.world;
  const asked = [resident(0).personId, home.cadre.id, home.director.id, officer.id];
  for (const personId of asked) expect(await told(personId)).toBe(link);
  for (const personId of [null, other.leader.id, other.cadre.id])
    expect(await told(personId)).toBeNull();
  await served.close();
});
