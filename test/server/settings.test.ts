import path from 'node:path';
import { SettingError } from '../../src/server/setting';
import { readSettings } from '../../src/server/settings';

test('nothing set: the embedded database, loopback, port 4000', () => {
  expect(readSettings({})).toEqual({
    databaseUrl: null,
    port: 4000,
    host: '127.0.0.1',
    dataDir: path.resolve(__dirname, '../../.data'),
    environment: 'development',
    publicUrl: null,
    openQueries: true,
    queryCompiler: 'trusted',
    trustedProxies: ['loopback'],
    payments: { by: 'local', currencies: ['CNY', 'USD', 'EUR', 'HKD', 'JPY'] },
    mail: { smtpUrl: null, from: 'Linli <letters@linli.invalid>' },
    attachments: {
      mostBytes: 10_000_000,
      store: { by: 'folder', folder: path.resolve(__dirname, '../../.data/attachments') },
    },
  });
});

test('everything set', () => {
  const settings = readSettings({
    DATABASE_URL: 'postgresql://linli:secret@db.example.org:5432/linli',
    PORT: '80',
    HOST: '::',
    DATA_DIR: '/srv/linli',
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://linli.example.org/',
    OPEN_QUERIES: 'on',
    QUERY_COMPILER: 'off',
    TRUSTED_PROXIES: '10.0.0.0/8, ::1',
    STRIPE_SECRET_KEY: 'sk_live_key',
    STRIPE_WEBHOOK_SECRET: 'whsec_secret',
    STRIPE_API_BASE: 'https://stand-in.example.org/',
    STRIPE_CURRENCIES: 'USD, CNY',
    LOCAL_PAYMENTS: 'off',
    SMTP_URL: 'smtps://linli:secret@post.example.org',
    MAIL_FROM: '永乐社区基金会 <letters@linli.example.org>',
    UPLOAD_BYTES: '2000000',
    S3_ENDPOINT: 'https://objects.example.org/',
    S3_REGION: 'cn-north-1',
    S3_BUCKET: 'linli',
    S3_ACCESS_KEY_ID: 'id',
    S3_SECRET_ACCESS_KEY: 'secret',
    S3_PATH_STYLE: 'off',
  });
  expect(settings).toEqual({
    databaseUrl: 'postgresql://linli:secret@db.example.org:5432/linli',
    port: 80,
    host: '::',
    dataDir: '/srv/linli',
    environment: 'production',
    publicUrl: 'https://linli.example.org',
    openQueries: true,
    queryCompiler: 'off',
    trustedProxies: ['10.0.0.0/8', '::1'],
    payments: {
      by: 'stripe',
      key: 'sk_live_key',
      webhookSecret: 'whsec_secret',
      base: 'https://stand-in.example.org',
      currencies: ['CNY', 'USD'],
    },
    mail: {
      smtpUrl: 'smtps://linli:secret@post.example.org',
      from: '永乐社区基金会 <letters@linli.example.org>',
    },
    attachments: {
      mostBytes: 2_000_000,
      store: {
        by: 's3',
        endpoint: 'https://objects.example.org',
        region: 'cn-north-1',
        bucket: 'linli',
        accessKeyId: 'id',
        secretAccessKey: 'secret',
        pathStyle: false,
      },
    },
  });
});

test('an empty value counts as none', () => {
  const empty = {
    DATABASE_URL: '',
    PORT: ' ',
    HOST: '',
    DATA_DIR: '',
    NODE_ENV: '',
    PUBLIC_URL: '',
    OPEN_QUERIES: '',
    QUERY_COMPILER: '',
    TRUSTED_PROXIES: '',
    STRIPE_SECRET_KEY: '',
    STRIPE_WEBHOOK_SECRET: ' ',
    STRIPE_API_BASE: '',
    STRIPE_CURRENCIES: '',
    LOCAL_PAYMENTS: '',
    SMTP_URL: '',
    MAIL_FROM: '',
  };
  expect(readSettings(empty)).toEqual(readSettings({}));
});

