import { setTimeout as pause } from 'node:timers/promises';
import { lookAt } from '../../../src/donations/look-at';
import { sendRefunds } from '../../../src/donations/send-refunds';
import { sweep } from '../../../src/donations/sweep';
import { ProcessorFailed } from '../../../src/payments/processor';
import { receiveEvent } from '../../../src/payments/receive-event';
import { reconcile } from '../../../src/payments/reconcile';
import type { OnItsWay } from '../gifts';
import type { Process, Stage } from './stage';
import { workOff } from './track';

/** Brings every event once, in order, and works them off: the quiet run. */
export async function bringAll(stage: Stage): Promise<void> {
  const process = stage.processes[0]!;
  for (const event of stage.events.splice(0)) await bring(process, event);
  await workOff(process, stage.now());
}

async function bring({ source, processor }: Process, { payload, signature }: OnItsWay) {
  await receiveEvent(source, processor, Buffer.from(payload), signature);
}

/** What a worker does in a minute when nothing goes wrong. */
export async function quietly(stage: Stage): Promise<void> {
  const { source, processor } = stage.processes[0]!;
  const now = stage.now();
  await sweep(source, processor, now);
  await sendRefunds(source, processor, now);
  await stage.standIn.settled();
  await bringAll(stage);
  await reconcile(source, processor, lookAt, now);
}

/**
 * So many chores are done beside what one giver does in a round. They are counted, not timed: a
 * machine that has much else to do would do more of them, for as long as the givers take.
 */
const CHORES = 6;

/** Three givers at a time, three processes, events in any order, and a processor that errs. */
export async function race(stage: Stage, lines: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = [...lines];
  let busy = true;
  let chores = 0;
  const give = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (stage.dice.percent(30)) err(stage);
      chores += CHORES;
      await next();
    }
  };
  const work = async (process: Process) => {
    while (busy) {
      if (chores > 0) {
        chores -= 1;
        await chore(stage, process);
      }
      await pause(1);
    }
  };
  const workers = Promise.all(stage.processes.map(work));
  try {
    await Promise.all([give(), give(), give()]);
  } finally {
    busy = false;
    await workers;
  }
}

function err({ standIn, dice }: Stage): void {
  const kind = dice.one(['500', 'garbage', 'reset', '200-empty'] as const);
  standIn.fault({ next: 1 + dice.throw(2), kind, after: dice.percent(50) });
}

async function chore(stage: Stage, process: Process): Promise<void> {
  const { dice } = stage;
  const { source, processor } = process;
  const now = stage.now();
  const events = dice.throw(10);
  try {
    if (events < 5) await bringSome(stage, process);
    else if (events < 7) await workOff(process, now);
    else if (events < 8) await sweep(source, processor, now);
    else if (events < 9) await sendRefunds(source, processor, now);
    else await reconcile(source, processor, lookAt, now);
  } catch (error) {
    if (!(error instanceof ProcessorFailed)) throw error;
  }
}

/** Of what is on its way some is lost, some comes twice, some waits, and nothing is in order. */
async function bringSome(stage: Stage, process: Process): Promise<void> {
  const { dice, events } = stage;
  for (const event of dice.shuffle(events.splice(0))) {
    const fate = dice.throw(100);
    if (fate < 25) continue;
    if (fate < 55) {
      events.push(event);
      continue;
    }
    await bring(process, event);
    if (fate >= 85) await bring(dice.one(stage.processes), event);
  }
}

/** Whatever is still on its way is lost; time passes, and one process does what is left to do. */
const HOURS = [0.2, 1, 1, 25, 2, 25, 25, 1, 1];

export async function rest(stage: Stage): Promise<void> {
  if (stage.quiet) await bringAll(stage);
  else stage.events.splice(0);
  const process = stage.processes[0]!;
  const { source, processor } = process;
  for (const hours of HOURS) {
    await stage.pass(hours * 3600);
    if (stage.quiet) await bringAll(stage);
    stage.events.splice(0);
    const now = stage.now();
    await workOff(process, now).catch(farAway);
    await sweep(source, processor, now);
    await sendRefunds(source, processor, now);
    await reconcile(source, processor, lookAt, now).catch(farAway);
    await stage.standIn.settled();
    for (const id of stage.log.pendingRefunds()) await stage.standIn.settleRefund(id);
    await stage.standIn.settled();
  }
}

/** A fault that nobody had met before the end. */
function farAway(error: unknown): void {
  if (!(error instanceof ProcessorFailed)) throw error;
}
