import path from 'node:path';
import { readSettings, SettingError } from '../../src/server/settings';

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
