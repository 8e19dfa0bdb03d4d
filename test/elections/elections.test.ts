import { BALLOT_CHECKS } from '../../src/ballots/ballots.checks';
import { ROLL_CHECKS } from '../../src/ballots/rolls.checks';
import type { Actor } from '../../src/kernel/actor';
import type { CouncilRow } from '../../src/councils/council.entity';
import { seatMembers } from '../../src/councils/seat-members';
import type { ElectionRow } from '../../src/elections/election.entity';
import { COUNCIL_CHECKS } from '../../src/councils/councils.checks';
import { callOffElection } from '../../src/elections/call-off-election';
import { ELECTION_CHECKS } from '../../src/elections/elections.checks';
import { addDays } from '../../src/kernel/calendar';
import { runChecks } from '../../src/ledger/verify';
import { moveOutResident } from '../../src/society/move-out-resident';
import { closeBallot } from '../../src/ballots/close-ballot';
import { idOf, newPolling, residentOf, run, type Polling } from '../ballots/polling';
import { councilId, fill, makeCadres, seatsOf, TODAY, vacate } from '../councils/chamber';
import {
  at,
  call,
  conclude,
  countAt,
  electionId,
  newHustings,
  openAt,
  runOffAt,
  setRuleAt,
  settle,
  standingsOf,
  standUp,
  vote,
  votePapers,
  wardNow,
  withdraw,
} from './hustings';

/** Elections from the call to the seats, at each threshold. */

let polling: Polling;
beforeAll(async () => {
  polling = await newPolling();
});
afterEach(async () => {
  const checks = [...BALLOT_CHECKS, ...ROLL_CHECKS, ...COUNCIL_CHECKS, ...ELECTION_CHECKS];
  expect(await runChecks(polling.database.dataSource, checks)).toEqual([]);
});
afterAll(async () => {
  await polling.database.drop();
});

const code = (refused: string, ...path: string[]) => ({ code: refused, ...(path[0] && { path }) });

test('who has the most votes sits, and who reached the share follows in turn', async () => {
  const hustings = await newHustings(polling, 10);
  const { voters, council } = hustings;
  const { election, ward } = await call(hustings, 2);
  const five = await standUp(hustings, ward, voters.slice(0, 5));
  await expect(openAt(hustings, ward, 0.9)).rejects.toMatchObject(code('NOMINATIONS_OPEN'));
  const ballot = await openAt(hustings, ward, 1);
  expect(ballot).toMatchObject({ mostMarks: 2, base: 10, choices: { length: 5 } });
  await expect(openAt(hustings, ward, 1)).rejects.toMatchObject(code('WARD_VOTES', 'wardId'));
  await votePapers(
    hustings,
    ballot,
    voters.slice(0, 8),
    [2, 5, 1, 0, 6].map((n) => Math.min(n, 8)),
  );
  await expect(countAt(hustings, ward, 1.9)).rejects.toMatchObject(code('BALLOT_OPEN', 'wardId'));
  await expect(conclude(hustings, election, 2)).rejects.toMatchObject(
    code('ELECTION_UNSETTLED', 'electionId'),
  );
  expect((await countAt(hustings, ward, 2)).state).toBe('filled');
  await expect(countAt(hustings, ward, 2)).rejects.toMatchObject(code('WARD_VOTES_NOT'));
  expect(await standingsOf(hustings, five)).toEqual([
    ...['not_elected', 'elected 2', 'not_elected', 'not_elected', 'elected 1'],
  ]);
  expect(await conclude(hustings, election, 3)).toMatchObject({ state: 'concluded' });
  await expect(conclude(hustings, election, 3)).rejects.toMatchObject(code('ELECTION_ENDED'));
  const seats = await seatsOf(polling, council);
  expect(seats.map(({ residentId, number }) => [number, residentId])).toEqual([
    [1, five[4]!.residentId],
    [2, five[1]!.residentId],
  ]);
});

