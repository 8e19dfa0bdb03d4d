import { hash, verify } from '@node-rs/argon2';
import type { Pool } from 'pg';
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { hashToken, newToken } from './session-token';

/** Someone signed in. The token is shown once, here. */
export interface SignedIn {
  readonly token: string;
  readonly expiresAt: Date;
  readonly personId: string;
}

const SESSION_MS = 30 * 24 * 3600_000;
const GUESSES_PER_LOGIN = 5;
const GUESSES_PER_ADDRESS = 50;
const LOCKED_FOR_S = 15 * 60;

/** Hashed when a login is unknown, so that the answer takes as long as for a wrong password. */
const NOBODY = hash('nobody has this password');

/**
 * Signs a person in. Refuses wrong credentials (`SIGN_IN_FAILED`, the same for an unknown login)
 * and,
 * after five wrong guesses at a login or fifty from an address, everything for a quarter of an hour
 * (`SIGN_IN_LOCKED`, fact `retryAfterSeconds`), the right password included.
 */
export async function signIn(
  source: DataSource,
  work: UnitOfWork,
  input: { login: string; password: string },
  address: string,
): Promise<SignedIn> {
  const guesses = limiters(source);
  const login = input.login.trim().toLowerCase().slice(0, 100);
  const keys = { login, address } as const;
  await refuseLocked(guesses, keys);
  const rows: { id: string; hash: string }[] = await work.db.query(
    `select person.id, password.hash from person join password on password.person_id = person.id
     where person.login = $1`,
    [login],
  );
  const matches = await verify(rows[0]?.hash ?? (await NOBODY), input.password.slice(0, 200));
  if (!rows[0] || !matches) {
    await Promise.all([guesses.login.penalty(keys.login), guesses.address.penalty(keys.address)]);
    throw new Refusal('SIGN_IN_FAILED', {}, ['password']);
  }
  await guesses.login.delete(login);
  return await openSession(work, rows[0].id);
}

async function openSession(work: UnitOfWork, personId: string): Promise<SignedIn> {
  const token = newToken();
  const expiresAt = new Date(work.now.getTime() + SESSION_MS);
  await work.db.query(
    `insert into session (token_hash, person_id, created_at, expires_at) values ($1, $2, $3, $4)`,
    [hashToken(token), personId, work.now, expiresAt],
  );
  return { token, expiresAt, personId };
}

interface Limiters {
  readonly login: RateLimiterPostgres;
  readonly address: RateLimiterPostgres;
}

const LIMITERS = new WeakMap<DataSource, Limiters>();

/** Guesses are counted in the database, outside the unit of work: a refusal must not undo them. */
function limiters(source: DataSource): Limiters {
  const known = LIMITERS.get(source);
  if (known) return known;
  const make = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: (source.driver as unknown as { master: Pool }).master,
      storeType: 'pool',
      tableName: 'sign_in_guess',
      tableCreated: true,
      keyPrefix,
      points,
      duration: LOCKED_FOR_S,
    });
  const made = {
    login: make('login', GUESSES_PER_LOGIN),
    address: make('address', GUESSES_PER_ADDRESS),
  };
  LIMITERS.set(source, made);
  return made;
}

async function refuseLocked(
  guesses: Limiters,
  keys: { login: string; address: string },
): Promise<void> {
  const [login, address] = await Promise.all([
    guesses.login.get(keys.login),
    guesses.address.get(keys.address),
  ]);
  const spent = (known: RateLimiterRes | null, points: number) =>
    known !== null && known.consumedPoints >= points ? known.msBeforeNext : 0;
  const wait = Math.max(spent(login, GUESSES_PER_LOGIN), spent(address, GUESSES_PER_ADDRESS));
  if (wait > 0)
    throw new Refusal('SIGN_IN_LOCKED', { retryAfterSeconds: Math.ceil(wait / 1000) }, ['login']);
}
