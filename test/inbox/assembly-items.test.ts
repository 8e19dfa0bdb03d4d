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

test('each branch walks indexes', async () => {
  for (const { sql } of [...ASSEMBLY_BRANCHES, ...FUND_BRANCHES])
    expect(await planOf(hall.database.dataSource, sql)).not.toMatch(/Seq Scan/);
});