test('a tie at the last seat is run off, and a run-off may be tied again', async () => {
  const hustings = await newHustings(polling, 9);
  const { voters } = hustings;
  const { election, ward } = await call(hustings, 2);
  const four = await standUp(hustings, ward, voters.slice(0, 4));
  await expect(runOffAt(hustings, ward, 1)).rejects.toMatchObject(code('WARD_NOT_TIED'));
  // Nine papers with up to two marks each: four and five are less and more than half of eight.
  const counted = await vote(hustings, ward, { hour: 1, papers: 9, counts: [7, 5, 5, 1] });
  expect(counted.state).toBe('tied');
  expect(await standingsOf(hustings, four)).toEqual(['elected 1', 'tied', 'tied', 'not_elected']);
  await expect(openAt(hustings, ward, 2)).rejects.toMatchObject(code('WARD_VOTES'));
  const again = await runOffAt(hustings, ward, 2);
  expect(again).toMatchObject({ mostMarks: 1, choices: { length: 2 } });
  await votePapers(hustings, again, voters.slice(0, 6), [3, 3]);
  expect((await countAt(hustings, ward, 3)).state).toBe('tied');
  const few = await runOffAt(hustings, ward, 3);
  await votePapers(hustings, few, voters.slice(0, 4), [3, 1]);
  expect((await countAt(hustings, ward, 4)).state).toBe('tied');
  const last = await runOffAt(hustings, ward, 4);
  await votePapers(hustings, last, voters.slice(0, 5), [2, 3]);
  expect((await countAt(hustings, ward, 5)).state).toBe('filled');
  expect(await standingsOf(hustings, four)).toEqual([
    ...['elected 1', 'substitute 1', 'elected 2', 'not_elected'],
  ]);
  await conclude(hustings, election, 5);
});

test('too few take part: nothing is decided, and the ward votes again', async () => {
  const hustings = await newHustings(polling, 8);
  const { election, ward } = await call(hustings, 1);
  const two = await standUp(hustings, ward, hustings.voters.slice(0, 2));
  const first = await vote(hustings, ward, { hour: 1, papers: 4, counts: [4, 0] });
  expect(first.state).toBe('no_quorum');
  expect(await standingsOf(hustings, two)).toEqual(['not_elected', 'not_elected']);
  await expect(conclude(hustings, election, 2)).rejects.toMatchObject(code('ELECTION_UNSETTLED'));
  const second = await vote(hustings, ward, { hour: 2, papers: 5, counts: [2, 3] });
  expect(second.state).toBe('filled');
  expect(await standingsOf(hustings, two)).toEqual(['not_elected', 'elected 1']);
  await conclude(hustings, election, 3);
});

test('seats that nobody won are voted on again, or not given where that is wanted', async () => {
  const hustings = await newHustings(polling, 9);
  const { election, ward } = await call(hustings, 2);
  const three = await standUp(hustings, ward, hustings.voters.slice(0, 3));
  const first = await vote(hustings, ward, { hour: 1, papers: 9, counts: [9, 4, 3] });
  expect(first.state).toBe('short');
  const ballot = await openAt(hustings, ward, 2);
  expect(ballot).toMatchObject({ choices: { length: 2 }, mostMarks: 1 });
  await votePapers(hustings, ballot, hustings.voters, [2, 2]);
  // Less than a third of nine.
  expect((await countAt(hustings, ward, 3)).state).toBe('short');
  expect(await standingsOf(hustings, three)).toEqual(['elected 1', 'not_elected', 'not_elected']);
  await conclude(hustings, election, 3, true);
  expect(await seatsOf(polling, hustings.council)).toHaveLength(1);
});

test('a ballot that was closed as such is counted for the election all the same', async () => {
  const hustings = await newHustings(polling, 3);
  const { ward } = await call(hustings, 1);
  await standUp(hustings, ward, hustings.voters.slice(0, 2));
  const ballot = await openAt(hustings, ward, 1);
  await votePapers(hustings, ballot, hustings.voters, [2, 1]);
  const { cadre } = polling.world.home;
  const asked = { ballotId: idOf(ballot) };
  await run(polling, cadre.actor, (work) => closeBallot(work, asked), ballot.closesAt);
  expect((await countAt(hustings, ward, 2)).state).toBe('filled');
});

test('a household votes once, where households elect', async () => {
  const hustings = await newHustings(polling, 6, 2);
  const { ward } = await call(hustings, 1, { voteBy: 'household' });
  await standUp(hustings, ward, hustings.voters.slice(0, 2));
  const ballot = await openAt(hustings, ward, 1);
  expect(ballot).toMatchObject({ base: 3, voteBy: 'household' });
  const twice = votePapers(hustings, ballot, hustings.voters.slice(0, 2), [2, 0]);
  await expect(twice).rejects.toMatchObject(code('ELECTOR_TWICE'));
});

