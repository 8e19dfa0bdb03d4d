import { SYSTEM } from '../../src/kernel/actor';
import { addDays, dayOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { appointMember, type AppointMemberInput } from '../../src/society/appoint-member';
import { endMembership } from '../../src/society/end-membership';
import type { MembershipRow } from '../../src/society/membership.entity';
import { registerOrganisation } from '../../src/society/register-organisation';
import { registerPerson } from '../../src/society/register-person';
import { atOnce } from '../support/at-once';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { actorOf, newWorld, SINCE, type World } from '../support/world';
import { act, refused } from './acts';

let database: FreshDatabase;
let world: World;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
});
afterAll(() => database.drop());

const today = dayOf(new Date(), 'Asia/Shanghai');

async function newPerson(): Promise<string> {
  const person = await act(database.dataSource, SYSTEM, registerPerson, { name: 'New Face' });
  return toGlobalId('Person', null, person.id);
}

async function appoint(input: Partial<AppointMemberInput>, actor = world.officer.actor) {
  const named = 'personId' in input || 'residentId' in input;
  const who = named ? {} : { personId: await newPerson() };
  return await act(database.dataSource, actor, appointMember, {
    organisationId: world.home.team.globalId,
    role: 'member',
    validFrom: SINCE,
    ...who,
    ...input,
  });
}

const end = (row: MembershipRow, validUntil: string, actor = world.officer.actor) =>
  act(database.dataSource, actor, endMembership, {
    membershipId: toGlobalId('Membership', null, row.id),
    validUntil,
  });

const rolesOf = async ({ personId }: MembershipRow) =>
  (await actorOf(database.dataSource, personId)).standings.map(({ role }) => role);

describe('who may appoint', () => {
  test('those who lead the same body appoint its people, and officers everybody’s', async () => {
    const { home, officer } = world;
    const { chair, secretary, director, leader, storekeeper } = home;
    const cases = [
      [[officer, chair, secretary], home.foundation, 'treasurer'],
      [[officer, director], home.enterprise, 'bookkeeper'],
      [[officer, leader], home.team, 'member'],
      [[officer, storekeeper], home.operator, 'clerk'],
      [[officer], home.committee, 'cadre'],
      [[officer], home.operator, 'storekeeper'],
      [[officer], world.streetOffice, 'auditor'],
    ] as const;
    for (const [who, { globalId: organisationId }, role] of cases)
      for (const { actor } of who)
        expect((await appoint({ organisationId, role }, actor)).role).toBe(role);
  });

  test('nobody else does, and nobody in another body of the kind', async () => {
    const { home, other, auditor, outsider } = world;
    const cases = [
      [
        [home.treasurer, home.boardMembers[0], home.cadre, other.chair],
        home.foundation,
        'treasurer',
      ],
      [[home.bookkeeper, home.chair, other.director], home.enterprise, 'bookkeeper'],
      [[home.members[0], other.leader, home.cadre, outsider], home.team, 'member'],
      [[home.clerk, other.storekeeper], home.operator, 'clerk'],
      [[home.storekeeper], home.operator, 'storekeeper'],
      [[home.cadre], home.committee, 'cadre'],
      [[auditor], world.streetOffice, 'officer'],
    ] as const;
    for (const [who, { globalId: organisationId }, role] of cases)
      for (const { actor } of who)
        expect(await refused(appoint({ organisationId, role }, actor))).toBe('FORBIDDEN');
  });

  test('an officer of the district reaches its streets, one of the street not the district', async () => {
    const { district, officer } = world;
    const office = await act(database.dataSource, SYSTEM, registerOrganisation, {
      kind: 'street_office',
      name: 'District Office',
      placeId: district.globalId,
    });
    const organisationId = toGlobalId('Organisation', null, office.id);
    const role = 'officer';
    expect(await refused(appoint({ organisationId, role }, officer.actor))).toBe('FORBIDDEN');
    const above = await appoint({ organisationId, role }, SYSTEM);
    const actor = await actorOf(database.dataSource, above.personId);
    expect((await appoint({}, actor)).role).toBe('member');
  });
});

