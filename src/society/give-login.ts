import { CITY } from '../api/context';
import { authorise } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { personOfResident } from './person-of-resident';
import { holding, tiesOfPerson } from './person-ties.reader';
import type { PersonRow } from './person.entity';
import { mayGiveLogin } from './person.policy';
import { needPerson, personById } from './person.reader';
import { needPlace } from './place.reader';
import { readLogin, setPassword } from './register-person';
import { needResident } from './resident.reader';
import { isRegistrar } from './society.policy';

export interface GiveLoginInput {
  readonly personId?: string | null;
  readonly residentId?: string | null;
  readonly login: string;
  readonly password: string;
}

/**
 * Gives someone who has none a login with its first password: a resident who wants to act, or a
 * person who was registered without one. Who may: see `mayGiveLogin`.
 *
 * Refuses: `ID_UNKNOWN`, `WHO_UNCLEAR`, `RESIDENT_GONE`, `LOGIN_UNUSABLE`, `PASSWORD_LENGTH`,
 * `LOGIN_GIVEN` (has one already), `LOGIN_TAKEN`.
 */
export async function giveLogin(work: UnitOfWork, input: GiveLoginInput): Promise<PersonRow> {
  if (Boolean(input.personId) === Boolean(input.residentId))
    throw new Refusal('WHO_UNCLEAR', {}, ['personId']);
  const personId = await whose(work, input);
  const { login, hash } = await readLogin(input);
  await work.begin();
  const id = personId ?? (await becomePerson(work, input));
  await authoriseOver(work, id);
  const [person]: { login: string | null }[] = await work.db.query(
    'select login from person where id = $1 for no key update',
    [id],
  );
  if (person?.login) throw new Refusal('LOGIN_GIVEN', {}, ['login']);
  await setLogin(work, id, login);
  await setPassword(work, id, { hash, given: true });
  const [row] = await personById.read(work.db, CITY, [id]);
  if (!row) throw new Error('A person with a new login is gone');
  return row;
}

/** The person it is for, whom the actor may give a login; null for a resident who is none yet. */
async function whose(work: UnitOfWork, input: GiveLoginInput): Promise<string | null> {
  let personId: string | null;
  if (input.residentId) {
    const resident = await needResident(work, input.residentId, ['residentId']);
    const at = await needPlace(work, resident.communityId, ['residentId']);
    authorise(work.actor, isRegistrar(work.actor, at));
    personId = resident.personId;
  } else {
    personId = (await needPerson(work, input.personId ?? '', ['personId'])).id;
  }
  if (personId !== null) await authoriseOver(work, personId);
  return personId;
}

/** By what the person is tied to now: asked before the slow hashing, and again under the locks. */
async function authoriseOver(work: UnitOfWork, personId: string): Promise<void> {
  const ties = await tiesOfPerson.read(work.db, CITY, [personId]);
  authorise(work.actor, mayGiveLogin(work.actor, holding(ties, work.now)));
}

async function becomePerson(work: UnitOfWork, input: GiveLoginInput): Promise<string> {
  const resident = await needResident(work, input.residentId ?? '', ['residentId']);
  return await personOfResident(work, resident, ['residentId']);
}

const UNIQUE_VIOLATION = '23505';

async function setLogin(work: UnitOfWork, personId: string, login: string): Promise<void> {
  try {
    await work.db.query('update person set login = $2 where id = $1', [personId, login]);
  } catch (error) {
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
    throw new Refusal('LOGIN_TAKEN', {}, ['login']);
  }
}