test('a cadre too many gives way, and who moved away before the term does as well', async () => {
  const hustings = await newHustings(polling, 6);
  const { voters, council } = hustings;
  await makeCadres(polling, voters.slice(0, 2).map(residentOf));
  const { election, ward } = await call(hustings, 2);
  const five = await standUp(hustings, ward, voters.slice(0, 5));
  const counts = [6, 5, 0, 0, 0];
  expect((await vote(hustings, ward, { hour: 1, papers: 6, counts })).state).toBe('filled');
  // Both are cadres, and of two members one may be: the other seat has nobody to follow on it.
  await setRuleAt(polling, council, 1.9, { minSeats: 2 });
  await expect(conclude(hustings, election, 2)).rejects.toMatchObject(
    code('COUNCIL_TOO_SMALL', 'electionId'),
  );
  await setRuleAt(polling, council, 1.95, { minSeats: 1, cadrePercent: 100 });
  const moved = { residentId: residentOf(voters[1]!), movedOut: TODAY };
  await run(polling, polling.world.home.cadre.actor, (work) => moveOutResident(work, moved), at(9));
  await conclude(hustings, election, 2);
  expect(await standingsOf(hustings, five.slice(0, 2))).toEqual(['elected 1', 'passed_over']);
});

test('where nobody follows, who fits may fill a seat', async () => {
  const hustings = await newHustings(polling, 9);
  const { voters, council } = hustings;
  const { election, ward } = await call(hustings, 1);
  const four = await standUp(hustings, ward, voters.slice(0, 4));
  const ballot = await openAt(hustings, ward, 1);
  await votePapers(hustings, ballot, voters, [5, 2, 1, 1]);
  await countAt(hustings, ward, 2);
  expect(await standingsOf(hustings, four)).toEqual([
    ...['elected 1', 'not_elected', 'not_elected', 'not_elected'],
  ]);
  await conclude(hustings, election, 3);
  const [seat] = await seatsOf(polling, council);
  await vacate(polling, seat!, { validUntil: TODAY, now: at(9) });
  // Nobody reached the share behind the winner: then who fits may follow.
  await fill(polling, seat!, residentOf(voters[8]!), at(9));
});

test('only the next substitute follows, while there is one who can', async () => {
  const hustings = await newHustings(polling, 9);
  const { voters, council } = hustings;
  const share = { num: 1, den: 9, strict: false };
  const { election, ward } = await call(hustings, 1, { rule: { wins: share } });
  const five = await standUp(hustings, ward, voters.slice(0, 5));
  await vote(hustings, ward, { hour: 1, papers: 9, counts: [1, 4, 2, 1, 1] });
  expect(await standingsOf(hustings, five)).toEqual([
    ...['substitute 2', 'elected 1', 'substitute 1', 'substitute 3', 'substitute 4'],
  ]);
  await conclude(hustings, election, 3);
  const seats = async () => await seatsOf(polling, council);
  const [first] = await seats();
  const refused = withdraw(hustings, voters[1]!, five[1]!);
  await expect(refused).rejects.toMatchObject(code('NOT_A_SUBSTITUTE'));
  await vacate(polling, first!, { validUntil: TODAY, now: at(9) });
  const give = (n: number) => fill(polling, first!, residentOf(voters[n]!), at(9));
  const next = code('SUBSTITUTE_FIRST', 'residentId');
  await expect(give(8)).rejects.toMatchObject(next);
  await expect(give(0)).rejects.toMatchObject(next);
  // The first declines, the second moves away: the third is the next.
  await withdraw(hustings, voters[2]!, five[2]!);
  await expect(withdraw(hustings, voters[2]!, five[2]!)).rejects.toMatchObject(
    code('CANDIDATE_WITHDRAWN'),
  );
  await expect(give(3)).rejects.toMatchObject(next);
  const moved = { residentId: residentOf(voters[0]!), movedOut: TODAY };
  await run(polling, polling.world.home.cadre.actor, (work) => moveOutResident(work, moved), at(9));
  await expect(give(4)).rejects.toMatchObject(next);
  await give(3);
  const held = (await seats()).find(({ endedBecause }) => endedBecause === null);
  await vacate(polling, held!, { validUntil: TODAY, now: at(9) });
  await fill(polling, held!, residentOf(voters[4]!), at(9));
  const last = (await seats()).find(({ endedBecause }) => endedBecause === null);
  await vacate(polling, last!, { validUntil: TODAY, now: at(9) });
  await fill(polling, last!, residentOf(voters[8]!), at(9));
});

