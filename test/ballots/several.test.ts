import { BALLOT_CHECKS } from '../../src/ballots/ballots.checks';
import { castRollCallVote } from '../../src/ballots/cast-roll-call-vote';
import { ROLL_CHECKS } from '../../src/ballots/rolls.checks';
import { recordPaperBox } from '../../src/ballots/record-paper-box';
import { witnessPaperBox } from '../../src/ballots/witness-paper-box';
import { SYSTEM, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { registerHouseholds } from '../../src/society/register-households';
import { registerPlace } from '../../src/society/register-place';
import {
  boxIdOf,
  cast,
  close,
  elector,
  idOf,
  moveIn,
  newPolling,
  open,
  residentOf,
  run,
  RULE,
  take,
  type Polling,
} from './polling';

/** Votes that mark several choices, and ballots that ask a courtyard alone. */

let polling: Polling;
let voters: Actor[];
beforeAll(async () => {
  polling = await newPolling();
  voters = await moveIn(polling, 9, 1);
});
afterEach(async () => {
  const checks = [...BALLOT_CHECKS, ...ROLL_CHECKS];
  expect(await runChecks(polling.database.dataSource, checks)).toEqual([]);
});
afterAll(async () => {
  await polling.database.drop();
});

const code = (refused: string, ...path: string[]) => ({ code: refused, ...(path[0] && { path }) });
const LANES = Array.from({ length: 30 }, (_, n) => `Lane ${n + 1}`);
const several = (mostMarks: number, choices = LANES) =>
  open(polling, 'resident', { choices, mostMarks, electors: voters.map(residentOf) });

test('up to so many of thirty are marked, none is an abstention, and each is counted', async () => {
  const ballot = await several(3);
  const vote = async (who: number, marks: readonly string[]) =>
    cast(polling, ballot, await take(polling, ballot, voters[who]!), marks);
  await vote(0, ['Lane 1', 'Lane 30', 'Lane 2']);
  await vote(1, ['Lane 30']);
  await vote(2, []);
  const signed = await take(polling, ballot, voters[3]!);
  const refused = (marks: string | readonly string[]) => cast(polling, ballot, signed, marks);
  await expect(refused(LANES.slice(0, 4))).rejects.toMatchObject(code('MARKS_COUNT', 'marks'));
  await expect(refused(['Lane 1', 'Lane 1'])).rejects.toMatchObject(
    code('CHOICE_TWICE', 'marks', '1'),
  );
  await expect(refused(['Lane 31'])).rejects.toMatchObject(code('CHOICE_UNKNOWN', 'marks', '0'));
  await refused(LANES.slice(27));
  await expect(refused(LANES.slice(26, 28))).rejects.toMatchObject(code('TOKEN_USED'));
  const closed = await close(polling, ballot);
  expect(closed).toMatchObject({ tookPart: 4, base: 9 });
  const votes = LANES.map((_, n) => [1, 1].concat(Array(25).fill(0), [1, 1, 3])[n]);
  expect(closed.votes).toEqual(votes);
});

test('one choice is one choice, whether it is given as such or as a mark', async () => {
  const ballot = await open(polling);
  const signed = await take(polling, ballot, voters[0]!);
  await expect(cast(polling, ballot, signed, [])).rejects.toMatchObject(code('MARKS_COUNT'));
  await expect(cast(polling, ballot, signed, ['For', 'Against'])).rejects.toMatchObject(
    code('MARKS_COUNT'),
  );
  await cast(polling, ballot, signed, ['For']);
  await cast(polling, ballot, signed, 'For');
  expect(await close(polling, ballot)).toMatchObject({ votes: [1, 0, 0], tookPart: 1 });
});

test('what is voted is given in one of the two ways', async () => {
  const ballot = await open(polling, 'resident', { kind: 'roll_call' });
  const say = (given: object) =>
    run(polling, voters[0]!, (work) =>
      castRollCallVote(work, { ballotId: idOf(ballot), ...given }),
    );
  await expect(say({})).rejects.toMatchObject(code('CHOICE_OR_MARKS', 'choice'));
  await expect(say({ choice: 'For', marks: [] })).rejects.toMatchObject(code('CHOICE_OR_MARKS'));
});

test('papers with several marks are told with their number', async () => {
  const ballot = await several(2, ['Ann', 'Bo', 'Cy']);
  const takers = voters.slice(0, 5).map(residentOf);
  const box = { ballotId: idOf(ballot), place: 'Gate 1', takers };
  const { cadre } = polling.world.home;
  const record = (counts: number[], papers?: number) =>
    run(polling, cadre.actor, (work) =>
      recordPaperBox(work, { ...box, counts, ...(papers !== undefined && { papers }) }),
    );
  const unlike = code('PAPERS_UNLIKE_COUNTS', 'papers');
  await expect(record([3, 3, 2])).rejects.toMatchObject(unlike);
  await expect(record([3, 3, 2], 3)).rejects.toMatchObject(unlike);
  await expect(record([5, 1, 0], 4)).rejects.toMatchObject(unlike);
  await expect(record([3, 3, 2], 6)).rejects.toMatchObject(code('PAPERS_TOO_MANY', 'counts'));
  const recorded = await record([3, 3, 2], 5);
  expect(recorded).toMatchObject({ papers: 5, counts: [3, 3, 2] });
  const witness = (papers: number) =>
    run(polling, polling.world.officer.actor, (work) =>
      witnessPaperBox(work, { paperBoxId: boxIdOf(recorded), counts: [3, 3, 2], papers }),
    );
  await expect(witness(4)).rejects.toMatchObject(code('COUNTS_DIFFER'));
  await witness(5);
  await cast(polling, ballot, await take(polling, ballot, voters[5]!), ['Cy', 'Bo']);
  const closed = await close(polling, ballot);
  expect(closed).toMatchObject({ votes: [3, 4, 3], paperVotes: [3, 3, 2], tookPart: 6 });
});

test('of one choice each, the papers are the sum of the counts', async () => {
  const ballot = await open(polling, 'resident', { electors: voters.map(residentOf) });
  const box = { ballotId: idOf(ballot), place: 'Gate 1', takers: voters.map(residentOf) };
  const { cadre } = polling.world.home;
  const record = (papers: number) =>
    run(polling, cadre.actor, (work) =>
      recordPaperBox(work, { ...box, counts: [2, 2, 1], papers }),
    );
  await expect(record(6)).rejects.toMatchObject(code('PAPERS_UNLIKE_COUNTS'));
  expect(await record(5)).toMatchObject({ papers: 5 });
});

test('several marks by name are kept as they were given', async () => {
  const asked = { choices: ['Ann', 'Bo', 'Cy'], mostMarks: 2, kind: 'roll_call' as const };
  const ballot = await open(polling, 'resident', asked);
  const say = (who: Actor, marks: string[]) =>
    run(polling, who, (work) => castRollCallVote(work, { ballotId: idOf(ballot), marks }));
  await say(voters[0]!, ['Cy', 'Ann']);
  await say(voters[0]!, ['Ann', 'Cy']);
  await expect(say(voters[0]!, ['Ann'])).rejects.toMatchObject(code('VOTED_ALREADY'));
  await say(voters[1]!, []);
  expect(await close(polling, ballot)).toMatchObject({ votes: [1, 0, 1], tookPart: 2 });
});

test('what cannot be asked so is refused where it stands', async () => {
  await expect(several(0)).rejects.toMatchObject(code('MARKS_COUNT', 'mostMarks'));
  await expect(several(31)).rejects.toMatchObject(code('MARKS_COUNT', 'mostMarks'));
  const many = [...LANES, 'Lane 31'];
  await expect(several(2, many)).rejects.toMatchObject(code('CHOICES_COUNT', 'choices'));
  await expect(several(1, [])).rejects.toMatchObject(code('CHOICES_COUNT', 'choices'));
  const eleven = open(polling, 'resident', { choices: LANES.slice(0, 11) });
  await expect(eleven).rejects.toMatchObject(code('CHOICES_COUNT', 'choices'));
  const ruled = open(polling, 'resident', { mostMarks: 2, rule: RULE });
  await expect(ruled).rejects.toMatchObject(code('RULE_OF_ONE_CHOICE', 'rule'));
  expect(await several(1, ['Ann'])).toMatchObject({ mostMarks: 1, choices: ['Ann'] });
});

test('a courtyard is asked alone, and with it the grids that lie in it', async () => {
  const { home, other } = polling.world;
  const cadre = home.cadre.actor;
  const within = (parentId: string, kind: 'courtyard' | 'grid', name: string) =>
    run(polling, SYSTEM, (work) => registerPlace(work, { parentId, kind, name }));
  const placeId = (id: string) => toGlobalId('Place', null, id);
  const courtyard = await within(home.place.globalId, 'courtyard', 'North Yard');
  const north = await within(placeId(courtyard.id), 'grid', 'North Grid');
  const grid = await within(placeId(courtyard.id), 'grid', 'Middle Grid');
  const beside = await within(home.place.globalId, 'grid', 'South Grid');
  const houses = [north, grid, beside].map(({ id }, n) => ({
    ...{ address: `Yard ${n}`, gridId: placeId(id) },
    residents: [
      { name: `Yard ${n}`, movedIn: '2020-01-01', birthDate: '1970-01-01' },
      { name: `Child ${n}`, movedIn: '2020-01-01', birthDate: '2020-01-01' },
    ],
  }));
  await run(polling, cadre, (work) =>
    registerHouseholds(work, { communityId: home.place.globalId, households: houses }),
  );
  const asked = { placeId: placeId(courtyard.id) };
  const ballot = await open(polling, 'resident', asked);
  expect(ballot).toMatchObject({ base: 2, placeId: courtyard.id });
  await expect(take(polling, ballot, voters[0]!)).rejects.toMatchObject(code('NOT_ON_ROLL'));
  const inside = await residentNamed('Yard 1');
  await cast(polling, ballot, await take(polling, ballot, inside), 'For');
  expect(await close(polling, ballot)).toMatchObject({ votes: [1, 0, 0] });
  const elsewhere = { electors: [residentOf(inside), residentOf(await residentNamed('Yard 2'))] };
  await expect(open(polling, 'resident', { ...asked, ...elsewhere })).rejects.toMatchObject(
    code('NOT_ELIGIBLE', 'electors', '1'),
  );
  const whole = await open(polling, 'resident', { placeId: home.place.globalId });
  expect(whole.placeId).toBeNull();
  expect(whole.base).toBeGreaterThan(9);
  await expect(open(polling, 'resident', { placeId: other.place.globalId })).rejects.toMatchObject(
    code('OTHER_COMMUNITY', 'placeId'),
  );
});

async function residentNamed(name: string): Promise<Actor> {
  const { home } = polling.world;
  const [row]: { id: string }[] = await polling.database.dataSource.query(
    'select id from resident where community_id = $1 and name = $2',
    [home.id, name],
  );
  return elector(home.id, row!.id, home.cadre.id);
}
