import { isIP, isIPv6 } from 'node:net';
import path from 'node:path';
import { readMail, readPayments, type MailSettings, type PaymentSettings } from './giving-settings';
import { projectFolder } from './project-folder';
import { readAttachments, type AttachmentSettings } from './attachment-settings';
import { given, parse, readChoice, SettingError, type Environment } from './setting';

/** Everything that can be set from outside; docs/settings.md is its page. */
export interface Settings {
  /** The PostgreSQL to use; null means the embedded one. */
  databaseUrl: string | null;
  port: number;
  host: string;
  /** Where the embedded PostgreSQL keeps its data. */
  dataDir: string;
  environment: (typeof ENVIRONMENTS)[number];
  /** The address people use, without a slash at its end; null means the one listened on. */
  publicUrl: string | null;
  /** Whether any query is answered, or only the documents of our own web client. */
  openQueries: boolean;
  /** Which queries are compiled. */
  queryCompiler: (typeof COMPILED)[number];
  /** Whose word on where a request comes from is believed. */
  trustedProxies: string[];
  payments: PaymentSettings;
  mail: MailSettings;
  attachments: AttachmentSettings;
}

const ENVIRONMENTS = ['development', 'production', 'test'] as const;

const COMPILED = ['trusted', 'all', 'off'] as const;

/** Reads the settings from the environment; throws a SettingError that names the wrong one. */
export function readSettings(env: Environment): Settings {
  const environment = readEnvironment(given(env, 'NODE_ENV') ?? 'development');
  const open = environment === 'production' ? 'off' : 'on';
  const dataDir = path.resolve(projectFolder, given(env, 'DATA_DIR') ?? '.data');
  const settings: Settings = {
    databaseUrl: readDatabaseUrl(given(env, 'DATABASE_URL')),
    port: readPort(given(env, 'PORT') ?? '4000'),
    host: readHost(given(env, 'HOST') ?? '127.0.0.1'),
    dataDir,
    environment,
    publicUrl: readPublicUrl(given(env, 'PUBLIC_URL')),
    openQueries:
      readChoice('OPEN_QUERIES', ['on', 'off'], given(env, 'OPEN_QUERIES') ?? open) === 'on',
    queryCompiler: readChoice(
      'QUERY_COMPILER',
      COMPILED,
      given(env, 'QUERY_COMPILER') ?? 'trusted',
    ),
    trustedProxies: readProxies(given(env, 'TRUSTED_PROXIES') ?? 'loopback'),
    payments: readPayments(env, environment === 'production'),
    mail: readMail(env),
    attachments: readAttachments(env, dataDir),
  };
  if (settings.environment === 'production' && !settings.databaseUrl) {
    throw new SettingError(
      'DATABASE_URL is missing: with NODE_ENV=production the books belong on a PostgreSQL ' +
        'server (15 or newer) that somebody backs up.',
    );
  }
  if (settings.environment === 'production' && settings.queryCompiler === 'all') {
    throw new SettingError(
      'QUERY_COMPILER=all is for development and tests: it makes code of what anybody sends.',
    );
  }
  return settings;
}

function readDatabaseUrl(value: string | undefined): string | null {
  if (value === undefined) return null;
  const url = parse(value);
  // The value is not repeated: it may hold a password.
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2) {
    throw new SettingError(
      'DATABASE_URL must have the form postgresql://user:password@host:port/database.',
    );
  }
  return value;
}

function readPort(value: string): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return port;
  throw new SettingError(`PORT must be a number from 0 (any free port) to 65535, not "${value}".`);
}

function readHost(value: string): string {
  if (/^[\w.:-]+$/.test(value)) return value;
  throw new SettingError(`HOST must be an address or a host's name, not "${value}".`);
}

function readEnvironment(value: string): Settings['environment'] {
  const known = ENVIRONMENTS.find((name) => name === value);
  if (known) return known;
  throw new SettingError(`NODE_ENV must be ${ENVIRONMENTS.join(', ')} or unset, not "${value}".`);
}

/** Anybody can write a header: an address counts only as told by a proxy that is known. */
function readProxies(value: string): string[] {
  const proxies = value.split(',').map((each) => each.trim());
  if (proxies.every(isProxy)) return proxies;
  throw new SettingError(
    `TRUSTED_PROXIES must be loopback, or a list of addresses such as 10.0.0.0/8, not "${value}".`,
  );
}

function isProxy(value: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(value)) return true;
  const [address = '', bits = '0', ...more] = value.split('/');
  const most = isIPv6(address) ? 128 : 32;
  return isIP(address) > 0 && /^\d+$/.test(bits) && Number(bits) <= most && more.length === 0;
}

function readPublicUrl(value: string | undefined): string | null {
  if (value === undefined) return null;
  const url = parse(value);
  if (url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username) {
    return url.href.replace(/\/+$/, '');
  }
  throw new SettingError(
    `PUBLIC_URL must have the form https://linli.example.org, not "${value}".`,
  );
}