test.each([
  ['PORT', 'http'],
  ['PORT', '-1'],
  ['PORT', '4000.5'],
  ['PORT', '65536'],
  ['PORT', '0x10'],
  ['HOST', 'two words'],
  ['HOST', 'http://localhost'],
  ['NODE_ENV', 'prod'],
  ['PUBLIC_URL', 'linli.example.org'],
  ['PUBLIC_URL', 'ftp://linli.example.org'],
  ['PUBLIC_URL', 'https://linli.example.org/?a=b'],
  ['OPEN_QUERIES', 'true'],
  ['QUERY_COMPILER', 'on'],
  ['TRUSTED_PROXIES', 'everybody'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', 'loopback,'],
  ['STRIPE_CURRENCIES', 'CNY,GBP'],
  ['STRIPE_CURRENCIES', 'cny'],
  ['STRIPE_CURRENCIES', 'CNY,'],
  ['STRIPE_SECRET_KEY', 'pk_test_key'],
  ['LOCAL_PAYMENTS', 'yes'],
  ['MAIL_FROM', 'linli.example.org'],
  ['MAIL_FROM', 'Linli <letters@example.org>, more@example.org'],
  ['SMTP_URL', 'https://post.example.org'],
  ['SMTP_URL', 'post.example.org'],
  ['DATABASE_URL', 'localhost'],
  ['DATABASE_URL', 'mysql://localhost/linli'],
  ['DATABASE_URL', 'postgresql://localhost'],
])('%s=%s is refused in one sentence that names it', (name, value) => {
  const read = () => readSettings({ [name]: value });
  expect(read).toThrow(SettingError);
  expect(read).toThrow(new RegExp(`^${name} must [^\n]+\\.$`));
});

test('a wrong DATABASE_URL is not repeated, for it may hold a password', () => {
  const read = () => readSettings({ DATABASE_URL: 'mysql://linli:secret@localhost/linli' });
  expect(read).toThrow(expect.objectContaining({ message: expect.not.stringContaining('secret') }));
});

describe('payments', () => {
  const stripe = { STRIPE_SECRET_KEY: 'sk_test_key', STRIPE_WEBHOOK_SECRET: 'whsec_secret' };
  const payments = (env: Record<string, string>) => readSettings(env).payments;

  test('with a key they are Stripe’s, or those of whatever listens at the base', () => {
    expect(payments(stripe)).toMatchObject({ by: 'stripe', key: 'sk_test_key', base: null });
    const base = 'http://127.0.0.1:12120';
    expect(payments({ ...stripe, STRIPE_API_BASE: `${base}/` })).toMatchObject({ base });
  });

  test('without a key our own stand-in takes them, unless it is said otherwise', () => {
    expect(payments({}).by).toBe('local');
    expect(payments({ LOCAL_PAYMENTS: 'off' }).by).toBe('none');
  });

  test.each([
    ['a key without a secret', { STRIPE_SECRET_KEY: 'sk_test_key' }, 'STRIPE_WEBHOOK_SECRET is'],
    ['a secret without a key', { STRIPE_WEBHOOK_SECRET: 'whsec_x1' }, 'STRIPE_SECRET_KEY is'],
    ['a base without a key', { STRIPE_API_BASE: 'http://127.0.0.1:9' }, 'STRIPE_SECRET_KEY is'],
    ['both worlds at once', { ...stripe, LOCAL_PAYMENTS: 'on' }, 'LOCAL_PAYMENTS=on is'],
    ['a base with a path', { ...stripe, STRIPE_API_BASE: 'http://a/v1' }, 'STRIPE_API_BASE must'],
    ['a base that is none', { ...stripe, STRIPE_API_BASE: '127.0.0.1' }, 'STRIPE_API_BASE must'],
    ['a short secret', { ...stripe, STRIPE_WEBHOOK_SECRET: 'short' }, 'STRIPE_WEBHOOK_SECRET must'],
    [
      'real money in the open',
      { ...stripe, STRIPE_SECRET_KEY: 'rk_live_key', STRIPE_API_BASE: 'http://stand-in' },
      'STRIPE_API_BASE must',
    ],
  ])('%s: refused in one sentence that repeats no secret', (_what, env, begins) => {
    const says = (() => {
      try {
        return readSettings(env) && '';
      } catch (error) {
        return error instanceof SettingError ? error.message : '';
      }
    })();
    expect(says).toMatch(new RegExp(`^${begins} [^\n]+\\.$`));
    expect(says).not.toMatch(/sk_test_key|rk_live_key|whsec_secret|whsec_x1|short/);
  });

  test('in production nothing stands in for them unless it is asked for', () => {
    const env = { NODE_ENV: 'production', DATABASE_URL: 'postgresql://linli@db/linli' };
    expect(payments(env).by).toBe('none');
    expect(payments({ ...env, LOCAL_PAYMENTS: 'on' }).by).toBe('local');
    expect(payments({ ...env, ...stripe }).by).toBe('stripe');
  });
});

test('letters leave by a post office that is named together with who writes', () => {
  const read = (env: Record<string, string>) => () => readSettings(env);
  expect(read({ SMTP_URL: 'smtp://linli:secret@post' })).toThrow(/^MAIL_FROM is missing: /);
  expect(read({ SMTP_URL: 'imap://linli:secret@post' })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('secret') }),
  );
});

test('production without DATABASE_URL is refused', () => {
  expect(() => readSettings({ NODE_ENV: 'production' })).toThrow(/^DATABASE_URL is missing: /);
});

describe('in production', () => {
  const production = { NODE_ENV: 'production', DATABASE_URL: 'postgresql://linli@db/linli' };

  test('only the documents of our own client are answered, unless it is said otherwise', () => {
    expect(readSettings(production).openQueries).toBe(false);
    expect(readSettings({ ...production, OPEN_QUERIES: 'on' }).openQueries).toBe(true);
  });

  test('nothing that anybody sends is compiled', () => {
    const read = () => readSettings({ ...production, QUERY_COMPILER: 'all' });
    expect(read).toThrow(/^QUERY_COMPILER=all is for development and tests/);
  });
});
