import { setTimeout as pause } from 'node:timers/promises';
import { hearSilences } from '../../src/motions/hear-silences';
import type { MotionRow } from '../../src/motions/motion.entity';
import { TASKS } from '../../src/server/worker/jobs';
import { tasksFor } from '../../src/server/worker/tasks';
import { newSender } from '../../src/mail/sender';
import { setRule } from '../councils/chamber';
import { countQueries } from '../support/queries';
import { again, newAssembly, screen, START, table, type Assembly } from './assembly';

/** What nobody has screened in time is admitted or returned, though nobody asks (C1). */

let assembly: Assembly;
beforeEach(async () => {
  assembly = await newAssembly(5);
});
afterEach(() => assembly.database.drop());

const RULE = { seatsPerGroup: 0, minSeats: 5, rollCall: true };

/** So many motions that wait to be screened, in the order in which the job takes them. */
async function waiting(count: number): Promise<MotionRow[]> {
  const motions: MotionRow[] = [];
  for (let n = 0; n < count; n += 1) {
    const now = new Date(START.getTime() + n);
    motions.push(await table(assembly, { title: `Waits ${n}` }, undefined, now));
  }
  return motions;
}
const last = (motions: readonly MotionRow[]) => motions.at(-1)!.screenBy!;

const statesOf = async (motions: readonly MotionRow[]) =>
  await Promise.all(motions.map(async (motion) => (await again(assembly, motion)).state));

const hear = (now: Date, isOver?: () => boolean) =>
  hearSilences(assembly.database.dataSource, now, isOver);

test('each is admitted at its last moment, and not before; what was screened stays as it is', async () => {
  const motions = await waiting(3);
  const [first, , third] = motions as [MotionRow, MotionRow, MotionRow];
  await screen(assembly, third, 'return');
  await hear(new Date(first.screenBy!.getTime() - 1));
  expect(await statesOf(motions)).toEqual(['tabled', 'tabled', 'returned']);
  await hear(first.screenBy!);
  expect(await statesOf(motions)).toEqual(['admitted', 'tabled', 'returned']);
  await hear(new Date(last(motions).getTime() + 1));
  expect(await statesOf(motions)).toEqual(['admitted', 'admitted', 'returned']);
  expect(await again(assembly, first)).toMatchObject({
    ...{ screenedBy: null, screenedAt: first.screenBy, screeningReason: null },
  });
});

test('silence means what the rule said at that moment, however late it is heard', async () => {
  await setRule(assembly, assembly.council, { ...RULE, silence: 'returns' });
  const motions = await waiting(1);
  const from = new Date(last(motions).getTime() + 1);
  await setRule(assembly, assembly.council, { ...RULE, silence: 'admits', from });
  await hear(new Date(from.getTime() + 60_000));
  expect(await statesOf(motions)).toEqual(['returned']);
});

test('who is told to stop leaves the rest to the next time', async () => {
  const motions = await waiting(3);
  let asked = 0;
  await hear(last(motions), () => (asked += 1) > 1);
  expect(await statesOf(motions)).toEqual(['admitted', 'tabled', 'tabled']);
  await hear(last(motions));
  expect(await statesOf(motions)).toEqual(['admitted', 'admitted', 'admitted']);
});

test('killed in the middle of one it has lost nothing, and says it when it comes again', async () => {
  const motions = await waiting(3);
  const { dataSource } = assembly.database;
  const holder = dataSource.createQueryRunner();
  await holder.startTransaction();
  await holder.query('select 1 from motion where id = $1 for update', [motions[1]!.id]);
  const dies = expect(hear(last(motions))).rejects.toThrow(/terminat/);
  for (let ended = 0; ended === 0; await pause(10)) {
    const rows: unknown[] = await dataSource.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    ended = rows.length;
  }
  await dies;
  expect(await statesOf(motions)).toEqual(['admitted', 'tabled', 'admitted']);
  await holder.rollbackTransaction();
  await holder.release();
  await hear(last(motions));
  expect(await statesOf(motions)).toEqual(['admitted', 'admitted', 'admitted']);
});

test('one that fails is told, and keeps no other waiting', async () => {
  const motions = await waiting(3);
  // At that moment the council had no rule.
  await assembly.database.dataSource.query(
    `update motion set screen_by = '2000-01-01' where id = $1`,
    [motions[1]!.id],
  );
  await expect(hear(last(motions))).rejects.toThrow('follows no rule');
  expect(await statesOf(motions)).toEqual(['admitted', 'tabled', 'admitted']);
});

test('two processes at once say it once each', async () => {
  const motions = await waiting(4);
  const { result, statements } = await countQueries(assembly.database.dataSource, () =>
    Promise.all([hear(last(motions)), hear(last(motions))]),
  );
  expect(result).toHaveLength(2);
  expect(await statesOf(motions)).toEqual(Array.from({ length: 4 }, () => 'admitted'));
  const said = statements.filter((text) => text.startsWith('update motion set state'));
  expect(said).toHaveLength(4);
});

test('the worker does it, with whatever else it does', async () => {
  expect(TASKS).toContain('motions');
  const motions = await waiting(1);
  await assembly.database.dataSource.query('update motion set screen_by = $2 where id = $1', [
    motions[0]!.id,
    new Date(),
  ]);
  const turn = { isOver: () => false, next: () => Promise.resolve() };
  await tasksFor(assembly.database.dataSource, newSender(undefined, '')).motions(turn);
  expect(await statesOf(motions)).toEqual(['admitted']);
});
