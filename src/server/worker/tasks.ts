import type { DataSource } from 'typeorm';
import { connectedStore } from '../../attachments/object-store';
import { sweepAttachments } from '../../attachments/sweep-attachments';
import { runVerifications } from '../../books/run-verifications';
import { expireCredits } from '../../credits/expire-credits';
import { tellExpiry } from '../../credits/tell-expiry';
import { lookAt } from '../../donations/look-at';
import { sendRefunds } from '../../donations/send-refunds';
import { sweep } from '../../donations/sweep';
import { seal } from '../../ledger/seal';
import { sendMails } from '../../mail/send-mails';
import type { Sender } from '../../mail/sender';
import { hearSilences } from '../../motions/hear-silences';
import { connectedProcessor, type Processor } from '../../payments/processor';
import { reconcile } from '../../payments/reconcile';
import { workOffEvents } from '../../payments/work-off-events';
import { rolling } from '../../reports/rolling';
import { issueStatements } from '../../supermarkets/issue-statements';
import { CHECKS } from '../checks';
import type { Task } from './jobs';

/** What a task is given. */
export interface Turn {
  /** Whether the process is about to stop: what waits is left to others, or to its next start. */
  isOver(): boolean;
  /** Asks for another task, so many milliseconds from now. */
  next(task: Task, afterMs?: number): Promise<void>;
}

/** The transactions of what just happened are known to the processor a little later. */
const SETTLED_AFTER_MS = { stripe: 2 * 60_000, local: 2000 } as const;

/** Each task by its name, as thin as it can be: what it does stands with what it is about. */
export function tasksFor(
  source: DataSource,
  sender: Sender,
): Readonly<Record<Task, (turn: Turn) => Promise<void>>> {
  return {
    events: (turn) =>
      withProcessor(source, async (processor) => {
        let taken = 0;
        const workOff = () => workOffEvents(source, processor, lookAt, new Date());
        for (let more = await workOff(); more > 0 && !turn.isOver(); more = await workOff())
          taken += more;
        if (taken === 0) return;
        await turn.next('refunds');
        await turn.next('mails');
        await turn.next('reconcile', SETTLED_AFTER_MS[processor.provider]);
      }),
    refunds: (turn) =>
      withProcessor(source, async (processor) => {
        await sendRefunds(source, processor, new Date());
        await turn.next('mails');
      }),
    mails: async (turn) => {
      for (let more = true; more && !turn.isOver();) {
        const { sent, kept } = await sendMails(source, sender);
        more = sent + kept > 0;
      }
    },
    sweep: (turn) =>
      withProcessor(source, async (processor) => {
        await sweep(source, processor, new Date());
        await turn.next('mails');
      }),
    reconcile: () =>
      withProcessor(source, async (processor) => {
        await reconcile(source, processor, lookAt, new Date());
      }),
    expiry: async (turn) => {
      await expireCredits(source, new Date(), turn.isOver);
      await tellExpiry(source, new Date(), turn.isOver);
    },
    statements: (turn) => issueStatements(source, new Date(), turn.isOver),
    motions: (turn) => hearSilences(source, new Date(), turn.isOver),
    verifications: (turn) =>
      runVerifications(source, CHECKS, () => seal(source, rolling(source)), turn.isOver),
    attachments: async (turn) => {
      const store = connectedStore(source);
      if (store) await sweepAttachments(source, store, new Date(), turn.isOver);
    },
  };
}

/** Where nobody takes payments there is nothing to ask, and what waits goes on waiting. */
async function withProcessor(
  source: DataSource,
  act: (processor: Processor) => Promise<void>,
): Promise<void> {
  const processor = connectedProcessor(source);
  if (processor) await act(processor);
}
