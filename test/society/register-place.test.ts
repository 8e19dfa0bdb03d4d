import { SYSTEM, STRANGER } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import type { PlaceRow } from '../../src/society/place.entity';
import { registerPlace, type RegisterPlaceInput } from '../../src/society/register-place';
import { atOnce } from '../support/at-once';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type World } from '../support/world';
import { act, refused } from './acts';

let database: FreshDatabase;
let world: World;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
});
afterAll(() => database.drop());

const idOf = (row: PlaceRow) => toGlobalId('Place', null, row.id);
const register = (input: Partial<RegisterPlaceInput>, actor = world.officer.actor) =>
  act(database.dataSource, actor, registerPlace, {
    kind: 'community',
    name: 'Xinhua',
    parentId: world.street.globalId,
    ...input,
  });

test('a place lies in the one above and knows everything above it, the city first', async () => {
  const community = await register({ slug: 'xinhua' });
  const courtyard = await register({
    kind: 'courtyard',
    name: 'Courtyard 5',
    parentId: idOf(community),
  });
  const grid = await register({ kind: 'grid', name: 'Grid 1', parentId: idOf(courtyard) });
  const { city, district, street } = world;
  expect(grid.lineage).toEqual([
    city.id,
    district.id,
    street.id,
    community.id,
    courtyard.id,
    grid.id,
  ]);
  expect([community, courtyard, grid].map((row) => row.keepsBooks)).toEqual([true, false, false]);
  expect(grid.timeZone).toBe('Asia/Shanghai');
  expect((await register({ kind: 'grid', parentId: idOf(community) })).kind).toBe('grid');
});

test('only officers above register a place, and a city only the system', async () => {
  const { home, auditor, outsider } = world;
  for (const { actor } of [home.cadre, home.chair, auditor, outsider])
    expect(await refused(register({}, actor))).toBe('FORBIDDEN');
  expect(await refused(register({}, STRANGER))).toBe('UNAUTHENTICATED');
  // The street's officers do not reach the district that their street lies in.
  const street = { kind: 'street', parentId: world.district.globalId } as const;
  expect(await refused(register(street))).toBe('FORBIDDEN');
  const city = { kind: 'city', parentId: null, timeZone: 'Asia/Shanghai' } as const;
  expect(await refused(register(city))).toBe('FORBIDDEN');
  expect((await register(city, SYSTEM)).keepsBooks).toBe(false);
});

test('a place does not lie in one of the wrong kind', async () => {
  const { street, home } = world;
  for (const [kind, parentId] of [
    ['city', street.globalId],
    ['district', street.globalId],
    ['street', street.globalId],
    ['courtyard', street.globalId],
    ['grid', street.globalId],
    ['community', home.place.globalId],
    ['community', null],
  ] as const)
    expect(await refused(register({ kind, parentId }, SYSTEM))).toBe('PLACE_ORDER parentId');
  const organisation = { parentId: home.team.globalId };
  expect(await refused(register(organisation))).toBe('ID_UNKNOWN parentId');
});

test('a short name is plain and taken once, however many ask at once', async () => {
  for (const slug of ['', 'Yongle', 'a b', '-a', 'a--b', '永乐', 'a'.repeat(61)])
    expect(await refused(register({ slug }))).toBe('SLUG_UNUSABLE slug');
  expect(await refused(register({ slug: 'yongle' }))).toBe('SLUG_TAKEN slug');
  const once = () => refused(register({ slug: 'race' }));
  const outcomes = await atOnce(database.dataSource, 12, once);
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'SLUG_TAKEN slug')).toHaveLength(11);
});

test('a community keeps books, what lies in it none, and a zone is a real one', async () => {
  expect(await refused(register({ keepsBooks: false }))).toBe('PLACE_BOOKS keepsBooks');
  const courtyard = { kind: 'courtyard', parentId: world.home.place.globalId } as const;
  expect(await refused(register({ ...courtyard, keepsBooks: true }))).toBe(
    'PLACE_BOOKS keepsBooks',
  );
  expect(await refused(register({ timeZone: 'Asia/Anshan' }))).toBe('TIME_ZONE_UNKNOWN timeZone');
  expect(await refused(register({ kind: 'city', parentId: null }, SYSTEM))).toBe(
    'TIME_ZONE_UNKNOWN timeZone',
  );
  expect((await register({ timeZone: 'Asia/Urumqi' })).timeZone).toBe('Asia/Urumqi');
  expect(await refused(register({ name: ' ' }))).toBe('TEXT_LENGTH name');
});
