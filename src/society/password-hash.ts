import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../kernel/refusal';

const SHORTEST = 10;
const LONGEST = 200;

/** The same password typed on another keyboard may arrive in another form of Unicode. */
const written = (password: string) => password.normalize('NFKC');

/** Hashes a new password with Argon2id; under 10 or over 200 characters: `PASSWORD_LENGTH`. */
export async function hashPassword(password: string, path: readonly string[]): Promise<string> {
  const length = [...written(password)].length;
  if (length < SHORTEST || length > LONGEST)
    throw new Refusal('PASSWORD_LENGTH', { shortest: SHORTEST, longest: LONGEST }, path);
  return await hash(written(password));
}

/** Compared with where a login is unknown, so that the answer takes as long as a wrong one. */
const NOBODY = hash('nobody has this password');

/** Whether it is the hashed password; null (nobody by that login) is never, and takes as long. */
export async function isPassword(hashed: string | null, password: string): Promise<boolean> {
  const typed = written(password.slice(0, 4 * LONGEST));
  const matches = await verify(hashed ?? (await NOBODY), typed);
  return matches && hashed !== null;
}