test('who is elected may give it up before the seats are given, and the next moves up', async () => {
  const hustings = await newHustings(polling, 9);
  const { voters } = hustings;
  const share = { num: 1, den: 9, strict: false };
  const { election, ward } = await call(hustings, 1, { rule: { wins: share } });
  const three = await standUp(hustings, ward, voters.slice(0, 3));
  const ballot = await openAt(hustings, ward, 1);
  await expect(withdraw(hustings, voters[0]!, three[0]!)).rejects.toMatchObject(
    code('CANDIDATE_ON_BALLOT'),
  );
  await votePapers(hustings, ballot, voters, [5, 3, 1]);
  await countAt(hustings, ward, 2);
  await withdraw(hustings, voters[0]!, three[0]!);
  const after = ['withdrawn', 'elected 1', 'substitute 1'];
  expect(await standingsOf(hustings, three)).toEqual(after);
  await conclude(hustings, election, 3);
  expect(await standingsOf(hustings, three)).toEqual(after);
});

test('where the only winner gives it up and nobody follows, the ward votes again', async () => {
  const hustings = await newHustings(polling, 9);
  const { voters } = hustings;
  const { election, ward } = await call(hustings, 1);
  const three = await standUp(hustings, ward, voters.slice(0, 3));
  const counted = await vote(hustings, ward, { hour: 1, papers: 9, counts: [5, 2, 2] });
  expect(counted.state).toBe('filled');
  await withdraw(hustings, voters[0]!, three[0]!);
  expect((await wardNow(hustings, ward)).state).toBe('short');
  const again = await openAt(hustings, ward, 2);
  expect(again).toMatchObject({ choices: { length: 2 }, mostMarks: 1 });
  await votePapers(hustings, again, voters, [6, 3]);
  expect((await countAt(hustings, ward, 3)).state).toBe('filled');
  await conclude(hustings, election, 3);
  expect(await standingsOf(hustings, three)).toEqual(['withdrawn', 'elected 1', 'substitute 1']);
});

test('a tie ends also when one of the tied gives way', async () => {
  const hustings = await newHustings(polling, 9);
  const { voters } = hustings;
  const { election, ward } = await call(hustings, 2);
  const four = await standUp(hustings, ward, voters.slice(0, 4));
  await vote(hustings, ward, { hour: 1, papers: 9, counts: [7, 5, 5, 1] });
  const runOff = await runOffAt(hustings, ward, 2);
  await expect(withdraw(hustings, voters[1]!, four[1]!)).rejects.toMatchObject(
    code('CANDIDATE_ON_BALLOT', 'candidateId'),
  );
  await votePapers(hustings, runOff, voters.slice(0, 6), [3, 3]);
  expect((await countAt(hustings, ward, 3)).state).toBe('tied');
  await withdraw(hustings, voters[1]!, four[1]!);
  expect((await wardNow(hustings, ward)).state).toBe('filled');
  await conclude(hustings, election, 4);
  expect(await standingsOf(hustings, four)).toEqual([
    ...['elected 1', 'withdrawn', 'elected 2', 'not_elected'],
  ]);
});

test('who moves in after the tie does not break it, and who moved out still votes', async () => {
  const hustings = await newHustings(polling, 5);
  const { voters } = hustings;
  const { ward } = await call(hustings, 1, { rule: { wins: { num: 1, den: 3, strict: false } } });
  await standUp(hustings, ward, voters.slice(0, 2));
  await vote(hustings, ward, { hour: 1, papers: 4, counts: [2, 2] });
  const [newcomer] = await settle(polling, hustings.placeId, 1);
  const moved = { residentId: residentOf(voters[4]!), movedOut: TODAY };
  await run(polling, polling.world.home.cadre.actor, (work) => moveOutResident(work, moved), at(9));
  const runOff = await runOffAt(hustings, ward, 2);
  expect(runOff.base).toBe(5);
  await expect(votePapers(hustings, runOff, [newcomer!], [1, 0])).rejects.toMatchObject(
    code('ELECTOR_UNKNOWN'),
  );
  await votePapers(hustings, runOff, voters.slice(2), [1, 2]);
  expect((await countAt(hustings, ward, 3)).state).toBe('filled');
});

