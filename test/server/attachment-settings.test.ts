import { SettingError } from '../../src/server/setting';
import { readSettings } from '../../src/server/settings';

const KEY = { S3_ACCESS_KEY_ID: 'an-id', S3_SECRET_ACCESS_KEY: 'a-secret' };
const MINE = { ...KEY, S3_BUCKET: 'linli', S3_ENDPOINT: 'http://127.0.0.1:9000' };

const read = (env: Record<string, string>) => readSettings(env).attachments.store;

test('without a bucket, files lie beside the data', () => {
  expect(read({ DATA_DIR: '/srv/linli' })).toEqual({
    by: 'folder',
    folder: '/srv/linli/attachments',
  });
});

test('a store of one’s own stands in the path, Amazon’s before the host', () => {
  expect(read(MINE)).toMatchObject({ region: 'us-east-1', pathStyle: true });
  expect(read({ ...KEY, S3_BUCKET: 'linli', S3_REGION: 'cn-north-1' })).toMatchObject({
    ...{ endpoint: null, region: 'cn-north-1', pathStyle: false },
  });
});

test.each([
  ['a key without a bucket', KEY, 'S3_BUCKET is missing'],
  ['a bucket without a key', { S3_BUCKET: 'linli', S3_REGION: 'x' }, 'S3_ACCESS_KEY_ID is missing'],
  ['half a key', { ...MINE, S3_SECRET_ACCESS_KEY: '' }, 'S3_SECRET_ACCESS_KEY is missing'],
  ['Amazon somewhere', { ...KEY, S3_BUCKET: 'linli' }, 'S3_REGION is missing'],
  ['a bucket that is none', { ...MINE, S3_BUCKET: '../etc' }, 'S3_BUCKET must'],
  ['a region that is none', { ...MINE, S3_REGION: 'a b' }, 'S3_REGION must'],
  ['an address with a path', { ...MINE, S3_ENDPOINT: 'http://a/b' }, 'S3_ENDPOINT must'],
  ['an address with a key', { ...MINE, S3_ENDPOINT: 'http://a-secret@a' }, 'S3_ENDPOINT must'],
  ['a style that is none', { ...MINE, S3_PATH_STYLE: 'yes' }, 'S3_PATH_STYLE must'],
  ['files of no size', { UPLOAD_BYTES: '0' }, 'UPLOAD_BYTES must'],
  ['files of any size', { UPLOAD_BYTES: '1e12' }, 'UPLOAD_BYTES must'],
])('%s: refused in one sentence that repeats no secret', (_what, env, begins) => {
  const says = (() => {
    try {
      return readSettings(env) && '';
    } catch (error) {
      return error instanceof SettingError ? error.message : '';
    }
  })();
  expect(says).toMatch(new RegExp(`^${begins}[^\n]+\\.$`));
  expect(says).not.toMatch(/a-secret|an-id/);
});
