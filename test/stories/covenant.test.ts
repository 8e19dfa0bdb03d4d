import { SYSTEM } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { runChecks } from '../../src/ledger/verify';
import { CHECKS } from '../../src/server/checks';
import { registerPlace } from '../../src/society/register-place';
import {
  found,
  members,
  moveIn,
  newChamber,
  seat,
  setRule,
  type Chamber,
} from '../councils/chamber';
import { act, after, DAY, HOUR, START, type Neighbour } from '../motions/assembly';
import { itIs, itIsToday } from '../support/calendar';
import { People, told } from './support/people';

/** A courtyard's council of five adopts a covenant, and nobody else could have (C4). */

let chamber: Chamber;
let people: People;
let courtyard: string;
let sitting: readonly Neighbour[];
beforeAll(async () => {
  chamber = await newChamber();
  const { dataSource } = chamber.database;
  const place = (kind: 'courtyard' | 'grid', name: string, parentId: string) =>
    inUnitOfWork(dataSource, SYSTEM, (work) => registerPlace(work, { kind, name, parentId }));
  const yard = await place('courtyard', 'Plum Court', chamber.world.home.place.globalId);
  courtyard = toGlobalId('Place', null, yard.id);
  const grid = await place('grid', 'Plum Court One', courtyard);
  const gridId = toGlobalId('Place', null, grid.id);
  sitting = await act(chamber, await moveIn(chamber, 5, { gridId }));
  const council = await found(chamber, 'courtyard_council', courtyard);
  await setRule(chamber, council, { rollCall: true });
  await seat(chamber, council, members(sitting.map(({ residentId }) => residentId)));
  people = await People.before(dataSource);
});
afterAll(async () => {
  itIsToday();
  await people.leave();
  await chamber.database.drop();
});

const MOTION = 'motion { id state council { name kind } ballots { id } resolutions { id } }';
const TEXT = 'We greet each other. Who has a dog picks up after it. Nobody parks before the door.';

test('tabled by a member, screened, voted on by name, shown, and then in force', async () => {
  itIs(START);
  const { cadre } = chamber.world.home;
  const [member] = sitting;
  const covenant = { placeId: courtyard, title: 'How we live together', text: TEXT };
  const tabled = await people.does(
    ...([member!.personId, 'tableMotion', 'TableMotionInput'] as const),
    {
      ...{ placeId: courtyard, title: 'Our covenant', tabledAs: 'COUNCIL_MEMBER' },
      ...{ text: 'Written together in spring.', act: { adoptCovenant: covenant } },
    },
    MOTION,
  );
  expect(tabled).toMatchObject({
    motion: { state: 'TABLED', council: { kind: 'COURTYARD_COUNCIL' } },
  });
  const motionId = told(tabled, 'motion.id');
  const screening = { motionId, screening: 'ADMIT', reason: 'It is theirs to say.' };
  await people.does(cadre.id, 'screenMotion', 'ScreenMotionInput', screening, MOTION);
  const vote = { motionId, closesAt: after(DAY).toISOString() };
  const opened = await people.does(
    ...([cadre.id, 'putMotionToVote', 'PutMotionToVoteInput', vote, MOTION] as const),
  );
  const ballotId = told(opened, 'motion.ballots.0.id');
  for (const [n, { personId }] of sitting.entries()) {
    const cast = { ballotId, choice: n < 4 ? '赞成' : '反对' };
    await people.does(personId, 'castRollCallVote', 'CastRollCallVoteInput', cast, 'ballot { id }');
  }
  itIs(after(DAY + HOUR));
  const concluded = await people.does(
    ...([cadre.id, 'concludeMotion', 'ConcludeMotionInput', { motionId }, MOTION] as const),
  );
  const resolutionId = told(concluded, 'motion.resolutions.0.id');
  const NOW = '... on Place { covenant { title text number } }';
  expect(await people.reads(courtyard, NOW)).toEqual({ covenant: null });
  itIs(after(9 * DAY));
  const execution = { resolutionId, idempotencyKey: 'covenant-0001' };
  const executed = await people.does(
    ...([cadre.id, 'executeResolution', 'ExecuteResolutionInput', execution] as const),
    'resolution { state } notDone { code }',
  );
  expect(executed).toMatchObject({ resolution: { state: 'EXECUTED' }, notDone: null });
  expect(await people.reads(courtyard, NOW)).toEqual({
    covenant: { title: 'How we live together', text: TEXT, number: 1 },
  });
  // Neither a community's council nor a courtyard that has none of its own decides for another.
  const elsewhere = await people.tries(
    ...([member!.personId, 'tableMotion', 'TableMotionInput'] as const),
    {
      ...{ placeId: chamber.world.home.place.globalId, title: 'Theirs', text: 'For them.' },
      ...{ tabledAs: 'COUNCIL_MEMBER', act: { adoptCovenant: covenant } },
    },
    MOTION,
  );
  expect(elsewhere.userErrors).toMatchObject([{ code: 'ACT_ELSEWHERE' }]);
  expect(await runChecks(chamber.database.dataSource, CHECKS)).toEqual([]);
});
