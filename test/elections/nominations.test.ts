import { ELECTION_CHECKS } from '../../src/elections/elections.checks';
import type { CallElection } from '../../src/elections/call-election';
import { nominateCandidate } from '../../src/elections/nominate-candidate';
import { supportNomination } from '../../src/elections/support-nomination';
import type { ElectionWardRow } from '../../src/elections/election-ward.entity';
import type { CandidateRow } from '../../src/elections/candidate.entity';
import type { Actor } from '../../src/kernel/actor';
import { addDays } from '../../src/kernel/calendar';
import { runChecks } from '../../src/ledger/verify';
import { elector, moveIn, newPolling, residentOf, run, type Polling } from '../ballots/polling';
import { found, group, seatsOf, TODAY } from '../councils/chamber';
import {
  accept,
  at,
  call,
  candidateId,
  conclude,
  newHustings,
  openAt,
  setRuleAt,
  settle,
  standingsOf,
  standUp,
  votePapers,
  countAt,
  wardId,
  withdraw,
  type Hustings,
} from './hustings';

/** Who stands, who says so, and what does not belong in each field. */

let polling: Polling;
beforeAll(async () => {
  polling = await newPolling();
});
afterEach(async () => {
  expect(await runChecks(polling.database.dataSource, ELECTION_CHECKS)).toEqual([]);
});
afterAll(async () => {
  await polling.database.drop();
});

const code = (refused: string, ...path: string[]) => ({ code: refused, ...(path[0] && { path }) });

const nominate = (
  ward: ElectionWardRow,
  by: Actor,
  whom: Actor,
  more: { organisationId?: string; statement?: string; now?: Date } = {},
) => {
  const { now = at(0.5), ...rest } = more;
  const asked = { wardId: wardId(ward), residentId: residentOf(whom), ...rest };
  return run(polling, by, (work) => nominateCandidate(work, asked), now);
};

const support = (candidate: CandidateRow, by: Actor, now = at(0.5)) =>
  run(polling, by, (work) => supportNomination(work, { candidateId: candidateId(candidate) }), now);

test('two residents are too few for a rule of three, and three are enough', async () => {
  const hustings = await newHustings(polling, 6);
  const [a, b, c, d, e, f] = hustings.voters as [Actor, Actor, Actor, Actor, Actor, Actor];
  const { ward } = await call(hustings, 1, { rule: { moreCandidates: false } });
  const few = await nominate(ward, a, e);
  const enough = await nominate(ward, a, f);
  for (const candidate of [few, enough]) await support(candidate, b);
  await support(enough, c);
  await expect(support(enough, c)).rejects.toMatchObject(code('SUPPORTED_ALREADY'));
  await expect(support(enough, a)).rejects.toMatchObject(code('SUPPORTED_ALREADY'));
  await accept(hustings, e, few);
  await expect(accept(hustings, d, enough)).rejects.toThrow('FORBIDDEN');
  await expect(openAt(hustings, ward, 1)).rejects.toMatchObject(code('NO_CANDIDATES'));
  await accept(hustings, f, enough);
  await expect(accept(hustings, f, enough)).rejects.toMatchObject(code('ACCEPTED_ALREADY'));
  const late = at(1);
  await expect(support(few, d, late)).rejects.toMatchObject(code('NOMINATIONS_OVER'));
  await expect(accept(hustings, e, few, late)).rejects.toMatchObject(code('NOMINATIONS_OVER'));
  expect((await openAt(hustings, ward, 1)).choices).toHaveLength(1);
});

test('an election says who may nominate, and an organisation does so by its people', async () => {
  const hustings = await newHustings(polling, 4);
  const [a, b, c] = hustings.voters as [Actor, Actor, Actor];
  const { home, other } = polling.world;
  const rule = { selfNomination: false, supporters: 0, organisations: ['residents_committee'] };
  const { ward } = await call(hustings, 1, { rule: rule as CallElection['rule'] });
  const not = code('NOMINATION_NOT_TAKEN', 'residentId');
  await expect(nominate(ward, a, a)).rejects.toMatchObject(not);
  await expect(nominate(ward, a, b)).rejects.toMatchObject(not);
  const by = home.committee.globalId;
  const candidate = await nominate(ward, home.cadre.actor, c, { organisationId: by });
  expect(candidate).toMatchObject({ nominatedAs: 'organisation', acceptedAt: null });
  await expect(support(candidate, a)).rejects.toMatchObject(code('NOT_NOMINATED_SO'));
  await expect(nominate(ward, a, b, { organisationId: by })).rejects.toThrow('FORBIDDEN');
  const elsewhere = other.committee.globalId;
  const far = nominate(ward, other.cadre.actor, b, { organisationId: elsewhere });
  await expect(far).rejects.toMatchObject(code('NOMINATION_NOT_TAKEN', 'organisationId'));
});

