import { authorise } from '../kernel/actor';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { hashPassword } from './password-hash';
import type { PersonRow } from './person.entity';
import { isSomeRegistrar } from './person.policy';

export interface RegisterPersonInput {
  readonly name: string;
  readonly login?: string | null;
  readonly password?: string | null;
}

/**
 * Registers someone who acts (cadres of a residents' committee, officers of a street office), with
 * a login and its first password or without. A resident becomes a person by being appointed, or by
 * `giveLogin`.
 *
 * Refuses: `TEXT_LENGTH`, `LOGIN_UNUSABLE`, `LOGIN_TAKEN`, `PASSWORD_LENGTH`.
 */
export async function registerPerson(
  work: UnitOfWork,
  input: RegisterPersonInput,
): Promise<PersonRow> {
  authorise(work.actor, isSomeRegistrar(work.actor));
  const name = readName(input.name, ['name']);
  const wanted = input.login || input.password ? await readLogin(input) : null;
  await work.begin();
  const person: PersonRow = {
    id: newId(),
    name,
    login: wanted?.login ?? null,
    homeCommunityId: null,
    residentId: null,
  };
  const inserted: unknown[] = await work.db.query(
    `insert into person (id, name, login) values ($1, $2, $3)
     on conflict (login) do nothing returning id`,
    [person.id, person.name, person.login],
  );
  if (inserted.length === 0) throw new Refusal('LOGIN_TAKEN', {}, ['login']);
  if (wanted) await setPassword(work, person.id, { hash: wanted.hash, given: true });
  return person;
}

/** Reads a login with its password and hashes it: before any transaction, for it takes long. */
export async function readLogin(input: {
  readonly login?: string | null;
  readonly password?: string | null;
}): Promise<{ login: string; hash: string }> {
  const login = (input.login ?? '').trim().toLowerCase();
  if (!/^[a-z0-9][a-z0-9._@+-]{2,99}$/.test(login))
    throw new Refusal('LOGIN_UNUSABLE', {}, ['login']);
  return { login, hash: await hashPassword(input.password ?? '', ['password']) };
}

/** Stores a person's password in place of any before; `given`: somebody else chose it. */
export async function setPassword(
  work: UnitOfWork,
  personId: string,
  { hash, given }: { readonly hash: string; readonly given: boolean },
): Promise<void> {
  await work.db.query(
    `insert into password (person_id, hash, given) values ($1, $2, $3)
     on conflict (person_id) do update set hash = excluded.hash, given = excluded.given`,
    [personId, hash, given],
  );
}
