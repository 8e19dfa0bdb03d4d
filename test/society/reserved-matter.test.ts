import { randomUUID } from 'node:crypto';
import { mandateFor, underMandate } from '../../src/kernel/mandate';
import { toGlobalId } from '../../src/kernel/global-id';
import { inUnitOfWork, type UnitOfWork } from '../../src/kernel/unit-of-work';
import type { Actor } from '../../src/kernel/actor';
import { runChecks } from '../../src/ledger/verify';
import { refuseReserved } from '../../src/society/refuse-reserved';
import { releaseMatter } from '../../src/society/release-matter';
import type { ReservedMatterRow } from '../../src/society/reserved-matter.entity';
import { mattersAt, mattersKey } from '../../src/society/reserved-matter.reader';
import { RESERVED_MATTER_CHECKS } from '../../src/society/reserved-matters.checks';
import { reserveMatter, type ReserveMatter } from '../../src/society/reserve-matter';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type World } from '../support/world';

let database: FreshDatabase;
let world: World;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
});
afterAll(() => database.drop());

const run = <T>(command: (work: UnitOfWork) => Promise<T>, actor?: Actor, now?: Date) =>
  inUnitOfWork(database.dataSource, actor ?? world.officer.actor, command, now);
const reserve = (more: Partial<ReserveMatter> = {}, actor?: Actor, now?: Date) =>
  run(
    (work) =>
      reserveMatter(work, {
        ...{ communityId: world.home.place.globalId, act: 'set_price' as const },
        ...more,
      }),
    actor,
    now,
  );
const idOf = (row: ReservedMatterRow) => toGlobalId('ReservedMatter', row.communityId, row.id);
const release = (row: ReservedMatterRow, from?: Date, actor?: Actor, now?: Date) =>
  run((work) => releaseMatter(work, { matterId: idOf(row), from }), actor, now);
const actsAt = async (moment: Date, id = world.home.id) =>
  (await mattersAt.read(database.dataSource.manager, id, [mattersKey(moment)])).map(
    ({ act }) => act,
  );
const refusal = (code: string) => expect.objectContaining({ code }) as Error;
const at = (second: number) => new Date(Date.UTC(2031, 0, 1, 0, 0, second));

test('an act is kept from one moment to another, in one community, to the instant', async () => {
  await reserve({ from: at(10), until: at(20) });
  expect(await actsAt(at(9))).toEqual([]);
  expect(await actsAt(at(10))).toEqual(['set_price']);
  expect(await actsAt(new Date(at(20).getTime() - 1))).toEqual(['set_price']);
  expect(await actsAt(at(20))).toEqual([]);
  expect(await actsAt(at(15), world.other.id)).toEqual([]);
});

test('who is no officer of the street keeps nothing, nor frees it', async () => {
  const denied = refusal('FORBIDDEN');
  await expect(reserve({}, world.home.cadre.actor)).rejects.toEqual(denied);
  await expect(reserve({}, world.home.chair.actor)).rejects.toEqual(denied);
  const kept = await reserve({ from: at(30), until: at(40) });
  await expect(release(kept, at(31), world.home.cadre.actor)).rejects.toEqual(denied);
});

test('what is kept is not kept again; what ended or never began may be', async () => {
  const kept = await reserve({ act: 'set_routing_plan', from: at(100) });
  const again = refusal('MATTER_RESERVED');
  const act = 'set_routing_plan' as const;
  await expect(reserve({ act, from: at(500) })).rejects.toEqual(again);
  await expect(reserve({ act, from: at(50), until: at(101) })).rejects.toEqual(again);
  await reserve({ act, from: at(50), until: at(100) });
  const released = await release(kept, at(20));
  expect(released.validUntil).toEqual(kept.validFrom);
  await expect(release(released)).rejects.toEqual(refusal('MATTER_FREE'));
  await reserve({ act, from: at(100) });
  expect(await actsAt(at(100))).toEqual(['set_routing_plan']);
});

test('two officers who keep it at one moment keep it once', async () => {
  const tries = Array.from({ length: 4 }, () => reserve({ act: 'open_project', from: at(1) }));
  const kept = (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled');
  expect(kept).toHaveLength(1);
  expect(await actsAt(at(1))).toEqual(['open_project']);
});

test('the past is not rewritten, and a period has a length', async () => {
  const now = at(200);
  const past = refusal('RULE_IN_PAST');
  await expect(reserve({ from: at(199) }, undefined, now)).rejects.toEqual(past);
  const kept = await reserve({}, undefined, now);
  expect(kept.validFrom).toEqual(now);
  await expect(release(kept, at(209), undefined, at(210))).rejects.toEqual(past);
  expect((await release(kept, undefined, undefined, at(210))).validUntil).toEqual(at(210));
  const empty = refusal('PERIOD_EMPTY');
  await expect(reserve({ from: at(300), until: at(300) })).rejects.toEqual(empty);
  const nowhere = reserve({ communityId: toGlobalId('Place', null, randomUUID()) });
  await expect(nowhere).rejects.toEqual(refusal('ID_UNKNOWN'));
  const street = reserve({ communityId: world.street.globalId });
  await expect(street).rejects.toEqual(refusal('KEEPS_NO_BOOKS'));
});

test('a reserved act is refused unless a resolution opened exactly it', async () => {
  await reserve({ act: 'vacate_seat' });
  const input = { seatId: 'a', because: 'recalled' };
  const { id } = world.home;
  const needed = refusal('RESOLUTION_NEEDED');
  const act = (work: UnitOfWork) => refuseReserved(work, id, 'vacateSeat', input);
  await expect(run(act)).rejects.toEqual(needed);
  const under = (opens: string, given: object) =>
    run((work) => underMandate(work, mandateFor('r', opens, given), act));
  await expect(under('vacateSeat', { because: 'recalled', seatId: 'a' })).resolves.toBeUndefined();
  await expect(under('vacateSeat', { ...input, seatId: 'b' })).rejects.toEqual(needed);
  await expect(under('fillSeat', input)).rejects.toEqual(needed);
  const spent = run(async (work) => {
    await underMandate(work, mandateFor('r', 'vacateSeat', input), act);
    await act(work);
  });
  await expect(spent).rejects.toEqual(needed);
  const elsewhere = run((work) => refuseReserved(work, world.other.id, 'vacateSeat', input));
  await expect(elsewhere).resolves.toBeUndefined();
});

test('what somebody reserves twice behind the commands is found', async () => {
  expect(await runChecks(database.dataSource, RESERVED_MATTER_CHECKS)).toEqual([]);
  await reserve({ act: 'set_service_rates', from: at(1), until: at(9) });
  const kept = await reserve({ act: 'set_service_rates', from: at(9), until: at(12) });
  await database.dataSource.query(
    'update reserved_matter set valid_from = $3 where community_id = $1 and id = $2',
    [kept.communityId, kept.id, at(8)],
  );
  const found = await runChecks(database.dataSource, RESERVED_MATTER_CHECKS);
  expect(found).toEqual([expect.objectContaining({ check: 'reserved-matters-once' })]);
});
