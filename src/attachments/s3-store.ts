import type { S3Client } from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';
import { StoreFailed, type ObjectStore } from './object-store';

/** A bucket of a store that speaks S3, and who we are there. */
export interface Bucket {
  /** Where it listens; null is Amazon's own for the region. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Whether the bucket stands in the path or before the host's name. */
  readonly pathStyle: boolean;
}

/** The S3 client is large: read where a bucket is used, and nowhere else. */
const library = () => import('@aws-sdk/client-s3');

/** Whoever waits longer is told to try again. */
const MOST_MS = 15_000;
const CONNECT_MS = 3_000;

/** Objects in a bucket. */
export async function s3Store(at: Bucket): Promise<ObjectStore> {
  const s3 = await library();
  const { bucket: Bucket } = at;
  const client = clientOf(s3, at);
  const NOT_THERE = ['NoSuchKey', 'NotFound'];
  return {
    put: async (Key, Body, ContentType) => {
      const command = new s3.PutObjectCommand({ Bucket, Key, Body, ContentType });
      await told('put', () => client.send(command));
    },
    open: (Key) =>
      told('get', async () => {
        const command = new s3.GetObjectCommand({ Bucket, Key });
        const { Body } = await client.send(command);
        return Body instanceof Readable ? Body : null;
      }).catch((error: unknown) => {
        if (error instanceof StoreFailed && NOT_THERE.includes(nameOf(error.cause))) return null;
        throw error;
      }),
    remove: async (Key) => {
      await told('delete', () => client.send(new s3.DeleteObjectCommand({ Bucket, Key })));
    },
  };
}

/**
 * Every request carries the hash of what it sends within its signature; checksums beyond that are
 * sent only where S3 asks for them, as not every store knows them.
 */
function clientOf(s3: Awaited<ReturnType<typeof library>>, at: Bucket): S3Client {
  const { accessKeyId, secretAccessKey } = at;
  return new s3.S3Client({
    ...(at.endpoint === null ? {} : { endpoint: at.endpoint }),
    ...{ region: at.region, forcePathStyle: at.pathStyle },
    credentials: { accessKeyId, secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { requestTimeout: MOST_MS, connectionTimeout: CONNECT_MS },
  });
}

const PROBE = 'linli-was-here';

/** Proves at the start that objects can be written and removed. */
export async function tryBucket(store: ObjectStore): Promise<void> {
  await store.put(PROBE, Buffer.from('probe'), 'text/plain');
  await store.remove(PROBE);
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '');

/** What the store says, without what was sent to it. */
async function told<T>(what: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const { code, name, message } = error as Error & { code?: string };
    const said = code ?? (name === 'Error' ? message : name);
    throw new StoreFailed(`the store of objects did not ${what}: ${said}`, { cause: error });
  }
}