test('who cannot stand is refused: elsewhere, too young, twice, or too late', async () => {
  const hustings = await newHustings(polling, 4);
  const [a, b] = hustings.voters as [Actor, Actor];
  const { ward } = await call(hustings, 2);
  const [outside] = await moveIn(polling, 1, 1);
  const [child] = await settle(polling, hustings.placeId, 1, 1, addDays(TODAY, -17 * 365));
  const where = code('NOT_ELECTABLE', 'residentId');
  await expect(nominate(ward, a, outside!)).rejects.toMatchObject(where);
  await expect(nominate(ward, a, child!)).rejects.toMatchObject(where);
  await expect(nominate(ward, outside!, a)).rejects.toMatchObject(code('NOT_ELECTOR', 'wardId'));
  const [candidate] = await standUp(hustings, ward, [a]);
  const twice = code('CANDIDATE_ALREADY', 'residentId');
  await expect(nominate(ward, a, a)).rejects.toMatchObject(twice);
  await expect(nominate(ward, b, a)).rejects.toMatchObject(twice);
  await withdraw(hustings, a, candidate!);
  await expect(withdraw(hustings, a, candidate!)).rejects.toMatchObject(
    code('CANDIDATE_WITHDRAWN'),
  );
  await expect(support(candidate!, b)).rejects.toMatchObject(code('CANDIDATE_WITHDRAWN'));
  await nominate(ward, a, a, { statement: 'I know every door.' });
  const late = nominate(ward, b, b, { now: at(1) });
  await expect(late).rejects.toMatchObject(code('NOMINATIONS_OVER', 'wardId'));
  const long = nominate(ward, b, b, { statement: 'x'.repeat(1001) });
  await expect(long).rejects.toMatchObject(code('TEXT_LENGTH', 'statement'));
  const member = polling.world.other.members[0];
  await expect(nominate(ward, b, member.actor)).rejects.toMatchObject(
    code('OTHER_COMMUNITY', 'residentId'),
  );
});

test('no more stand than a ballot can hold, so that nobody floods it', async () => {
  const hustings = await newHustings(polling, 32);
  const { ward } = await call(hustings, 1);
  const [asked, ...others] = hustings.voters as [Actor, ...Actor[]];
  const nominee = await nominate(ward, others[0]!, asked);
  const thirty = await standUp(hustings, ward, others.slice(0, 30));
  const many = (field: string) => ({
    ...code('CANDIDATES_TOO_MANY', field),
    facts: { most: 30 },
  });
  await expect(standUp(hustings, ward, [others[30]!])).rejects.toMatchObject(many('residentId'));
  await expect(accept(hustings, asked, nominee)).rejects.toMatchObject(many('candidateId'));
  await withdraw(hustings, others[0]!, thirty[0]!);
  await accept(hustings, asked, nominee);
  await support(nominee, others[1]!);
  await support(nominee, others[2]!);
  expect(await openAt(hustings, ward, 1)).toMatchObject({ choices: { length: 30 } });
});

test('nobody withdraws another who can stand, neither before the ballot nor as a substitute', async () => {
  const hustings = await newHustings(polling, 4);
  const { ward } = await call(hustings, 1);
  const [mine, gone] = await standUp(hustings, ward, hustings.voters.slice(0, 2));
  const { actor: clerk } = polling.world.home.cadre;
  const cadre = { ...clerk, residences: [] };
  const refused = code('CANDIDATE_CAN_STAND', 'candidateId');
  await expect(withdraw(hustings, cadre, mine!)).rejects.toMatchObject(refused);
  await polling.database.dataSource.query(
    'update resident set moved_out = $3 where community_id = $1 and id = $2',
    [gone!.communityId, gone!.residentId, TODAY],
  );
  await withdraw(hustings, cadre, gone!);
  expect(await standingsOf(hustings, [mine!, gone!])).toEqual(['', 'withdrawn']);
});

test('who left before the ballot is not on it', async () => {
  const hustings = await newHustings(polling, 4);
  const { ward } = await call(hustings, 1, { rule: { moreCandidates: false } });
  const two = await standUp(hustings, ward, hustings.voters.slice(0, 2));
  await polling.database.dataSource.query(
    'update resident set moved_out = $3 where community_id = $1 and id = $2',
    [two[0]!.communityId, two[0]!.residentId, TODAY],
  );
  expect(await openAt(hustings, ward, 1)).toMatchObject({ base: 3, choices: { length: 1 } });
});

test('candidates with the same name are told apart', async () => {
  const hustings = await newHustings(polling, 3);
  const { ward } = await call(hustings, 1);
  await standUp(hustings, ward, hustings.voters.slice(0, 2));
  await polling.database.dataSource.query(
    `update resident set name = '张伟' where community_id = $1 and id = any ($2)`,
    [polling.world.home.id, hustings.voters.map(({ residences: [own] }) => own!.residentId)],
  );
  expect((await openAt(hustings, ward, 1)).choices).toEqual(['张伟', '张伟 (2)']);
});

