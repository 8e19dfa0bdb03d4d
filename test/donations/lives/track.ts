import { converge } from '../../../src/donations/converge';
import { sendRefunds } from '../../../src/donations/send-refunds';
import type { TenantRef } from '../../../src/kernel/global-id';
import { Refusal } from '../../../src/kernel/refusal';
import { lookAt } from '../../../src/donations/look-at';
import { ProcessorFailed } from '../../../src/payments/processor';
import { workOffEvents } from '../../../src/payments/work-off-events';
import type { Gift } from './life';
import type { Home } from './home';
import type { Process, Stage } from './stage';

/** What has become of a gift in one of the two runs. */
export interface Track {
  readonly key: string;
  ref: TenantRef | null;
  pledgeToken: string | null;
  readonly sessions: string[];
  /** Rows of ours that asked for refunds, of which the processor should know. */
  readonly asked: string[];
  /** The last refund at the processor, or the row that asks for it. */
  refund: { id: string } | { row: string } | null;
  dispute: string | null;
}

/** A life as it is lived on one stage. */
export interface Lived {
  readonly home: Home;
  readonly gifts: readonly Gift[];
  readonly tracks: readonly Track[];
}

const TRIES = 60;

/** Does something until the processor has answered; whoever it is asks again and again. */
export async function until<T>(stage: Stage, act: (process: Process) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act(stage.dice.one(stage.processes));
    } catch (error) {
      const away =
        error instanceof ProcessorFailed ||
        (error instanceof Refusal && error.code === 'PROCESSOR_UNREACHABLE');
      if (!away || tries === TRIES) throw error;
    }
  }
}

/** The giver comes back, so that what is true of the gift so far is known. */
export async function known(stage: Stage, { ref }: Track): Promise<void> {
  if (ref)
    await until(stage, ({ source, processor }) => converge(source, processor, ref, stage.now()));
}

export function chargeOf({ log }: Stage, { sessions }: Track): string {
  const charge = [...sessions].reverse().flatMap((id) => log.chargeOf(id) ?? [])[0];
  if (!charge) throw new Error(`Nothing was paid by ${sessions.join()}`);
  return charge;
}

export function subscriptionOf({ log }: Stage, { sessions }: Track): string {
  return sessions.flatMap((id) => log.subscriptionOf(id) ?? [])[0] ?? '';
}

/** Sends until the processor knows of every refund that was asked for. */
export async function allSent(stage: Stage, { asked }: Track): Promise<void> {
  for (let tries = 1; asked.some((row) => !stage.log.refundOf(row)); tries += 1) {
    if (tries > TRIES) throw new Error('A refund could not be sent');
    const { source, processor } = stage.dice.one(stage.processes);
    await sendRefunds(source, processor, stage.now());
    await stage.standIn.settled();
  }
}

export async function refundOf(stage: Stage, track: Track): Promise<string> {
  await allSent(stage, track);
  const { refund } = track;
  if (!refund) throw new Error('Nothing was given back');
  return 'id' in refund ? refund.id : stage.log.refundOf(refund.row)!;
}

/** Works off what waits, as the worker of events of one process does. */
export async function workOff({ source, processor }: Process, now: Date): Promise<void> {
  await workOffEvents(source, processor, lookAt, now);
}
