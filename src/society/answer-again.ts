import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hash,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { DataSource } from 'typeorm';
import type { Once } from '../api/context';
import { read } from '../kernel/read';
import { canonical, readKey, sameRequest } from '../kernel/request';
import { doneMeanwhile } from '../kernel/unit-of-work';

/** Nobody tries a request again after that; a key may be used anew. */
const KEPT_HOURS = 24;

/**
 * Does what a person asks for under a key of their own, and keeps the answer in the transaction
 * that does it; asked again, it gives that answer and does nothing. Of two at once, the second
 * waits for what becomes of the first. What is refused leaves its key unused. A stranger's key is
 * no one's: acts for strangers take one in their input. Refuses: `KEY_UNUSABLE`, `KEY_REUSED`.
 */
export function answeringAgain(given: string, asked: unknown): Once {
  return async (work, command, n) => {
    const { personId } = work.actor;
    if (personId === null) return await command(work);
    // A request may do several things, always in the same order.
    const key = `${readKey(given)} ${n}`;
    const secret = secretOf(key, personId);
    const wanted = { fingerprint: createHmac('sha256', secret).update(canonical(asked)).digest() };
    const by = [personId, hash('sha256', key, 'buffer')];
    const db = await work.begin();
    const begun = await read(db, BEGIN, [...by, wanted.fingerprint, work.now]);
    if (begun.length === 0) {
      const [before] = await read<{ fingerprint: Buffer; answer: Buffer }>(db, BEFORE, by);
      if (!before) throw doneMeanwhile();
      sameRequest(before.fingerprint, wanted);
      return opened(before.answer, secret) as never;
    }
    const answer = await command(work);
    await read(db, KEEP, [...by, sealed(answer, secret)]);
    return answer;
  };
}

const BEGIN = `
  insert into kept_answer (person_id, key_hash, fingerprint, done_at) values ($1, $2, $3, $4)
  on conflict do nothing returning done_at`;

const BEFORE = 'select fingerprint, answer from kept_answer where person_id = $1 and key_hash = $2';

const KEEP = 'update kept_answer set answer = $3 where person_id = $1 and key_hash = $2';

/**
 * What seals the answer, and the fingerprint of a request that may hold a password. It follows from
 * the key, which is nowhere kept: who has only the database reads neither.
 */
const secretOf = (key: string, personId: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, personId, 'kept answer', 32));

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

function sealed(answer: unknown, secret: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, secret, iv);
  const body = Buffer.concat([cipher.update(serialize(answer)), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function opened(kept: Buffer, secret: Buffer): unknown {
  const decipher = createDecipheriv(CIPHER, secret, kept.subarray(0, IV_BYTES));
  decipher.setAuthTag(kept.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const body = decipher.update(kept.subarray(IV_BYTES + TAG_BYTES));
  return deserialize(Buffer.concat([body, decipher.final()]));
}

/** Forgets answers that are older than a day; tells how many. */
export async function forgetAnswers(source: DataSource, now: Date): Promise<number> {
  const [, forgotten]: [unknown, number] = await source.query(
    'delete from kept_answer where done_at <= $1::timestamptz - make_interval(hours => $2)',
    [now, KEPT_HOURS],
  );
  return forgotten;
}