test('what an election cannot be is refused where it stands', async () => {
  const hustings = await newHustings(polling, 2);
  const { home } = polling.world;
  const refused = (more: Partial<CallElection>, as: string, ...path: string[]) =>
    expect(call(hustings, 1, more)).rejects.toMatchObject(code(as, ...path));
  await refused({ termFrom: addDays(TODAY, -1) }, 'DAY_PAST', 'termFrom');
  await refused({ termFrom: addDays(TODAY, 400) }, 'TERM_TOO_FAR', 'termFrom');
  await refused({ nominationsUntil: at(0.9) }, 'NOMINATION_TIME', 'nominationsUntil');
  await refused({ nominationsUntil: at(60 * 24 + 1) }, 'NOMINATION_TIME', 'nominationsUntil');
  await refused({ wards: [] }, 'LIST_LENGTH', 'wards');
  await refused({ wards: [{ seats: 0 }] }, 'SEATS_RANGE', 'wards', '0', 'seats');
  await refused({ wards: [{ seats: 31 }] }, 'SEATS_RANGE', 'wards', '0', 'seats');
  await refused({ wards: [{ seats: 1 }, { seats: 1 }] }, 'WARD_TWICE', 'wards', '1');
  const outside = [{ seats: 1, placeId: home.place.globalId }];
  await refused({ wards: outside }, 'WARD_OUTSIDE', 'wards', '0', 'placeId');
  const { id } = await group(polling, 5);
  const both = [{ seats: 1, placeId: hustings.placeId, groupId: id }];
  await refused({ wards: both }, 'WARD_OF_BOTH', 'wards', '0');
  const unknown = [{ seats: 1, groupId: id }];
  await refused({ wards: unknown }, 'GROUP_UNKNOWN', 'wards', '0', 'groupId');
  await refused({ rule: { supporters: 101 } }, 'SUPPORTERS_RANGE', 'rule', 'supporters');
  const wins = { num: 2, den: 1, strict: false };
  await refused({ rule: { wins } }, 'SHARE_OUT_OF_RANGE', 'rule', 'wins');
  const recall = { num: 51, den: 100, strict: false };
  await refused({ rule: { recall } }, 'RECALL_OUT_OF_REACH', 'rule', 'recall');
  await setRuleAt(polling, hustings.council, 0, { minSeats: 2 });
  await refused({}, 'COUNCIL_TOO_SMALL', 'wards');
});

test('a community council is chosen from group councils, two seats at least for each', async () => {
  const own = await newPolling();
  const one = await group(own, 5);
  const two = await group(own, 5);
  const council = await found(own, 'community_council');
  // They were founded before the day on which all this happens.
  await own.database.dataSource.query('update council set founded_at = $1', [at(-2)]);
  await own.database.dataSource.query('update council_rule set valid_from = $1', [at(-2)]);
  await setRuleAt(own, council, -1, { minSeats: 4, seatsPerGroup: 2 });
  const voters = await actorsOf(own, [...one.residents, ...two.residents]);
  const hustings: Hustings = { polling: own, placeId: '', voters, council };
  const wards = (...seats: number[]) => ({
    wards: [one, two].map(({ id }, n) => ({ groupId: id, seats: seats[n]! })),
    termFrom: addDays(TODAY, 7),
  });
  const asked = (more: Partial<CallElection>) => call(hustings, 4, more);
  await expect(asked({ wards: [{ seats: 4 }] })).rejects.toMatchObject(
    code('GROUP_NEEDED', 'wards', '0', 'groupId'),
  );
  await expect(asked(wards(3, 1))).rejects.toMatchObject(code('GROUP_UNDERSEATED', 'wards'));
  const { election, ward } = await asked({ ...wards(2, 2), rule: { moreCandidates: false } });
  const [second] = await own.database.dataSource.query(
    'select * from election_ward where election_id = $1 and number = 2',
    [election.id],
  );
  const other = { ...ward, id: second.id as string };
  const first = await standUp(hustings, ward, voters.slice(0, 2));
  await expect(standUp(hustings, ward, voters.slice(5, 6))).rejects.toMatchObject(
    code('NOT_ELECTABLE'),
  );
  await standUp(hustings, other, voters.slice(5, 7));
  for (const [n, each] of [ward, other].entries()) {
    const ballot = await openAt(hustings, each, 1);
    expect(ballot).toMatchObject({ base: 5, voteBy: 'resident' });
    await votePapers(hustings, ballot, voters.slice(5 * n, 5 * n + 5), [3, 4]);
    await countAt(hustings, each, 2);
  }
  await conclude(hustings, election, 3);
  expect(await standingsOf(hustings, first)).toEqual(['elected 2', 'elected 1']);
  const seats = await seatsOf(own, council);
  expect(seats.map(({ number, groupId }) => [number, groupId])).toEqual([
    ...[1, 2].map((n) => [n, one.council.id]),
    ...[3, 4].map((n) => [n, two.council.id]),
  ]);
  expect(await runChecks(own.database.dataSource, ELECTION_CHECKS)).toEqual([]);
  await own.database.drop();
});

/** What residents are when acting. */
async function actorsOf(of: Polling, residents: readonly string[]): Promise<Actor[]> {
  const ids: { id: string }[] = await of.database.dataSource.query(
    'select id from resident where community_id = $1',
    [of.world.home.id],
  );
  const all = ids.map(({ id }) => elector(of.world.home.id, id, of.world.home.cadre.id));
  return residents.map((each) => all.find((one) => residentOf(one) === each)!);
}
