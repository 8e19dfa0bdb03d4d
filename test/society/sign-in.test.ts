import { CITY } from '../../src/api/context';
import { SYSTEM } from '../../src/kernel/actor';
import { Refusal } from '../../src/kernel/refusal';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { changePassword } from '../../src/society/change-password';
import { givenPassword } from '../../src/society/password.reader';
import { signedInAt } from '../../src/society/person.reader';
import { purgeSessions } from '../../src/society/purge-sessions';
import { registerPerson } from '../../src/society/register-person';
import { hashToken } from '../../src/society/session-token';
import { signIn } from '../../src/society/sign-in';
import { signOut } from '../../src/society/sign-out';
import { atOnce } from '../support/at-once';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries } from '../support/queries';
import { actorOf } from '../support/world';
import { act, refused } from './acts';

const password = 'plum blossom 1';
let database: FreshDatabase;
let people = 0;
let addresses = 0;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** Someone new who can sign in, and the login. */
async function someone(): Promise<{ id: string; login: string }> {
  const login = `person-${(people += 1)}`;
  const { id } = await act(database.dataSource, SYSTEM, registerPerson, {
    name: 'Somebody',
    login,
    password,
  });
  return { id, login };
}

const enter = (
  login: string,
  tried = password,
  address = `10.0.0.${(addresses += 1)}`,
  at?: Date,
) =>
  inUnitOfWork(
    database.dataSource,
    SYSTEM,
    (work) => signIn(database.dataSource, work, { login, password: tried }, address),
    at,
  );

const whose = async (token: string, at = new Date()) => {
  const keys = [hashToken(token).toString('hex')];
  const [found] = await signedInAt(database.dataSource.manager, keys, at);
  return found?.actor ?? null;
};

const times = <T>(n: number, make: () => Promise<T>) => atOnce(database.dataSource, n, make);

test('a token stands for its person until it expires, and nowhere as it is', async () => {
  const { id, login } = await someone();
  const { token, expiresAt } = await enter(login);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect((await whose(token))?.personId).toBe(id);
  expect((await whose(token, new Date(expiresAt.getTime() - 1)))?.personId).toBe(id);
  expect(await whose(token, expiresAt)).toBeNull();
  expect(await whose(`${token.slice(0, -1)}_`)).toBeNull();
  const rows: object[] = await database.dataSource.query('select * from session');
  expect(JSON.stringify(rows)).not.toContain(token);
  const { statements } = await countQueries(database.dataSource, () => whose(token));
  expect(statements).toHaveLength(1);
});

test('after five wrong guesses the right password is refused too, elsewhere nothing is', async () => {
  const { login } = await someone();
  const another = await someone();
  for (let n = 1; n <= 5; n += 1)
    expect(await refused(enter(login, 'wrong'))).toBe('SIGN_IN_FAILED password');
  const locked = await enter(login).catch((error: unknown) => error as Refusal);
  expect(locked).toMatchObject({ code: 'SIGN_IN_LOCKED', path: ['login'] });
  const { retryAfterSeconds } = (locked as Refusal).facts as { retryAfterSeconds: number };
  expect(retryAfterSeconds).toBeGreaterThan(14 * 60);
  expect(retryAfterSeconds).toBeLessThanOrEqual(15 * 60);
  expect(await refused(enter(login.toUpperCase()))).toBe('SIGN_IN_LOCKED login');
  expect(await refused(enter(another.login))).toBe('done');
  await database.dataSource.query('update sign_in_guess set expire = 1 where key = $1', [
    `login:${login}`,
  ]);
  expect(await refused(enter(login))).toBe('done');
});

test('four wrong guesses lock nobody out, and a right one starts the count again', async () => {
  const { login } = await someone();
  for (let round = 1; round <= 3; round += 1) {
    for (let n = 1; n <= 4; n += 1) await refused(enter(login, 'wrong'));
    expect(await refused(enter(login))).toBe('done');
  }
});

test('of fifty guesses at once only five are looked at', async () => {
  const { login } = await someone();
  const outcomes = await times(50, () => refused(enter(login, 'wrong')));
  expect(outcomes.filter((outcome) => outcome === 'SIGN_IN_FAILED password')).toHaveLength(5);
  expect(outcomes.filter((outcome) => outcome === 'SIGN_IN_LOCKED login')).toHaveLength(45);
});

test('one address may not try many logins', async () => {
  const outcomes = await times(60, () =>
    refused(enter(`nobody-${Math.random()}`, 'x', '10.9.9.9')),
  );
  expect(outcomes.filter((outcome) => outcome === 'SIGN_IN_FAILED password')).toHaveLength(50);
  const { login } = await someone();
  expect(await refused(enter(login, password, '10.9.9.9'))).toBe('SIGN_IN_LOCKED login');
});

