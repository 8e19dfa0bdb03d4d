import path from 'node:path';
import type { Bucket } from '../attachments/s3-store';
import { given, parse, readChoice, SettingError, type Environment } from './setting';

/** Where uploaded files lie, and how large they may be. */
export interface AttachmentSettings {
  /** The largest file that is taken, in bytes. */
  readonly mostBytes: number;
  readonly store:
    { readonly by: 'folder'; readonly folder: string } | ({ readonly by: 's3' } & Bucket);
}

export const UPLOAD_BYTES = 10_000_000;
const RANGE = [1_000, 100_000_000] as const;

const BESIDE = ['S3_ENDPOINT', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'];
BESIDE.push('S3_PATH_STYLE');

/** No setting with a secret in it is ever repeated in what is said of it. */
export function readAttachments(env: Environment, dataDir: string): AttachmentSettings {
  const mostBytes = readBytes(given(env, 'UPLOAD_BYTES') ?? String(UPLOAD_BYTES));
  const bucket = given(env, 'S3_BUCKET');
  if (bucket === undefined) {
    const half = BESIDE.find((name) => given(env, name));
    if (half) throw new SettingError(`S3_BUCKET is missing: ${half} is of no use without it.`);
    return { mostBytes, store: { by: 'folder', folder: path.join(dataDir, 'attachments') } };
  }
  return { mostBytes, store: { by: 's3', ...readBucket(env, bucket) } };
}

function readBucket(env: Environment, bucket: string): Bucket {
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    throw new SettingError(`S3_BUCKET must be the name of a bucket, not "${bucket}".`);
  const endpoint = readEndpoint(given(env, 'S3_ENDPOINT'));
  const region = given(env, 'S3_REGION') ?? (endpoint === null ? undefined : 'us-east-1');
  if (region === undefined)
    throw new SettingError('S3_REGION is missing: Amazon has a store in each region.');
  if (!/^[a-z0-9-]+$/.test(region))
    throw new SettingError(`S3_REGION must be a region such as eu-west-1, not "${region}".`);
  const style = given(env, 'S3_PATH_STYLE') ?? (endpoint === null ? 'off' : 'on');
  return {
    ...{ endpoint, region, bucket },
    accessKeyId: readKey(env, 'S3_ACCESS_KEY_ID'),
    secretAccessKey: readKey(env, 'S3_SECRET_ACCESS_KEY'),
    pathStyle: readChoice('S3_PATH_STYLE', ['on', 'off'], style) === 'on',
  };
}

function readEndpoint(value: string | undefined): string | null {
  if (value === undefined) return null;
  const url = parse(value);
  const plain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  if (url && plain && url.pathname === '/' && !url.search && !url.hash) return url.origin;
  throw new SettingError('S3_ENDPOINT must have the form https://objects.example.org.');
}

function readKey(env: Environment, name: string): string {
  const value = given(env, name);
  if (value !== undefined) return value;
  throw new SettingError(`${name} is missing: the bucket named by S3_BUCKET opens to a key.`);
}

function readBytes(value: string): number {
  const bytes = Number(value);
  const [least, most] = RANGE;
  if (/^\d+$/.test(value) && bytes >= least && bytes <= most) return bytes;
  throw new SettingError(
    `UPLOAD_BYTES must be a number of bytes from ${least} to ${most}, not "${value}".`,
  );
}
