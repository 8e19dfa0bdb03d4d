import Stripe from 'stripe';
import type { Processor } from './processor';

export interface ProcessorAt {
  readonly key: string;
  /** Where it listens; null is its own address. */
  readonly base: string | null;
  readonly provider: Processor['provider'];
  readonly webhookSecret: string;
  readonly publicUrl: string;
  readonly currencies: readonly string[];
}

/** It answers within seconds or is asked again later: nobody waits for it in a transaction. */
const TIMEOUT_MS = 10_000;
const RETRIES = 1;

/** A processor to connect. Its own stand-in differs by address and key, and by nothing else. */
export function newProcessor(at: ProcessorAt): Processor {
  const { key, base, provider, webhookSecret, publicUrl, currencies } = at;
  const stripe = new Stripe(key, {
    ...(base ? addressOf(base) : {}),
    timeout: TIMEOUT_MS,
    maxNetworkRetries: RETRIES,
    telemetry: false,
    appInfo: { name: 'Linli' },
  });
  const livemode = /^(sk|rk)_live_/.test(key);
  return { stripe, provider, livemode, webhookSecret, publicUrl, currencies };
}

function addressOf(base: string): { host: string; port: number; protocol: 'http' | 'https' } {
  const { hostname, port, protocol } = new URL(base);
  const secure = protocol === 'https:';
  return {
    host: hostname,
    port: Number(port) || (secure ? 443 : 80),
    protocol: secure ? 'https' : 'http',
  };
}