test('what is elected is seated by nobody otherwise, and no count is thrown away', async () => {
  const hustings = await newHustings(polling, 3);
  const { voters, council } = hustings;
  const { home, officer } = polling.world;
  const seatOthers = (day = TODAY) => {
    const given = [{ residentId: residentOf(voters[2]!) }];
    const asked = { councilId: councilId(council), validFrom: day, members: given };
    return run(polling, home.cadre.actor, (work) => seatMembers(work, asked), at(9));
  };
  const off = (who: Actor, whose: ElectionRow) => {
    const asked = { electionId: electionId(whose), reason: 'Not so.' };
    return run(polling, who, (work) => callOffElection(work, asked), at(9));
  };
  const byElection = code('SEATS_BY_ELECTION', 'councilId');
  const { election, ward } = await call(hustings, 1);
  await expect(seatOthers()).rejects.toMatchObject(byElection);
  await standUp(hustings, ward, voters.slice(0, 2));
  await vote(hustings, ward, { hour: 1, papers: 3, counts: [2, 1] });
  await expect(off(home.cadre.actor, election)).rejects.toMatchObject(
    code('ELECTION_VOTED', 'electionId'),
  );
  await conclude(hustings, election, 3);
  const nextTerm = (await termsOf(council)).at(-1)!;
  await expect(seatOthers(nextTerm)).rejects.toMatchObject(byElection);
  const other = await newHustings(polling, 3);
  const vain = await call(other, 1);
  await standUp(other, vain.ward, other.voters.slice(0, 2));
  await openAt(other, vain.ward, 1);
  await off(officer.actor, vain.election);
  const asked = { councilId: councilId(other.council), validFrom: TODAY };
  const members = [{ residentId: residentOf(other.voters[2]!) }];
  await run(polling, home.cadre.actor, (work) => seatMembers(work, { ...asked, members }), at(9));
});

/** The days on which a council's terms end. */
async function termsOf({ communityId, id }: CouncilRow): Promise<string[]> {
  const terms: { until: string }[] = await polling.database.dataSource.query(
    'select valid_until "until" from council_term where community_id = $1 and council_id = $2',
    [communityId, id],
  );
  return terms.map(({ until }) => until);
}

test('an election that comes to no end is called off, and another can be called', async () => {
  const hustings = await newHustings(polling, 3);
  const { election, ward } = await call(hustings, 1);
  await expect(call(hustings, 1)).rejects.toMatchObject(code('ELECTION_UNDER_WAY', 'councilId'));
  await expect(openAt(hustings, ward, 1)).rejects.toMatchObject(code('NO_CANDIDATES', 'wardId'));
  await standUp(hustings, ward, hustings.voters.slice(0, 1));
  await expect(openAt(hustings, ward, 1)).rejects.toMatchObject(code('CANDIDATES_TOO_FEW'));
  const asked = { electionId: electionId(election), reason: 'Nobody wants to.' };
  const { cadre } = polling.world.home;
  const end = () => run(polling, cadre.actor, (work) => callOffElection(work, asked), at(1));
  await end();
  await expect(end()).rejects.toMatchObject(code('ELECTION_ENDED'));
  await expect(openAt(hustings, ward, 1)).rejects.toMatchObject(code('ELECTION_ENDED'));
  const again = await call(hustings, 1, { rule: { moreCandidates: false } });
  await standUp(hustings, again.ward, hustings.voters.slice(0, 1));
  await vote(hustings, again.ward, { hour: 1, papers: 3, counts: [2] });
  await conclude(hustings, again.election, 3);
  expect((await wardNow(hustings, again.ward)).seatsUntil).toBe(2);
  const later = call(hustings, 1, { termFrom: addDays(TODAY, 300) });
  await expect(later).rejects.toMatchObject(code('TERMS_OVERLAP', 'termFrom'));
});
