import type { DataSource } from 'typeorm';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { countGuess, forgetGuess } from './guesses';
import { isPassword } from './password-hash';
import { hashToken, newToken } from './session-token';

/** Someone signed in. The token is shown once, here. */
export interface SignedIn {
  readonly token: string;
  readonly expiresAt: Date;
  readonly personId: string;
}

const SESSION_MS = 30 * 24 * 3600_000;

/**
 * Signs a person in. Refuses wrong credentials (`SIGN_IN_FAILED`, the same for an unknown login)
 * and, after five wrong guesses at a login or fifty from an address, everything for a quarter of an
 * hour (`SIGN_IN_LOCKED`, fact `retryAfterSeconds`), the right password included.
 */
export async function signIn(
  source: DataSource,
  work: UnitOfWork,
  input: { login: string; password: string },
  address: string,
): Promise<SignedIn> {
  const login = input.login.trim().toLowerCase().slice(0, 100).replaceAll('\0', '');
  await countGuess(source, { login, address });
  const rows: { id: string; hash: string }[] = await work.db.query(
    `select person.id, password.hash from person join password on password.person_id = person.id
     where person.login = $1`,
    [login],
  );
  const matches = await isPassword(rows[0]?.hash ?? null, input.password);
  if (!rows[0] || !matches) throw new Refusal('SIGN_IN_FAILED', {}, ['password']);
  await forgetGuess(source, { login, address });
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
