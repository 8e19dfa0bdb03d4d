import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { lookAt } from '../../src/donations/look-at';
import { sendRefunds } from '../../src/donations/send-refunds';
import { startDonation, type StartDonation } from '../../src/donations/start-donation';
import { sweep } from '../../src/donations/sweep';
import { STRANGER } from '../../src/kernel/actor';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { newProcessor } from '../../src/payments/new-processor';
import { connectProcessor, type Processor } from '../../src/payments/processor';
import { receiveEvent } from '../../src/payments/receive-event';
import { reconcile } from '../../src/payments/reconcile';
import { startStandIn, type StandIn } from '../../src/payments/stand-in/start-stand-in';
import { workOffEvents } from '../../src/payments/work-off-events';
import { CHECKS } from '../../src/server/checks';
import { runChecks } from '../../src/ledger/verify';
import { cny } from '../foundations/money';

const SECRET = 'whsec_of_the_tests';

/** An event on its way. */
export interface OnItsWay {
  readonly id: string;
  readonly payload: string;
  readonly signature: string;
}

/** A processor of the tests with the worker of events, driven by hand. */
export interface Counter {
  readonly standIn: StandIn;
  readonly processor: Processor;
  /** Events that the stand-in sent and nobody has taken in yet. */
  readonly events: OnItsWay[];
  /** Takes in all events that came and works them off. */
  deliver(now?: Date): Promise<void>;
  /** Everything the worker would do in a minute, without any event. */
  work(now?: Date): Promise<void>;
  close(): Promise<void>;
}

/** Starts a stand-in whose events wait to be delivered, and connects it. */
export async function newCounter(
  source: DataSource,
  options: Partial<Parameters<typeof startStandIn>[0]> = {},
): Promise<Counter> {
  const events: OnItsWay[] = [];
  const standIn = await startStandIn({
    webhook: {
      secret: SECRET,
      deliver: async (event) => {
        events.push(event);
        return Promise.resolve();
      },
    },
    ...options,
  });
  const processor = newProcessor({
    ...{ key: 'sk_test_of_the_tests', base: standIn.url, provider: 'local' as const },
    ...{ webhookSecret: SECRET, publicUrl: 'https://linli.example.org' },
    currencies: ['CNY', 'USD', 'EUR', 'HKD', 'JPY'],
  });
  connectProcessor(source, processor);
  const work = async (now = new Date()) => {
    await sweep(source, processor, now);
    await sendRefunds(source, processor, now);
    await reconcile(source, processor, lookAt, now);
  };
  return {
    ...{ standIn, processor, events, work },
    deliver: async (now) => {
      await standIn.settled();
      for (const event of events.splice(0))
        await receiveEvent(source, processor, Buffer.from(event.payload), event.signature);
      await workOffEvents(source, processor, lookAt, now ?? new Date());
    },
    close: () => standIn.close(),
  };
}

/** Begins a gift as a stranger. */
export function give(source: DataSource, input: Partial<StartDonation>, now?: Date) {
  return inUnitOfWork(
    source,
    STRANGER,
    (work) =>
      startDonation(work, {
        ...{ idempotencyKey: `gift-${randomUUID()}`, to: {}, amount: cny('88.00') },
        ...{ schedule: 'once', locale: 'zh', ...input },
      }),
    now,
  );
}

/** The session that a gift's checkout leads to. */
export const sessionOf = (url: string | null) => url?.split('/').at(-1) ?? '';

/** What stands on accounts of a kind, by currency, in minor units on their normal side. */
export async function standing(source: DataSource, kind: string): Promise<Record<string, string>> {
  const rows = await source.query<{ code: string; minor: string }[]>(
    `select asset.code, sum((debits - credits) * normal_side) minor from ledger_account held
     join asset on asset.id = held.asset_id where held.kind = $1
     group by asset.code having sum(debits - credits) <> 0 order by 1`,
    [kind],
  );
  return Object.fromEntries(rows.map(({ code, minor }) => [code, minor]));
}

/** All of `verify`. */
export async function findings(source: DataSource) {
  return await runChecks(source, CHECKS);
}
