import type { CouncilKind } from '../../src/councils/council-kinds';
import { SYSTEM } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { bodyFor } from '../../src/motions/choose-body';
import type { PlaceRow } from '../../src/society/place.entity';
import { registerPlace } from '../../src/society/register-place';
import {
  found,
  members,
  moveIn,
  newChamber,
  run,
  seat,
  setRule,
  TODAY,
  type Chamber,
} from '../councils/chamber';
import { refused } from './assembly';

/** Scope chooses the body (N4), by the table of layers (B3). */

let chamber: Chamber;
let yard: PlaceRow;
let grid: PlaceRow;
let home: PlaceRow;
beforeAll(async () => {
  chamber = await newChamber();
  const place = (kind: 'courtyard' | 'grid', name: string, parentId: string) =>
    run(chamber, (work) => registerPlace(work, { kind, name, parentId }));
  const { globalId } = chamber.world.home.place;
  yard = await place('courtyard', 'Yard', globalId);
  grid = await place('grid', 'Grid', toGlobalId('Place', null, yard.id));
  [home] = (await chamber.database.dataSource.query('select * from place where id = $1', [
    chamber.world.home.id,
  ])) as [PlaceRow];
});
afterAll(() => chamber.database.drop());

const sits = async (kind: CouncilKind, at?: PlaceRow) => {
  const council = await found(chamber, kind, at && toGlobalId('Place', null, at.id));
  await setRule(chamber, council, { seatsPerGroup: 0, minSeats: 1 });
  const where = at ? { gridId: toGlobalId('Place', null, grid.id) } : {};
  await seat(chamber, council, members(await moveIn(chamber, 1, where)));
  return council.id;
};

const decides = async (at: PlaceRow, body: Parameters<typeof bodyFor>[2] = 'standing') =>
  (
    await inUnitOfWork(chamber.database.dataSource, SYSTEM, (work) =>
      bodyFor(work, at, body, TODAY),
    )
  ).id;

test('the nearest that sits: of a grid, its courtyard, the community; no group decides for others', async () => {
  await sits('group_council');
  expect((await refused(decides(yard))).code).toBe('NO_BODY');
  const council = await sits('community_council');
  expect(await decides(home)).toBe(council);
  expect(await decides(yard)).toBe(council);
  const neighbours = await sits('neighbourhood_council');
  expect(await decides(yard)).toBe(neighbours);
  expect(await decides(home)).toBe(council);
  const ofYard = await sits('courtyard_council', yard);
  expect(await decides(yard)).toBe(ofYard);
  expect(await decides(grid)).toBe(ofYard);
  const ofGrid = await sits('group_council', grid);
  expect(await decides(grid)).toBe(ofGrid);
  expect(await decides(yard)).toBe(ofYard);
});

test('the meeting of all before the council where all are bound, and alone about rules', async () => {
  expect((await refused(decides(home, 'rules'))).code).toBe('NO_BODY');
  expect((await refused(decides(grid, 'rules'))).code).toBe('NO_BODY');
  const meeting = await sits('residents_meeting');
  expect(await decides(home, 'assembly')).toBe(meeting);
  expect(await decides(home)).not.toBe(meeting);
  expect(await decides(grid, 'rules')).toBe(meeting);
});
