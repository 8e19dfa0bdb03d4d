import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { Refusal } from '../kernel/refusal';

const GIFTS_PER_ADDRESS = 300;
const WITHIN_S = 10 * 60;

/**
 * Counts a checkout that somebody without an account is about to open, in one atomic statement:
 * cards that were stolen are tried out on pages like ours, by the hundred. After 300 from an
 * address (a village may share one) within ten minutes it refuses: `TOO_MANY_TRIES`, fact
 * `retryAfterSeconds`.
 *
 * They are counted in the database, outside the unit of work: a refusal must not undo them.
 */
export async function countGift(source: DataSource, address: string): Promise<void> {
  try {
    await limiterOf(source).consume(address);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const retryAfterSeconds = Math.ceil(error.msBeforeNext / 1000);
    throw new Refusal('TOO_MANY_TRIES', { retryAfterSeconds });
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
    keyPrefix: 'gift',
    points: GIFTS_PER_ADDRESS,
    duration: WITHIN_S,
  });
  LIMITERS.set(source, made);
  return made;
}
