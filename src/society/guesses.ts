import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { Refusal } from '../kernel/refusal';

/** Where a guess at a password comes from and what it aims at. */
export interface Guess {
  readonly login: string;
  readonly address: string;
}

const GUESSES_PER_LOGIN = 5;
const GUESSES_PER_ADDRESS = 50;
const LOCKED_FOR_S = 15 * 60;

/**
 * Counts a guess before the password is looked at, in one atomic statement, so that any number of
 * guesses at once are no more than allowed. After five at a login or fifty from an address within a
 * quarter of an hour it refuses: `SIGN_IN_LOCKED`, fact `retryAfterSeconds`.
 *
 * Guesses are counted in the database, outside the unit of work: a refusal must not undo them.
 */
export async function countGuess(source: DataSource, guess: Guess): Promise<void> {
  const { login, address } = limiters(source);
  await take(login, guess.login);
  await take(address, guess.address);
}

/** The password was right: the login's count starts again, the address gets its guess back. */
export async function forgetGuess(source: DataSource, guess: Guess): Promise<void> {
  const { login, address } = limiters(source);
  await Promise.all([login.delete(guess.login), address.reward(guess.address)]);
}

async function take(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const retryAfterSeconds = Math.ceil(error.msBeforeNext / 1000);
    throw new Refusal('SIGN_IN_LOCKED', { retryAfterSeconds }, ['login']);
  }
}

interface Limiters {
  readonly login: RateLimiterPostgres;
  readonly address: RateLimiterPostgres;
}

const LIMITERS = new WeakMap<DataSource, Limiters>();

function limiters(source: DataSource): Limiters {
  const known = LIMITERS.get(source);
  if (known) return known;
  const make = (keyPrefix: string, points: number, blockDuration: number) =>
    new RateLimiterPostgres({
      storeClient: (source.driver as unknown as { master: Pool }).master,
      storeType: 'pool',
      tableName: 'sign_in_guess',
      tableCreated: true,
      keyPrefix,
      points,
      duration: LOCKED_FOR_S,
      blockDuration,
    });
  const made = {
    login: make('login', GUESSES_PER_LOGIN, LOCKED_FOR_S),
    // Many may share an address: it opens again as the quarter of an hour passes.
    address: make('address', GUESSES_PER_ADDRESS, 0),
  };
  LIMITERS.set(source, made);
  return made;
}
