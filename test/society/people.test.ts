import { SYSTEM } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { appointMember } from '../../src/society/appoint-member';
import { giveLogin } from '../../src/society/give-login';
import { registerPerson } from '../../src/society/register-person';
import { signIn } from '../../src/society/sign-in';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { atOnce } from '../support/at-once';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, SINCE, type World } from '../support/world';
import { act, refused } from './acts';

const password = 'plum blossom 1';
let database: FreshDatabase;
let world: World;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
});
afterAll(() => database.drop());

const personId = (row: { id: string }) => toGlobalId('Person', null, row.id);
const enter = (login: string) =>
  inUnitOfWork(database.dataSource, SYSTEM, (work) =>
    signIn(database.dataSource, work, { login, password }, '::1'),
  );

describe('registerPerson', () => {
  const register = (input: object, actor = world.home.cadre.actor) =>
    act(database.dataSource, actor, registerPerson, { name: 'Zhang San', ...input });

  test('someone registered with a login signs in by it, in capitals too', async () => {
    const person = await register({ login: ' Zhang.San ', password });
    expect(person.login).toBe('zhang.san');
    expect((await enter('ZHANG.san')).personId).toBe(person.id);
    const rows: { hash: string }[] = await database.dataSource.query(
      'select hash from password where person_id = $1',
      [person.id],
    );
    expect(rows[0]?.hash).toMatch(/^\$argon2id\$/);
  });

  test('cadres and officers do it, nobody else', async () => {
    const { officer, auditor, outsider, home } = world;
    expect((await register({}, officer.actor)).login).toBeNull();
    const { chair, director, leader, storekeeper } = home;
    for (const { actor } of [auditor, outsider, chair, director, leader, storekeeper])
      expect(await refused(register({}, actor))).toBe('FORBIDDEN');
  });

  test('a login is plain, comes with a password of 10 to 200, and is taken once', async () => {
    for (const login of ['ab', '.abc', '张三丰', 'a b c', 'x'.repeat(101)])
      expect(await refused(register({ login, password }))).toBe('LOGIN_UNUSABLE login');
    expect(await refused(register({ password }))).toBe('LOGIN_UNUSABLE login');
    expect(await refused(register({ login: 'lone' }))).toBe('PASSWORD_LENGTH password');
    const short = register({ login: 'short', password: '123456789' });
    expect(await refused(short)).toBe('PASSWORD_LENGTH password');
    const long = register({ login: 'long', password: 'x'.repeat(201) });
    expect(await refused(long)).toBe('PASSWORD_LENGTH password');
    expect(await refused(register({ login: 'ten', password: '十个字的密码也算数哦' }))).toBe(
      'done',
    );
    const once = () => refused(register({ login: 'race', password }));
    const outcomes = (await atOnce(database.dataSource, 8, once)).sort();
    expect(outcomes).toEqual([...Array<string>(7).fill('LOGIN_TAKEN login'), 'done']);
  });
});

describe('giveLogin', () => {
  const give = (input: object, actor = world.home.cadre.actor) =>
    act(database.dataSource, actor, giveLogin, { login: 'unused', password, ...input });

  test('a resident who wants to act becomes one person, however often it is asked', async () => {
    const [, resident] = world.home.households[4]!.residents;
    const outcomes = await atOnce(database.dataSource, 2, (n) =>
      refused(give({ residentId: resident!.globalId, login: `auntie.${n}` })),
    );
    expect(outcomes.sort()).toEqual(['LOGIN_GIVEN login', 'done']);
    const rows: object[] = await database.dataSource.query(
      'select login, home_community_id, name from person where resident_id = $1',
      [resident!.id],
    );
    expect(rows).toEqual([
      {
        login: expect.stringMatching(/^auntie/),
        home_community_id: world.home.id,
        name: resident!.name,
      },
    ]);
  });

  test("a cadre gives logins to members of residents' groups, not to who holds more", async () => {
    const { home, other, officer } = world;
    const member = { personId: home.members[0].globalId, login: 'mender' };
    expect(await refused(give(member, other.cadre.actor))).toBe('FORBIDDEN');
    expect(await refused(give(member))).toBe('done');
    expect((await enter('mender')).personId).toBe(home.members[0].id);
    const treasurer = { personId: home.treasurer.globalId, login: 'treasurer' };
    expect(await refused(give(treasurer))).toBe('FORBIDDEN');
    expect(await refused(give(treasurer, officer.actor))).toBe('done');
  });

  test('who acts in the street office as well is out of a cadre’s reach', async () => {
    const { home, streetOffice } = world;
    const resident = home.households[4]!.residents[2]!;
    await act(database.dataSource, SYSTEM, appointMember, {
      organisationId: streetOffice.globalId,
      role: 'officer',
      residentId: resident.globalId,
      validFrom: SINCE,
    });
    const input = { residentId: resident.globalId, login: 'neighbour.officer' };
    expect(await refused(give(input))).toBe('FORBIDDEN');
    expect(await refused(enter('neighbour.officer'))).toBe('SIGN_IN_FAILED password');
  });

  test('what is asked for is one, known, and its login free', async () => {
    const fresh = await act(database.dataSource, SYSTEM, registerPerson, { name: 'New' });
    await act(database.dataSource, SYSTEM, registerPerson, { name: 'A', login: 'first', password });
    const residentId = world.home.households[4]!.residents[0]!.globalId;
    expect(await refused(give({}))).toBe('WHO_UNCLEAR personId');
    const both = { personId: personId(fresh), residentId };
    expect(await refused(give(both))).toBe('WHO_UNCLEAR personId');
    expect(await refused(give({ personId: 'nonsense' }))).toBe('ID_UNKNOWN personId');
    expect(await refused(give({ residentId: personId(fresh) }))).toBe('ID_UNKNOWN residentId');
    const taken = { personId: personId(fresh), login: 'first' };
    expect(await refused(give(taken))).toBe('LOGIN_TAKEN login');
    expect(await refused(give({ residentId }, world.other.cadre.actor))).toBe('FORBIDDEN');
    expect(await refused(give({ residentId }, world.home.leader.actor))).toBe('FORBIDDEN');
  });
});
