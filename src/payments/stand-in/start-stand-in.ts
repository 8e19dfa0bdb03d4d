import { release } from './attempt';
import { LOCAL_SECRET, postTo, type Webhook } from './deliver';
import { closeDispute, escalateDispute, openDispute } from './dispute';
import { createFaults } from './faults';
import { type NewId, timedIds } from './ids';
import type { Keeping } from './kinds';
import { HOST, listen, portOf, stop } from './listen';
import { pay, settlePending } from './pay';
import { failPayout, payOut } from './payout';
import { failRefund, settleRefund } from './refund-end';
import { createRunning, type Running } from './running';
import { expireSession } from './session';
import { dashboardRefund, strangeCharge } from './strange';
import { advanceSubscription, payInvoice } from './subscription-cycle';
import type { RefundWays, Settlement, Ways, World } from './world';

export interface StandInOptions {
  /** 0 takes any that is free. */
  readonly port?: number;
  readonly ids?: NewId;
  /** Milliseconds since 1970; the stand-in's own clock may be set forward from there. */
  readonly clock?: () => number;
  readonly webhook: Webhook;
  readonly keeping?: Keeping;
  /** Whom the payment page names. */
  readonly merchant?: string;
  /** Where payers find the page, when that is not the stand-in's own address. */
  readonly pageUrl?: string;
  readonly settlement?: Settlement;
  readonly availableAfterSeconds?: number;
}

export type StandIn = Awaited<ReturnType<typeof startStandIn>>;

const TWO_DAYS = 2 * 24 * 3600;
const PROMPT_REFUNDS: RefundWays = {
  pendingFirst: false,
  holdBalanceTransaction: false,
  exchangeRate: null,
};

/**
 * Starts a stand-in for Stripe on this machine. It speaks the same `/v1` to the same client for
 * what Linli asks, and refuses what Stripe would refuse; but no money moves.
 */
export async function startStandIn(options: StandInOptions) {
  const { webhook, keeping, clock = Date.now } = options;
  const stopped = new AbortController();
  const ways: Ways = {
    pageUrl: '',
    merchant: options.merchant ?? 'Linli 邻里',
    settlement: options.settlement ?? null,
    availableAfterSeconds: options.availableAfterSeconds ?? TWO_DAYS,
    refunds: PROMPT_REFUNDS,
  };
  const running = createRunning({
    kept: (await keeping?.load()) ?? [],
    keeping,
    newId: options.ids ?? timedIds(),
    clock,
    deliver: 'deliver' in webhook ? webhook.deliver : postTo(webhook.url, stopped.signal),
    secret: webhook.secret ?? LOCAL_SECRET,
    ways,
  });
  const faults = createFaults();
  const server = await listen(running, faults, options.port ?? 0);
  const port = portOf(server);
  const url = `http://${HOST}:${port}`;
  ways.pageUrl = options.pageUrl ?? url;
  running.sendLeft();
  const timer = setInterval(() => void running.run(() => undefined).catch(() => undefined), 1000);
  timer.unref();
  return {
    url,
    host: HOST,
    port,
    ...acts(running),
    fault: faults.add,
    /** Refunds that are made from now on. */
    refunds: (changes: Partial<RefundWays>) =>
      void (ways.refunds = { ...ways.refunds, ...changes }),
    close: async (): Promise<void> => {
      clearInterval(timer);
      stopped.abort();
      await stop(server);
      await running.settled();
    },
  };
}

/** What payers, their banks and the account's owner do, in the process and not over HTTP. */
function acts(running: Running) {
  const doing =
    <A extends unknown[], T>(act: (world: World, ...given: A) => T) =>
    (...given: A): Promise<T> =>
      running.run((world) => act(world, ...given));
  return {
    pay: doing(pay),
    settlePending: doing(settlePending),
    expire: doing(expireSession),
    dashboardRefund: doing(dashboardRefund),
    settleRefund: doing(settleRefund),
    failRefund: doing(failRefund),
    openDispute: doing(openDispute),
    escalateDispute: doing(escalateDispute),
    closeDispute: doing(closeDispute),
    advanceSubscription: doing(advanceSubscription),
    payInvoice: doing(payInvoice),
    payOut: doing(payOut),
    failPayout: doing(failPayout),
    releaseBalanceTransaction: doing(release),
    strangeCharge: doing(strangeCharge),
    /** Sets the stand-in's clock forward, and lets happen what is due by then. */
    advanceClock: (seconds: number): Promise<void> => {
      running.advanceClock(seconds);
      return running.run(() => undefined);
    },
    /** Resolves when every event has been taken or given up. */
    settled: running.settled,
  };
}
