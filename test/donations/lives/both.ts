import { prove, holds } from '../../../src/payments/reconcile';
import { findings } from '../gifts';
import { leftBy } from './books';
import { newDice } from './dice';
import { livesOf } from './life';
import { live } from './live';
import { newStage, type Stage } from './stage';

/** Lives that are lived at once; a seed names so many. */
const AT_ONCE = 25;

/** The same lives on a quiet stage and on one where all goes wrong. */
export interface Both {
  readonly quiet: Stage;
  readonly loud: Stage;
}

export async function newBoth(start = Math.floor(Date.now() / 1000) * 1000): Promise<Both> {
  return { quiet: await newStage(start, true), loud: await newStage(start, false) };
}

export async function closeBoth({ quiet, loud }: Both): Promise<void> {
  await quiet.close();
  await loud.close();
}

/** Lives so many lives and tells of each what it should have left behind, and what it left. */
export async function liveBoth({ quiet, loud }: Both, seed: number): Promise<void> {
  const lives = livesOf(seed, Number(process.env.LINLI_LIVES ?? AT_ONCE));
  loud.dice = newDice(seed);
  const [expected, lived] = await Promise.all([live(quiet, lives, seed), live(loud, lives, seed)]);
  for (const [at, life] of lives.entries()) {
    const told = { seed, at, life };
    const left = await leftBy(loud, lived[at]!);
    expect({ told, left }).toEqual({ told, left: await leftBy(quiet, expected[at]!) });
  }
  for (const stage of [quiet, loud]) {
    await checkStage(stage, seed);
    await leaveBehind(stage);
  }
}

/** The next lives are not to wait until everybody has looked after the last ones again. */
async function leaveBehind({ processes }: Stage): Promise<void> {
  const { source } = processes[0]!;
  await source.query('update pledge set next_look_on = null');
  await source.query('update attempt set next_check_at = null');
}

async function checkStage(stage: Stage, seed: number): Promise<void> {
  const { source, processor } = stage.processes[0]!;
  const name = `${stage.quiet ? 'quiet' : 'loud'} ${seed}`;
  // What the board promises here belongs to a grant that nobody has applied for.
  const found = (await findings(source)).filter(({ check }) => check !== 'promises-belong');
  expect([name, found]).toEqual([name, []]);
  const proofs = await prove(source, processor);
  expect([name, proofs.filter((each) => !holds(each))]).toEqual([name, []]);
  const [left] = await source.query<Record<string, number>[]>(
    `-- every community: nothing waits anywhere
     select (select count(*)::int from processor_event where state = 'waiting') events,
       (select count(*)::int from balance_transaction where state = 'waiting') transactions,
       (select count(*)::int from gift_refund where state = 'approved') refunds,
       (select count(*)::int from payment_task where kind in ('gave_up', 'unknown_object')) given_up`,
  );
  expect([name, left]).toEqual([name, { events: 0, transactions: 0, refunds: 0, given_up: 0 }]);
}
