import type { DataSource } from 'typeorm';
import { personOf } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { countGuess, forgetGuess } from './guesses';
import { hashPassword, isPassword } from './password-hash';
import { setPassword } from './register-person';

/**
 * Changes the acting person's own password and ends every other session of theirs, so that whoever
 * knew the old one is out.
 *
 * Refuses: `PASSWORD_WRONG` (the old one; it counts as a guess, like at signing in),
 * `SIGN_IN_LOCKED`, `PASSWORD_LENGTH`.
 */
export async function changePassword(
  source: DataSource,
  work: UnitOfWork,
  input: { oldPassword: string; newPassword: string },
  session: { readonly tokenHash: Buffer | null; readonly address: string },
): Promise<void> {
  const personId = personOf(work.actor);
  const [known]: { login: string; hash: string }[] = await work.db.query(
    `select person.login, password.hash from person
     join password on password.person_id = person.id where person.id = $1`,
    [personId],
  );
  const guess = { login: known?.login ?? personId, address: session.address };
  await countGuess(source, guess);
  if (!(await isPassword(known?.hash ?? null, input.oldPassword)))
    throw new Refusal('PASSWORD_WRONG', {}, ['oldPassword']);
  await forgetGuess(source, guess);
  const hash = await hashPassword(input.newPassword, ['newPassword']);
  await work.begin();
  await setPassword(work, personId, { hash, given: false });
  await work.db.query(
    `delete from session where person_id = $1 and token_hash is distinct from $2`,
    [personId, session.tokenHash],
  );
}
