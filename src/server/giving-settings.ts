import { CURRENCIES, type Currency } from '../kernel/currency';
import { given, isLoopback, parse, readChoice, SettingError, type Environment } from './setting';

/** How gifts are paid; `none`: they cannot be, and everything else works. */
export type PaymentSettings =
  | {
      readonly by: 'stripe';
      readonly key: string;
      readonly webhookSecret: string;
      /** Where it listens; null is Stripe's own address. */
      readonly base: string | null;
      readonly currencies: readonly Currency[];
    }
  | { readonly by: 'local'; readonly currencies: readonly Currency[] }
  | { readonly by: 'none' };

export interface MailSettings {
  /** Null: letters are kept instead of sent. */
  readonly smtpUrl: string | null;
  readonly from: string;
}

/** No setting with a secret in it is ever repeated in what is said of it. */
export function readPayments(env: Environment, production: boolean): PaymentSettings {
  const currencies = readCurrencies(given(env, 'STRIPE_CURRENCIES'));
  const key = given(env, 'STRIPE_SECRET_KEY');
  const choice = given(env, 'LOCAL_PAYMENTS');
  const local = choice === undefined ? null : readChoice('LOCAL_PAYMENTS', ['on', 'off'], choice);
  if (key === undefined) {
    refuseHalf(env);
    const on = local === null ? !production : local === 'on';
    return on ? { by: 'local', currencies } : { by: 'none' };
  }
  if (local === 'on')
    throw new SettingError(
      'LOCAL_PAYMENTS=on is for when no money moves: unset it, or unset STRIPE_SECRET_KEY.',
    );
  const base = readBase(given(env, 'STRIPE_API_BASE'), readKey(key));
  const webhookSecret = readWebhookSecret(given(env, 'STRIPE_WEBHOOK_SECRET'));
  return { by: 'stripe', key, webhookSecret, base, currencies };
}

/** What only means something beside a key is a sign that the key was forgotten. */
function refuseHalf(env: Environment): void {
  const half = ['STRIPE_WEBHOOK_SECRET', 'STRIPE_API_BASE'].find((name) => given(env, name));
  if (!half) return;
  throw new SettingError(`STRIPE_SECRET_KEY is missing: ${half} is of no use without it.`);
}

function readKey(key: string): string {
  if (/^(sk|rk)_\w+$/.test(key)) return key;
  throw new SettingError(
    'STRIPE_SECRET_KEY must be a secret or restricted key, such as sk_test_… or rk_live_….',
  );
}

function readWebhookSecret(secret: string | undefined): string {
  if (secret === undefined)
    throw new SettingError(
      'STRIPE_WEBHOOK_SECRET is missing: without it nobody can tell true events from forged ones.',
    );
  if (/^\S{8,}$/.test(secret)) return secret;
  throw new SettingError(
    'STRIPE_WEBHOOK_SECRET must be the signing secret of the endpoint, such as whsec_….',
  );
}

/** A key of real money does not travel unencrypted. */
function readBase(value: string | undefined, key: string): string | null {
  if (value === undefined) return null;
  const url = parse(value);
  const plain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  if (!url || !plain || url.pathname !== '/' || url.search || url.hash)
    throw new SettingError('STRIPE_API_BASE must have the form http://127.0.0.1:12120.');
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && /^(sk|rk)_live_/.test(key))
    throw new SettingError('STRIPE_API_BASE must begin with https for a key of real money.');
  return url.origin;
}

function readCurrencies(value: string | undefined): readonly Currency[] {
  if (value === undefined) return CURRENCIES;
  const asked = value.split(',').map((code) => code.trim());
  const known = CURRENCIES.filter((code) => asked.includes(code));
  if (asked.every((code) => CURRENCIES.some((each) => each === code))) return known;
  throw new SettingError(
    `STRIPE_CURRENCIES must be a list out of ${CURRENCIES.join(',')}, not "${value}".`,
  );
}

const NOBODY = 'Linli <letters@linli.invalid>';

export function readMail(env: Environment): MailSettings {
  const smtpUrl = given(env, 'SMTP_URL') ?? null;
  const from = given(env, 'MAIL_FROM');
  if (from !== undefined && !/^([^<>"@]+ <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/.test(from))
    throw new SettingError(
      `MAIL_FROM must have the form Foundation <letters@example.org>, not "${from}".`,
    );
  if (smtpUrl === null) return { smtpUrl, from: from ?? NOBODY };
  const url = parse(smtpUrl);
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname)
    throw new SettingError('SMTP_URL must have the form smtps://user:password@host:port.');
  if (from === undefined)
    throw new SettingError('MAIL_FROM is missing: letters that leave by SMTP_URL come from it.');
  return { smtpUrl, from };
}
