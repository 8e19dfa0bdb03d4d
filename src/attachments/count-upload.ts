import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { Refusal } from '../kernel/refusal';

export const UPLOADS_PER_PERSON = 100;
const WITHIN_S = 60 * 60;

/**
 * Counts a file that a person is about to send, before a byte of it is read. After a hundred
 * within an hour it refuses: `UPLOADS_TOO_MANY`, fact `retryAfterSeconds`.
 *
 * They are counted in the database, for all processes, and outside the unit of work: a refusal must
 * not undo them.
 */
export async function countUpload(source: DataSource, personId: string): Promise<void> {
  try {
    await limiterOf(source).consume(personId);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const retryAfterSeconds = Math.ceil(error.msBeforeNext / 1000);
    throw new Refusal('UPLOADS_TOO_MANY', { retryAfterSeconds });
  }
}

const LIMITERS = new WeakMap<DataSource, RateLimiterPostgres>();

/** Beside the guesses at passwords: the same short-lived counting, under a prefix of its own. */
function limiterOf(source: DataSource): RateLimiterPostgres {
  const known = LIMITERS.get(source);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: (source.driver as unknown as { master: Pool }).master,
    storeType: 'pool',
    tableName: 'sign_in_guess',
    tableCreated: true,
    keyPrefix: 'upload',
    points: UPLOADS_PER_PERSON,
    duration: WITHIN_S,
  });
  LIMITERS.set(source, made);
  return made;
}