describe('what is refused', () => {
  test('a role that the kind of organisation does not have', async () => {
    expect(await refused(appoint({ role: 'chair' }))).toBe('ROLE_NOT_OF_KIND role');
    const organisationId = world.home.foundation.globalId;
    expect(await refused(appoint({ organisationId, role: 'leader' }))).toBe(
      'ROLE_NOT_OF_KIND role',
    );
  });

  test('nobody, two at once, someone unknown, a place for a body', async () => {
    const { home } = world;
    const residentId = home.households[3]!.residents[0]!.globalId;
    expect(await refused(appoint({ personId: null }))).toBe('WHO_UNCLEAR personId');
    const both = { personId: home.chair.globalId, residentId };
    expect(await refused(appoint(both))).toBe('WHO_UNCLEAR personId');
    const unknown = toGlobalId('Person', null, home.id);
    expect(await refused(appoint({ personId: unknown }))).toBe('ID_UNKNOWN personId');
    const elsewhere = toGlobalId('Resident', world.other.id, home.households[3]!.residents[0]!.id);
    expect(await refused(appoint({ residentId: elsewhere }))).toBe('ID_UNKNOWN residentId');
    const place = { organisationId: home.place.globalId };
    expect(await refused(appoint(place))).toBe('ID_UNKNOWN organisationId');
  });

  test('a resident of another community, but not into a body that sits above both', async () => {
    const residentId = world.other.households[3]!.residents[0]!.globalId;
    expect(await refused(appoint({ residentId }))).toBe('OTHER_COMMUNITY residentId');
    const organisationId = world.streetOffice.globalId;
    expect((await appoint({ residentId, organisationId, role: 'auditor' })).role).toBe('auditor');
  });

  test('a term without a day in it, and a day that is none', async () => {
    const validFrom = '2026-03-01';
    expect(await refused(appoint({ validFrom, validUntil: validFrom }))).toBe(
      'PERIOD_EMPTY validUntil',
    );
    expect((await appoint({ validFrom, validUntil: '2026-03-02' })).validUntil).toBe('2026-03-02');
    expect(await refused(appoint({ validFrom: '2026-02-30' }))).toBe('DAY_UNREADABLE validFrom');
  });

  test('the same role on a day that is covered already; the day after is free', async () => {
    const personId = await newPerson();
    const [from, until] = ['2026-03-01', '2026-06-01'];
    await appoint({ personId, validFrom: from, validUntil: until });
    for (const [validFrom, validUntil] of [
      ['2026-05-31', null],
      ['2026-02-01', '2026-03-02'],
      ['2026-04-01', '2026-05-01'],
      ['2026-01-01', null],
    ] as const)
      expect(await refused(appoint({ personId, validFrom, validUntil }))).toBe(
        'ALREADY_MEMBER role',
      );
    await appoint({ personId, validFrom: until });
    await appoint({ personId, validFrom: '2026-02-01', validUntil: from });
    await appoint({ personId, role: 'leader', validFrom: from });
  });

  test('all but one of many equal appointments at once', async () => {
    const personId = await newPerson();
    const once = () => refused(appoint({ personId }));
    const outcomes = (await atOnce(database.dataSource, 10, once)).sort();
    expect(outcomes).toEqual([...Array<string>(9).fill('ALREADY_MEMBER role'), 'done']);
  });
});

test('a resident of two teams is one person, made by the first appointment', async () => {
  const residentId = world.home.households[4]!.residents[0]!.globalId;
  const roles = ['leader', 'member'] as const;
  const rows = await atOnce(database.dataSource, 2, (n) => appoint({ residentId, role: roles[n] }));
  expect(rows[0]!.personId).toBe(rows[1]!.personId);
  const actor = await actorOf(database.dataSource, rows[0]!.personId);
  expect(actor.residences).toEqual([
    { communityId: world.home.id, residentId: world.home.households[4]!.residents[0]!.id },
  ]);
});

describe('endMembership', () => {
  test('a role ends on the day said, and today at once', async () => {
    const row = await appoint({});
    await end(row, addDays(today, 1));
    expect(await rolesOf(row)).toEqual(['member']);
    expect((await end(row, today)).validUntil).toBe(today);
    expect(await rolesOf(row)).toEqual([]);
    expect(await refused(end(row, addDays(today, 1)))).toBe('TERM_ENDED validUntil');
  });

  test('a mistake of today is taken back today, and the role is free again', async () => {
    const personId = await newPerson();
    const row = await appoint({ personId, validFrom: today });
    expect(await rolesOf(row)).toEqual(['member']);
    await end(row, today);
    expect(await rolesOf(row)).toEqual([]);
    expect((await appoint({ personId, validFrom: today })).validFrom).toBe(today);
  });

  test('what has been stays as it was: not yesterday, not before it began, not longer', async () => {
    const row = await appoint({});
    expect(await refused(end(row, addDays(today, -1)))).toBe('DAY_PAST validUntil');
    const coming = await appoint({ validFrom: addDays(today, 10) });
    expect(await refused(end(coming, addDays(today, 9)))).toBe('PERIOD_EMPTY validUntil');
    expect((await end(coming, addDays(today, 10))).validUntil).toBe(addDays(today, 10));
    const short = await appoint({ validUntil: addDays(today, 3) });
    expect(await refused(end(short, addDays(today, 4)))).toBe('TERM_ENDED validUntil');
  });

  test('who appoints ends, and everybody their own', async () => {
    const { home, other } = world;
    const row = await appoint({});
    for (const { actor } of [home.members[0], home.cadre, other.leader])
      expect(await refused(end(row, today, actor))).toBe('FORBIDDEN');
    const own = await actorOf(database.dataSource, row.personId);
    expect((await end(row, addDays(today, 5), own)).validUntil).toBe(addDays(today, 5));
    expect((await end(row, today, home.leader.actor)).validUntil).toBe(today);
  });
});
