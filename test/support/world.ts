import type { DataSource } from 'typeorm';
import { SYSTEM, type Actor } from '../../src/kernel/actor';
import { dayOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { inUnitOfWork, type UnitOfWork } from '../../src/kernel/unit-of-work';
import { appointMember } from '../../src/society/appoint-member';
import type { OrganisationKind, Role } from '../../src/society/organisation.entity';
import { actorOfPerson } from '../../src/society/person.reader';
import type { PlaceKind } from '../../src/society/place.entity';
import { registerHouseholds } from '../../src/society/register-households';
import { registerOrganisation } from '../../src/society/register-organisation';
import { registerPerson } from '../../src/society/register-person';
import { registerPlace } from '../../src/society/register-place';
import { residentsOfHousehold } from '../../src/society/resident.reader';
import { hashToken, newToken } from '../../src/society/session-token';

/** Something with its row's id and its global id. */
export interface Named {
  readonly id: string;
  readonly globalId: string;
  readonly name: string;
}

/** Someone who acts, with the roles held when the world was made. */
export interface Somebody extends Named {
  readonly actor: Actor;
}

/** A resident; `globalId` names the resident, `person` the one who acts, if any. */
export interface SomeResident extends Named {
  readonly communityId: string;
  readonly householdId: string;
}

/** A member of a self-organisation: a person who is a resident. */
export interface SomeMember extends Somebody {
  readonly resident: SomeResident;
}

export interface SomeHousehold {
  readonly id: string;
  readonly globalId: string;
  readonly residents: readonly SomeResident[];
}

export interface CommunityWorld {
  readonly place: Named;
  /** The community's id: what `community_id` holds. */
  readonly id: string;
  readonly committee: Named;
  readonly cadre: Somebody;
  readonly foundation: Named;
  readonly chair: Somebody;
  readonly boardMembers: readonly [Somebody, Somebody];
  readonly secretary: Somebody;
  readonly treasurer: Somebody;
  readonly enterprise: Named;
  readonly director: Somebody;
  readonly bookkeeper: Somebody;
  /** The self-organisation. */
  readonly team: Named;
  readonly leader: SomeMember;
  readonly members: readonly [SomeMember, SomeMember];
  /** The organisation that runs the charity supermarket. */
  readonly operator: Named;
  readonly storekeeper: Somebody;
  readonly clerk: Somebody;
  /** Five households of three; leader and members are the first of the first three. */
  readonly households: readonly SomeHousehold[];
}

export interface World {
  readonly city: Named;
  readonly district: Named;
  readonly street: Named;
  readonly streetOffice: Named;
  readonly officer: Somebody;
  readonly auditor: Somebody;
  readonly home: CommunityWorld;
  /** Another community of the same street, alike in everything. */
  readonly other: CommunityWorld;
  /** Signed in, with no role and no residence. */
  readonly outsider: Somebody;
}

/** The day from which all roles are held. */
export const SINCE = '2020-01-01';

const ZONE = 'Asia/Shanghai';

/** A person as an actor with the roles held today. */
export async function actorOf(dataSource: DataSource, personId: string): Promise<Actor> {
  const actor = await actorOfPerson(dataSource.manager, personId, dayOf(new Date(), ZONE));
  if (!actor) throw new Error(`No person ${personId}`);
  return actor;
}

/** A bearer token for a person, without the slow way through a password. */
export async function tokenOf(dataSource: DataSource, personId: string): Promise<string> {
  const token = newToken();
  const now = Date.now();
  await dataSource.query(
    `insert into session (token_hash, person_id, created_at, expires_at) values ($1, $2, $3, $4)`,
    [hashToken(token), personId, new Date(now), new Date(now + 3600_000)],
  );
  return token;
}

/** Builds the world through the commands: places, bodies, people, roles, residents; no money. */
export async function newWorld(dataSource: DataSource): Promise<World> {
  const build = builder(dataSource);
  const city = await build.place('city', 'Anshan', null, true);
  const district = await build.place('district', 'Tiexi', city);
  const street = await build.place('street', 'Zhanqian', district);
  const streetOffice = await build.organisation('street_office', 'Zhanqian Street Office', street);
  const officer = await build.holder(streetOffice, 'officer', 'Officer Wang');
  const auditor = await build.holder(streetOffice, 'auditor', 'Auditor Zhao');
  const outsider = await build.person('Nobody Special');
  const home = await newCommunity(build, street, 'Yongle');
  const other = await newCommunity(build, street, 'Heping');
  return { city, district, street, streetOffice, officer, auditor, home, other, outsider };
}

async function newCommunity(build: Builder, street: Named, name: string): Promise<CommunityWorld> {
  const place = await build.place('community', name, street);
  const body = (kind: OrganisationKind, called: string) =>
    build.organisation(kind, `${name} ${called}`, place);
  const committee = await body('residents_committee', 'Committee');
  const foundation = await body('foundation', 'Foundation');
  const enterprise = await body('social_enterprise', 'Noodles');
  const team = await body('self_organisation', 'Menders');
  const operator = await body('supermarket_operator', 'Store');
  const households = await build.households(place);
  const member = async (role: Role, at: number): Promise<SomeMember> => {
    const resident = households[at]!.residents[0]!;
    return { ...(await build.member(team, role, resident)), resident };
  };
  const board = (called: string) => build.holder(foundation, 'board_member', called);
  return {
    place,
    id: place.id,
    committee,
    cadre: await build.holder(committee, 'cadre', 'Cadre Li'),
    foundation,
    chair: await build.holder(foundation, 'chair', 'Chair Sun'),
    boardMembers: [await board('Board Zhou'), await board('Board Wu')],
    secretary: await build.holder(foundation, 'secretary', 'Secretary Zheng'),
    treasurer: await build.holder(foundation, 'treasurer', 'Treasurer Qian'),
    enterprise,
    director: await build.holder(enterprise, 'director', 'Director Feng'),
    bookkeeper: await build.holder(enterprise, 'bookkeeper', 'Bookkeeper Chen'),
    team,
    leader: await member('leader', 0),
    members: [await member('member', 1), await member('member', 2)],
    operator,
    storekeeper: await build.holder(operator, 'storekeeper', 'Storekeeper Chu'),
    clerk: await build.holder(operator, 'clerk', 'Clerk Wei'),
    households,
  };
}

type Builder = ReturnType<typeof builder>;

function builder(dataSource: DataSource) {
  const run = <T>(command: (work: UnitOfWork) => Promise<T>) =>
    inUnitOfWork(dataSource, SYSTEM, command);
  const named = (type: string, row: { id: string; name: string }): Named => ({
    id: row.id,
    globalId: toGlobalId(type, null, row.id),
    name: row.name,
  });
  const somebody = async (row: { id: string; name: string }): Promise<Somebody> => ({
    ...named('Person', row),
    actor: await actorOf(dataSource, row.id),
  });
  const appoint = (body: Named, role: Role, who: { personId: string } | { residentId: string }) =>
    run((work) =>
      appointMember(work, { organisationId: body.globalId, role, ...who, validFrom: SINCE }),
    );
  const person = async (name: string) =>
    somebody(await run((work) => registerPerson(work, { name })));
  return {
    person,
    place: async (kind: PlaceKind, name: string, parent: Named | null, keepsBooks?: boolean) => {
      const slug = kind === 'community' ? name.toLowerCase() : null;
      const timeZone = parent ? null : ZONE;
      const parentId = parent?.globalId ?? null;
      const input = { kind, name, slug, parentId, keepsBooks, timeZone };
      return named('Place', await run((work) => registerPlace(work, input)));
    },
    organisation: async (kind: OrganisationKind, name: string, at: Named) =>
      named(
        'Organisation',
        await run((work) => registerOrganisation(work, { kind, name, placeId: at.globalId })),
      ),
    holder: async (body: Named, role: Role, name: string): Promise<Somebody> => {
      const { id, globalId } = await person(name);
      await appoint(body, role, { personId: globalId });
      return somebody({ id, name });
    },
    member: async (body: Named, role: Role, resident: SomeResident): Promise<Somebody> => {
      const { personId } = await appoint(body, role, { residentId: resident.globalId });
      return somebody({ id: personId, name: resident.name });
    },
    households: (at: Named) => newHouseholds(dataSource, at),
  };
}

const SURNAMES = ['Zhang', 'Wang', 'Li', 'Zhao', 'Liu'];

async function newHouseholds(dataSource: DataSource, at: Named): Promise<SomeHousehold[]> {
  const households = SURNAMES.map((surname, n) => ({
    address: `Building ${n + 1}, flat 101`,
    residents: ['Min', 'Hao', 'Lan'].map((given, m) => ({
      name: `${surname} ${given}`,
      birthDate: `19${60 + n}-0${m + 1}-15`,
      phone: `1390412${n}${m}01`,
      movedIn: '2010-05-01',
    })),
  }));
  const input = { communityId: at.globalId, households };
  const rows = await inUnitOfWork(dataSource, SYSTEM, (work) => registerHouseholds(work, input));
  const ids = rows.map(({ id }) => id);
  const residents = await residentsOfHousehold.read(dataSource.manager, at.id, ids);
  return rows.map(({ id }) => ({
    id,
    globalId: toGlobalId('Household', at.id, id),
    residents: residents
      .filter(({ householdId }) => householdId === id)
      .map((row) => ({
        id: row.id,
        globalId: toGlobalId('Resident', at.id, row.id),
        name: row.name,
        communityId: at.id,
        householdId: id,
      })),
  }));
}
