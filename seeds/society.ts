import { toGlobalId } from '../src/kernel/global-id';
import { giveLogin } from '../src/society/give-login';
import { residentsOfHousehold } from '../src/society/resident.reader';
import type { PlaceRow } from '../src/society/place.entity';
import { TEAM_KINDS, type Cast, type CommunityCast, type Neighbour, type Size } from './cast';
import { DEMO_PASSWORD } from './demo-people';
import { moveIn, shares } from './households';
import { Register } from './people';
import { layGrids, layGround, registerOthers } from './places';
import type { Stage } from './stage';

/** How many neighbours a team has, its leader included. */
const TEAM = 8;

/** The social enterprises of the street, each at home in one community. */
const ENTERPRISES = ['站前洗衣社', '邻里食堂', '巧手修理铺'];

/** Builds the street with everybody who plays a part in it. */
export async function buildSociety(stage: Stage, size: Size): Promise<Cast> {
  const ground = await layGround(stage);
  const register = new Register(stage);
  const { street, communities } = ground;
  const office = await register.organisation('street_office', '站前街道办事处', street);
  const officer = await register.member(office, 'officer', 'officer');
  await register.member(office, 'auditor', 'auditor');
  await registerOthers(stage, officer, ground);
  const foundation = await register.organisation('foundation', '站前社区公益基金', street);
  const chair = await register.member(foundation, 'chair', 'chair');
  const board = [
    await register.member(foundation, 'board_member', 'board1'),
    await register.member(foundation, 'board_member', 'board2'),
  ];
  const secretary = await register.member(foundation, 'secretary', 'secretary');
  const treasurer = await register.member(foundation, 'treasurer', 'treasurer');
  const enterprises = [];
  for (const [i, name] of ENTERPRISES.entries()) {
    const organisation = await register.organisation(
      'social_enterprise',
      name,
      communities[i] ?? street,
    );
    const login = (role: string) => (i === 0 ? role : undefined);
    enterprises.push({
      organisation,
      home: i,
      director: await register.member(organisation, 'director', login('director')),
      bookkeeper: await register.member(organisation, 'bookkeeper', login('bookkeeper')),
    });
  }
  const casts: CommunityCast[] = [];
  for (const [i, place] of communities.entries())
    casts.push(await buildCommunity(register, officer, place, i, size));
  const cast = {
    street,
    office,
    officer,
    foundation,
    chair,
    board,
    secretary,
    treasurer,
    enterprises,
    communities: casts,
  };
  return cast;
}

async function buildCommunity(
  register: Register,
  officer: string,
  place: PlaceRow,
  index: number,
  size: Size,
): Promise<CommunityCast> {
  const { stage } = register;
  const login = (role: string) => (index === 0 ? role : undefined);
  const committee = await register.organisation(
    'residents_committee',
    `${place.name}居民委员会`,
    place,
  );
  const cadre = await register.member(committee, 'cadre', login('cadre'));
  const branch = await register.organisation('party_organisation', `${place.name}党组织`, place);
  const party = await register.member(branch, 'party_secretary', login('party'));
  const operator = await register.organisation(
    'supermarket_operator',
    `民生便民超市${place.name}店`,
    place,
  );
  const storekeeper = await register.member(operator, 'storekeeper', login('storekeeper'));
  const clerk = await register.member(operator, 'clerk', login('clerk'));
  const households = shares(size.households, 4)[index] ?? 0;
  const grids = await layGrids(stage, officer, place, households);
  const moved = await moveIn(stage, cadre, place, grids, {
    households,
    residents: shares(size.residents, 4)[index] ?? 0,
    seed: 100 + index,
  });
  const everyone = await neighboursOf(stage, place, moved.slice(0, TEAM * TEAM_KINDS.length));
  const teams = [];
  for (const [i, { kind, name }] of TEAM_KINDS.entries()) {
    const organisation = await register.organisation(
      'self_organisation',
      `${place.name}${name}`,
      place,
    );
    const members: Neighbour[] = [];
    for (const neighbour of everyone.slice(i * TEAM, (i + 1) * TEAM)) {
      const role = members.length === 0 ? 'leader' : 'member';
      await register.join(organisation, role, neighbour.residentId);
      members.push(await acting(stage, place, neighbour));
    }
    teams.push({ kind, organisation, members });
  }
  if (index === 0) await giveLogins(stage, officer, teams[1]?.members ?? []);
  return { place, households: moved, cadre, party, operator, storekeeper, clerk, teams };
}

/** The leader of one team and a member of it can sign in to the demo. */
async function giveLogins(
  stage: Stage,
  officer: string,
  [leader, member]: readonly Neighbour[],
): Promise<void> {
  for (const [login, who] of Object.entries({ leader, member })) {
    if (!who) continue;
    const input = { residentId: who.residentId, login, password: DEMO_PASSWORD };
    await stage.as(officer, giveLogin, input);
  }
}

type Resident = Omit<Neighbour, 'personId'> & { readonly id: string };

/** The first resident of each household: the one who is old enough to act. */
async function neighboursOf(
  stage: Stage,
  place: PlaceRow,
  households: readonly { id: string }[],
): Promise<Resident[]> {
  const ids = households.map(({ id }) => id);
  const rows = await residentsOfHousehold.read(stage.source.manager, place.id, ids);
  const first = new Map<string, Resident>();
  for (const { id, householdId } of rows) {
    const residentId = toGlobalId('Resident', place.id, id);
    if (!first.has(householdId)) first.set(householdId, { id, householdId, residentId });
  }
  return ids.flatMap((id) => first.get(id) ?? []);
}

/** Whom the resident acts as, now that they belong to something. */
async function acting(stage: Stage, place: PlaceRow, resident: Resident): Promise<Neighbour> {
  const rows: { personId: string }[] = await stage.source.query(
    'select person_id "personId" from resident where community_id = $1 and id = $2',
    [place.id, resident.id],
  );
  const personId = rows[0]?.personId;
  if (!personId) throw new Error('A member of a team is nobody');
  return { personId, residentId: resident.residentId, householdId: resident.householdId };
}
