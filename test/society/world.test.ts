import { actorOf, newWorld, type World } from '../support/world';
import { countQueries } from '../support/queries';
import { freshDatabase, type FreshDatabase } from '../support/database';

let database: FreshDatabase;
let world: World;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
});
afterAll(() => database.drop());

test('the world that tests share has its people in their roles', async () => {
  const { home, other, officer } = world;
  expect(home.chair.actor.standings).toEqual([
    {
      organisationId: home.foundation.id,
      organisationKind: 'foundation',
      role: 'chair',
      placeId: home.id,
    },
  ]);
  expect(officer.actor.standings[0]?.placeId).toBe(world.street.id);
  expect(home.leader.actor.residences).toEqual([
    { communityId: home.id, residentId: home.leader.resident.id },
  ]);
  expect(other.members[1].actor.standings[0]?.role).toBe('member');
  expect(home.households.map(({ residents }) => residents.length)).toEqual([3, 3, 3, 3, 3]);
  expect((await actorOf(database.dataSource, world.outsider.id)).standings).toEqual([]);
});

test('statements are counted whichever way they go to PostgreSQL', async () => {
  const { dataSource } = database;
  const { result, statements } = await countQueries(dataSource, async () => {
    await dataSource.query('select 1');
    return await dataSource.transaction((db) => db.query('select 2 as n'));
  });
  expect(result).toEqual([{ n: 2 }]);
  expect(statements).toEqual(['select 1', 'START TRANSACTION', 'select 2 as n', 'COMMIT']);
});
