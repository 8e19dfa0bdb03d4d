import { ASSEMBLY_BRANCHES } from '../../src/inbox/assembly-branches';
import { FUND_BRANCHES } from '../../src/inbox/fund-branches';
import { approveMinutes } from '../../src/meetings/approve-minutes';
import { witnessMeetingAttendance } from '../../src/meetings/witness-meeting-attendance';
import { writeMinutes } from '../../src/meetings/write-minutes';
import type { Actor } from '../../src/kernel/actor';
import {
  close,
  doing,
  HOUR,
  into,
  listed,
  listId,
  meetingId,
  minutesId,
  newHall,
  underWay,
} from '../meetings/hall';
import type { Assembly } from '../motions/assembly';
import { run } from '../ballots/polling';
import {
  accept,
  at,
  call,
  newHustings,
  openAt,
  standUp,
  votePapers,
  wardId,
} from '../elections/hustings';
import { countElectionBallot } from '../../src/elections/count-election-ballot';
import { after } from '../motions/assembly';
import { newFund, newOffice, publish, start } from '../public-funds/office';
import { planOf, waitsFor } from './waiting';

/** What meetings leave to be done stands in the inbox of a second person. */

let hall: Assembly;
beforeAll(async () => {
  hall = await newHall();
});
afterAll(() => hall.database.drop());

test('a list waits for another who keeps the register, and minutes for another than wrote them', async () => {
  const { home, officer, outsider } = hall.world;
  const meeting = await underWay(hall);
  const has = async (actor: Actor, kind: string, { id }: { id: string }) =>
    (await waitsFor(hall.database.dataSource, actor, into(meeting, HOUR))).some(
      ([as, node]) => as === kind && node === id,
    );
  const list = await listed(
    hall,
    meeting,
    hall.members.slice(0, 2).map(({ residentId }) => residentId),
  );
  const [cadre, second] = [home.cadre.actor, officer.actor];
  expect(await has(second, 'attendance', list)).toBe(true);
  for (const actor of [cadre, outsider.actor, home.chair.actor, hall.world.other.cadre.actor])
    expect(await has(actor, 'attendance', list)).toBe(false);
  const counted = { listId: listId(list), people: 2 };
  await doing(hall, second, witnessMeetingAttendance, counted, into(meeting, HOUR / 2));
  expect(await has(second, 'attendance', list)).toBe(false);
  await close(hall, meeting);
  const text = { meetingId: meetingId(meeting), text: 'The square stays as it is.' };
  const first = await doing(hall, cadre, writeMinutes, text, into(meeting, HOUR));
  expect(await has(second, 'minutes', first)).toBe(true);
  const last = await doing(hall, cadre, writeMinutes, text, into(meeting, HOUR));
  expect(await has(second, 'minutes', first)).toBe(false);
  expect(await has(second, 'minutes', last)).toBe(true);
  for (const actor of [cadre, outsider.actor, hall.members[0]!.actor])
    expect(await has(actor, 'minutes', last)).toBe(false);
  await doing(hall, second, approveMinutes, { minutesId: minutesId(last) }, into(meeting, HOUR));
  expect(await has(second, 'minutes', last)).toBe(false);
});

test('a nominee is asked, until they accept or the time is over', async () => {
  const hustings = await newHustings(hall, 6);
  const { ward } = await call(hustings, 2);
  const [nominee, other] = hustings.voters as [Actor, Actor];
  const [candidate] = await standUp(hustings, ward, [nominee]);
  const asked = async (who: Actor, now = at(0.6)) =>
    (await waitsFor(hall.database.dataSource, who, now)).filter(([kind]) => kind === 'nomination');
  // Who nominates themself has accepted.
  expect(candidate!.acceptedAt).not.toBeNull();
  expect(await asked(nominee)).toEqual([]);
  await hall.database.dataSource.query(
    'update election_candidate set accepted_at = null where id = $1',
    [candidate!.id],
  );
  expect(await asked(nominee)).toEqual([['nomination', candidate!.id]]);
  expect(await asked(other)).toEqual([]);
  expect(await asked(nominee, at(1000))).toEqual([]);
  await accept(hustings, nominee, candidate!);
  expect(await asked(nominee)).toEqual([]);
});

test('a ward waits to be counted once its last moment has passed, and an election to end', async () => {
  const hustings = await newHustings(hall, 6);
  const { election, ward } = await call(hustings, 1);
  const people = hustings.voters;
  await standUp(hustings, ward, people.slice(0, 2));
  const ballot = await openAt(hustings, ward, 2);
  const { cadre, officer } = { cadre: hall.world.home.cadre, officer: hall.world.officer };
  const waits = async (kind: string, { id }: { id: string }, hour: number, who = officer.actor) =>
    (await waitsFor(hall.database.dataSource, who, at(hour))).some(
      ([as, node]) => as === kind && node === id,
    );
  expect(await waits('ward', ward, 2.9)).toBe(false);
  for (const { actor } of [cadre, officer]) expect(await waits('ward', ward, 3, actor)).toBe(true);
  for (const { actor } of [hall.world.other.cadre, hall.world.home.chair, hall.world.outsider])
    expect(await waits('ward', ward, 3, actor)).toBe(false);
  await votePapers(hustings, ballot, people, [5, 1]);
  const counted = { wardId: wardId(ward) };
  await run(hall, cadre.actor, (work) => countElectionBallot(work, counted), at(3));
  expect(await waits('ward', ward, 3)).toBe(false);
  expect(await waits('election', election, 3)).toBe(true);
  expect(await waits('election', election, 3, hall.world.other.cadre.actor)).toBe(false);
});

test('a project of the public fund waits for who acts at its step, and for nobody else', async () => {
  const office = await newOffice(5);
  const fund = await newFund(office);
  const project = await start(office, fund, await publish(office, 'nine_steps'));
  const waits = async (who: Actor) =>
    (await waitsFor(office.database.dataSource, who, after(0))).some(
      ([kind, id]) => kind === 'fundProject' && id === project.id,
    );
  const { world, party } = office;
  for (const who of [world.home.cadre.actor, party[0]]) expect(await waits(who)).toBe(true);
  const others = [world.officer.actor, world.auditor.actor, world.other.cadre.actor];
  for (const who of [...others, office.fundChair]) expect(await waits(who)).toBe(false);
  const { dataSource } = office.database;
  // The sixth step is carried out with the fund's office, the seventh looked at by supervisors.
  await dataSource.query('update fund_project set step = 6 where id = $1', [project.id]);
  expect(await waits(office.fundChair)).toBe(true);
  expect(await waits(world.auditor.actor)).toBe(false);
  await dataSource.query('update fund_project set step = 7 where id = $1', [project.id]);
  expect(await waits(office.fundChair)).toBe(false);
  for (const who of [world.auditor.actor, world.officer.actor]) expect(await waits(who)).toBe(true);
  await office.database.drop();
});

test('each branch walks indexes', async () => {
  for (const { sql } of [...ASSEMBLY_BRANCHES, ...FUND_BRANCHES])
    expect(await planOf(hall.database.dataSource, sql)).not.toMatch(/Seq Scan/);
});
