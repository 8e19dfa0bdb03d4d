import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { newSender } from '../mail/sender';
import { onWake } from '../kernel/wake';
import type { Log } from './errors';
import { registerGiverPages } from './gift-pages/giver-routes';
import { registerOutbox } from './gift-pages/outbox-routes';
import type { MailSettings, PaymentSettings } from './giving-settings';
import { connectPayments, type Connected } from './payments/connect';
import { registerPayPage } from './payments/pay-page';
import type { TellFault } from './web/public-pages';
import { registerWebhook } from './webhook-route';
import type { Settings } from './settings';
import { askFor, type Task } from './worker/jobs';
import { runWorker } from './worker/run-worker';

/** Without `payments` a server takes none and works on no jobs. */
export interface GivingSettings {
  readonly publicUrl: string | null;
  readonly payments?: PaymentSettings;
  readonly mail?: MailSettings;
  readonly environment?: Settings['environment'];
  /** Tells a fault as public pages do; null: none are built. */
  readonly fail: TellFault | null;
}

/** What givers meet, before the server listens and after. */
export interface Giving {
  /** Connects the payments and sets the worker to work. */
  start(url: string): Promise<void>;
  /** Takes no job any more. */
  rest(): Promise<void>;
  /** Ends the stand-in, once nobody asks it any more. */
  stop(): Promise<void>;
}

export async function registerGiving(
  app: FastifyInstance,
  settings: GivingSettings,
  source: DataSource,
  log: Log,
): Promise<Giving> {
  const { payments, mail, publicUrl, environment, fail } = settings;
  let connected: Connected | null = null;
  let rest = () => Promise.resolve();
  const wake = (task: Task) =>
    void askFor(source, task).catch((error: unknown) =>
      log(`the worker was not woken: ${String(error)}`),
    );
  await registerWebhook(app, source, () => wake('events'), log);
  registerGiverPages(app, { source, wake, publicUrl, fail });
  const isDemo = environment !== 'production' && payments?.by !== 'stripe';
  if (mail?.smtpUrl === null && isDemo) registerOutbox(app, source);
  if (mail?.smtpUrl === null && payments?.by === 'stripe')
    log('SMTP_URL is not set: letters to givers are kept and reach nobody.');
  await registerPayPage(app, () => connected?.standIn() ?? null, isDemo);
  return {
    start: async (url) => {
      if (!payments) return;
      const webhookUrl = `${ownAddress(app)}/webhooks/stripe`;
      const pageUrl = publicUrl ?? url;
      const addresses = { publicUrl: pageUrl, webhookUrl, pageUrl };
      connected = await connectPayments(source, payments, addresses, log);
      onWake(source, wake);
      const sender = newSender(mail?.smtpUrl ?? undefined, mail?.from ?? '');
      const worker = runWorker(source, sender, log);
      rest = async () => {
        await worker.stop();
        sender.close();
      };
    },
    rest: () => rest(),
    stop: async () => await connected?.close(),
  };
}

/** Where this very process is reached from its own machine, whatever it is called outside. */
function ownAddress(app: FastifyInstance): string {
  const { address, port, family } = app.server.address() as AddressInfo;
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`;
  return family === 'IPv6' ? `http://[${address}]:${port}` : `http://${address}:${port}`;
}