test('many who share an address and know their passwords are not counted', async () => {
  const { login } = await someone();
  await times(3, () => enter(login, password, '10.8.8.8'));
  await refused(enter(login, 'wrong', '10.8.8.8'));
  const rows: object[] = await database.dataSource.query(
    `select points from sign_in_guess where key = 'address:10.8.8.8'`,
  );
  expect(rows).toEqual([{ points: 1 }]);
});

test('an unknown login is answered as a wrong password is: same words, same time', async () => {
  const { login } = await someone();
  const timed = async (who: string) => {
    const began = performance.now();
    expect(await refused(enter(who, 'wrong'))).toBe('SIGN_IN_FAILED password');
    return performance.now() - began;
  };
  const known = Math.min(await timed(login), await timed(login), await timed(login));
  const unknown = Math.min(await timed('no.one'), await timed('no.one'), await timed('no.one'));
  expect(unknown).toBeGreaterThan(known / 3);
  for (let n = 1; n <= 2; n += 1) await refused(enter('no.one', 'wrong'));
  expect(await refused(enter('no.one', 'wrong'))).toBe('SIGN_IN_LOCKED login');
  expect(await refused(enter('no\0one', 'wrong'))).not.toBe('done');
});

test('signing out everywhere kills every token of the person at once, and no other', async () => {
  const { id, login } = await someone();
  const sessions = [await enter(login), await enter(login), await enter(login)];
  const other = await enter((await someone()).login);
  const actor = await actorOf(database.dataSource, id);
  const out = (everywhere: boolean, token: string) =>
    inUnitOfWork(database.dataSource, actor, (work) =>
      signOut(work, { everywhere }, hashToken(token)),
    );
  await out(false, sessions[0]!.token);
  const alive = () => Promise.all(sessions.map(async ({ token }) => (await whose(token)) !== null));
  expect(await alive()).toEqual([false, true, true]);
  await out(true, sessions[1]!.token);
  expect(await alive()).toEqual([false, false, false]);
  expect(await whose(other.token)).not.toBeNull();
});

test('expired sessions are purged, living ones stay', async () => {
  const { login } = await someone();
  const long = new Date(Date.now() - 31 * 24 * 3600_000);
  await enter(login, password, undefined, long);
  const { token } = await enter(login);
  expect(await purgeSessions(database.dataSource, new Date())).toBe(1);
  expect(await purgeSessions(database.dataSource, new Date())).toBe(0);
  expect(await whose(token)).not.toBeNull();
});

describe('changePassword', () => {
  const change = async (id: string, input: object, token: string) =>
    inUnitOfWork(database.dataSource, await actorOf(database.dataSource, id), (work) =>
      changePassword(
        database.dataSource,
        work,
        { oldPassword: password, newPassword: 'peach blossom 2', ...input },
        { tokenHash: hashToken(token), address: `10.1.0.${(addresses += 1)}` },
      ),
    );

  test('the new one works, the old one does not, and every other session has ended', async () => {
    const { id, login } = await someone();
    const [here, there] = [await enter(login), await enter(login)];
    await change(id, {}, here.token);
    expect(await whose(here.token)).not.toBeNull();
    expect(await whose(there.token)).toBeNull();
    expect(await refused(enter(login))).toBe('SIGN_IN_FAILED password');
    expect(await refused(enter(login, 'peach blossom 2'))).toBe('done');
  });

  test('one that somebody else chose is to be changed; once changed, no more', async () => {
    const { id, login } = await someone();
    const asked = async () => {
      const [found] = await givenPassword.read(database.dataSource.manager, CITY, [id]);
      return found?.given;
    };
    expect(await asked()).toBe(true);
    await change(id, {}, (await enter(login)).token);
    expect(await asked()).toBe(false);
  });

  test('the old one is asked for, guesses at it are counted, and the new one is long', async () => {
    const { id, login } = await someone();
    const { token } = await enter(login);
    const short = { newPassword: '123456789' };
    expect(await refused(change(id, short, token))).toBe('PASSWORD_LENGTH newPassword');
    const wrong = { oldPassword: 'wrong' };
    for (let n = 1; n <= 5; n += 1)
      expect(await refused(change(id, wrong, token))).toBe('PASSWORD_WRONG oldPassword');
    expect(await refused(change(id, {}, token))).toBe('SIGN_IN_LOCKED login');
    expect(await refused(enter(login))).toBe('SIGN_IN_LOCKED login');
  });
});
