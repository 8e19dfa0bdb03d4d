import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { newProcessor } from '../../payments/new-processor';
import { connectProcessor } from '../../payments/processor';
import type { Webhook } from '../../payments/stand-in/deliver';
import { CannotStart } from '../cannot-start';
import type { Log } from '../errors';
import type { PaymentSettings } from '../giving-settings';
import { joinLocal } from './local-processor';

/** Payments that were connected, for as long as the server runs. */
export interface Connected {
  /** Where the stand-in listens; null where none is used. */
  standIn(): string | null;
  close(): Promise<void>;
}

interface Addresses {
  /** Where givers come back to. */
  readonly publicUrl: string;
  /** Where the stand-in brings its events, on this machine; null: it keeps them for later. */
  readonly webhookUrl: string | null;
  /** Where payers find the stand-in's page, when that is not its own address. */
  readonly pageUrl?: string;
}

/** Gifts of the demonstration and real ones cannot stand beside each other: no proof would hold. */
async function refuseOther(source: DataSource, provider: 'stripe' | 'local'): Promise<void> {
  const rows = await source.query<unknown[]>(
    `-- every community: one account is for all
     select 1 from gift_payment payment
     join donation on donation.community_id = payment.community_id and donation.id = payment.donation_id
     where donation.provider <> $1 limit 1`,
    [provider],
  );
  if (rows.length === 0) return;
  throw new CannotStart(
    provider === 'stripe'
      ? 'STRIPE_SECRET_KEY: this database holds gifts of the demonstration; real ones need another.'
      : 'STRIPE_SECRET_KEY is missing: this database holds real gifts.',
  );
}

const NOTHING: Connected = { standIn: () => null, close: () => Promise.resolve() };

/** Lets the commands on a data source take payments, as the settings say. */
export async function connectPayments(
  source: DataSource,
  settings: PaymentSettings,
  { publicUrl, webhookUrl, pageUrl }: Addresses,
  log: Log,
): Promise<Connected> {
  if (settings.by === 'none') return NOTHING;
  await refuseOther(source, settings.by);
  const { currencies } = settings;
  if (settings.by === 'stripe') {
    const { key, base, webhookSecret } = settings;
    const at = { key, base, webhookSecret, publicUrl, currencies, provider: 'stripe' } as const;
    connectProcessor(source, newProcessor(at));
    return NOTHING;
  }
  // Of each start: nobody can have learnt it before.
  const webhookSecret = `whsec_${randomBytes(24).toString('base64url')}`;
  const local = await joinLocal(source, {
    webhook: webhookUrl ? { url: webhookUrl, secret: webhookSecret } : later(webhookSecret),
    ...(pageUrl === undefined ? {} : { pageUrl }),
    connect: (base) =>
      connectProcessor(
        source,
        newProcessor({
          ...{ key: 'sk_test_local', base, webhookSecret, publicUrl, currencies },
          provider: 'local',
        }),
      ),
    log,
  });
  return { standIn: local.base, close: local.close };
}

/** An event that nobody takes now stays, and is sent when a server runs again. */
function later(secret: string): Webhook {
  return { secret, deliver: () => Promise.reject(new Error('There is no server to tell')) };
}
