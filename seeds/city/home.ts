import { birthDate, fullName, phone } from '../names';
import type { City } from './city';
import { CityBooks } from './city-books';
import { lay, type Site } from './ground';
import { GRID, HOUSEHOLD } from './size';

export interface Neighbour {
  readonly id: string;
  readonly householdId: string;
}

/** A community with its people and bodies; everything that happens in it happens on it. */
export interface Home extends Site {
  readonly first: boolean;
  readonly books: CityBooks;
  readonly residents: readonly Neighbour[];
  readonly teamId: string;
  readonly foundationId: string;
  readonly operatorId: string;
  readonly enterpriseId: string;
  readonly cadre: string;
  readonly leader: string;
  readonly board: readonly string[];
  readonly secretary: string;
  readonly treasurer: string;
  readonly bookkeeper: string;
  readonly director: string;
  readonly storekeeper: string;
  readonly clerk: string;
}

/** How many residents are in the team. */
const TEAM = 8;
const MOVED_IN = '2007-04-01';

/** Settles a community: bodies, their people, and residents in households in grids. */
export function settle(city: City, site: Site, first: boolean): Home {
  const login = (name: string) => (first ? name : null);
  const body = (kind: Parameters<City['organisation']>[0], name: string) =>
    city.organisation(kind, `${site.name}${name}`, site.id);
  const committee = body('residents_committee', '居民委员会');
  const foundationId = body('foundation', '社区公益基金');
  const enterpriseId = body('social_enterprise', '洗衣社');
  const operatorId = body('supermarket_operator', '便民超市');
  const teamId = body('self_organisation', '维修服务队');
  const { residents, team } = moveIn(city, site, first, teamId);
  return {
    ...site,
    first,
    books: new CityBooks(site.id, city.ids, city.tables),
    residents,
    ...{ teamId, foundationId, operatorId, enterpriseId },
    cadre: city.member(committee, 'cadre', login('cadre')),
    leader: team[0] ?? '',
    board: [
      city.member(foundationId, 'chair', login('chair')),
      city.member(foundationId, 'board_member', login('board1')),
      city.member(foundationId, 'board_member', login('board2')),
    ],
    secretary: city.member(foundationId, 'secretary', login('secretary')),
    treasurer: city.member(foundationId, 'treasurer', login('treasurer')),
    bookkeeper: city.member(enterpriseId, 'bookkeeper', login('bookkeeper')),
    director: city.member(enterpriseId, 'director', login('director')),
    storekeeper: city.member(operatorId, 'storekeeper', login('storekeeper')),
    clerk: city.member(operatorId, 'clerk', login('clerk')),
  };
}

/** The residents; the first ones are persons too, and make up the team. */
function moveIn(city: City, site: Site, first: boolean, teamId: string) {
  const { dice, tables } = city;
  const count = first ? city.size.first.residents : city.size.residents;
  const households = Math.round(count / HOUSEHOLD);
  const homes: string[] = [];
  let grid = '';
  for (let n = 0; n < households; n += 1) {
    if (n % GRID === 0) grid = lay(city, 'grid', `${n / GRID + 1}网格`, null, site.lineage).id;
    const id = city.old();
    const address = `${Math.floor(n / 60) + 1}号楼${(n % 5) + 1}单元${Math.floor((n % 60) / 5) + 1}01室`;
    tables.household.write(site.id, id, address, grid);
    homes.push(id);
  }
  const team: string[] = [];
  const residents = Array.from({ length: count }, (_, n) => {
    const householdId = homes[n < households ? n : dice.roll(households)] ?? '';
    const resident = { id: city.old(), householdId };
    const name = fullName(dice);
    const roles = n === 0 ? 'leader' : 'member';
    const login = first && n < 2 ? roles : null;
    if (n < TEAM)
      team.push(city.member(teamId, roles, login, { communityId: site.id, id: resident.id, name }));
    const born = birthDate(dice, 2026, dice.between(n < households ? 25 : 5, 85));
    const number = dice.oneIn(2) ? phone(dice) : null;
    tables.resident.write(
      ...[site.id, resident.id, householdId, team[n] ?? null, name, born, number, MOVED_IN, null],
    );
    return resident;
  });
  return { residents, team };
}
