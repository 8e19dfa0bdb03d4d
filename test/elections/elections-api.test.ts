import { CHECKS } from '../../src/server/checks';
import { ballotById } from '../../src/ballots/ballot.reader';
import { SYSTEM, type Actor } from '../../src/kernel/actor';
import { readGlobalId, toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { serve, type Served } from '../../src/server/serve';
import { registerPlace } from '../../src/society/register-place';
import { Client } from '../stories/support/client';
import { countQueries, JOINED } from '../support/queries';
import { tokenOf } from '../support/world';
import { act, personFor } from '../ballots/booth';
import { blind, HOUR_MS, newPolling, residentOf, run, type Polling } from '../ballots/polling';
import { councilId, found, setRule, TODAY } from '../councils/chamber';
import { settle } from './hustings';

/** A whole election as its people meet it: over HTTP, in secret, with their own devices. */

let polling: Polling;
let served: Served;
let stranger: Client;
let cadre: Client;
let people: Actor[];
let voters: Client[];
let placeId: string;
let council: string;
const logged: string[] = [];
beforeAll(async () => {
  polling = await newPolling();
  const { dataSource } = polling.database;
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, dataSource, (line) => logged.push(line));
  stranger = new Client(served.url);
  const { home } = polling.world;
  cadre = await clientOf(home.cadre.id);
  const grid = await run(polling, SYSTEM, (work) =>
    registerPlace(work, { parentId: home.place.globalId, kind: 'grid', name: 'Well Lane' }),
  );
  placeId = toGlobalId('Place', null, grid.id);
  people = await settle(polling, placeId, 7);
  voters = [];
  for (const who of people) voters.push(await clientOf(await personFor(polling, who)));
  const row = await found(polling, 'neighbourhood_council', placeId);
  await setRule(polling, row, { minSeats: 2 });
  council = councilId(row);
});
afterAll(async () => {
  await served.close();
  await polling.database.drop();
  expect(logged).toEqual([]);
});

const clientOf = async (personId: string) =>
  new Client(served.url, await tokenOf(polling.database.dataSource, personId));

/** Asks for a mutation that is named like its input, and is refused nothing. */
async function done(who: Client, mutation: string, input: object, gives: string) {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const told = await act(who, mutation, type, input, gives);
  expect(told).toMatchObject({ userErrors: [] });
  return told;
}

const node = async (who: Client, id: string, fields: string) =>
  (await who.ask(`query ($id: ID!) { node(id: $id) { ${fields} } }`, { id })).data?.node as Record<
    string,
    unknown
  >;

const later = () => new Date(Date.now() + 2 * HOUR_MS);

/** Lets the last moment of a ballot pass, as if it had been opened two days ago. */
async function passes(ballotId: string): Promise<void> {
  await polling.database.dataSource.query(
    `update ballot set opened_at = opened_at - interval '2 days',
       closes_at = closes_at - interval '2 days' where id = $1`,
    [readGlobalId(ballotId)!.id],
  );
}

/** Takes a token with a name, and votes with it without one. */
async function vote(n: number, ballotId: string, given: object): Promise<void> {
  const { communityId, id } = readGlobalId(ballotId) as { communityId: string; id: string };
  const [ballot] = await ballotById.read(polling.database.dataSource.manager, communityId, [id]);
  const { token, blindedToken, unblind } = await blind(ballot!);
  const asked = { ballotId, blindedToken };
  const { blindSignature } = await done(voters[n]!, 'takeVotingToken', asked, 'blindSignature');
  const signature = await unblind(Buffer.from(String(blindSignature), 'base64url'));
  const voted = { ballotId, token: token.toString('base64url'), signature, ...given };
  await done(stranger, 'castVote', voted, 'ballot { id }');
}

const BALLOT = 'ward { state ballots { kind seats ballot { id choices mostMarks } } }';
const COUNTED = `ward { state candidates(first: 10) { edges { node { name standing votes rank } } }
  ballots { count { base turnoutNeeded tookPart votesNeeded } ballot { tookPart
    votes(first: 10) { edges { node { choices } } } } } }`;

interface Ballots {
  readonly ballots: readonly { readonly ballot: { id: string; choices: string[] } }[];
}
const lastOf = ({ ward }: Record<string, unknown>) => (ward as Ballots).ballots.at(-1)!.ballot;

test('they stand, vote, tie, run off, follow, and take a seat back', async () => {
  const asked = { councilId: council, termFrom: TODAY, voteBy: 'RESIDENT', wards: [{ seats: 2 }] };
  const called = { ...asked, nominationsUntil: later(), rule: { supporters: 2 } };
  const gives = 'election { id state rule { turnout { num den strict } supporters } wards { id } }';
  const { election } = (await done(cadre, 'callElection', called, gives)) as {
    election: { id: string; wards: { id: string }[] };
  };
  expect(election).toMatchObject({
    state: 'CALLED',
    rule: { turnout: { num: 1, den: 2, strict: true }, supporters: 2 },
  });
  const wardId = election.wards[0]!.id;
  const stand = async (n: number, whom = n) => {
    const who = { wardId, residentId: residentOf(people[whom]!) };
    const { candidate } = await done(voters[n]!, 'nominateCandidate', who, 'candidate { id }');
    return (candidate as { id: string }).id;
  };
  for (const n of [0, 1, 2]) await stand(n);
  const nominee = await stand(0, 3);
  const name = '... on Candidate { name supporters nominatedAs }';
  expect((await node(voters[1]!, nominee, name)).name).not.toBeNull();
  expect((await node(stranger, nominee, name)).name).toBeNull();
  await done(voters[1]!, 'supportNomination', { candidateId: nominee }, 'candidate { id }');
  await done(voters[3]!, 'acceptNomination', { candidateId: nominee }, 'candidate { id }');
  expect(await node(stranger, nominee, name)).toMatchObject({
    supporters: 2,
    nominatedAs: 'RESIDENTS',
  });
  const early = { wardId, question: 'Who shall sit?', closesAt: later() };
  const { dataSource } = polling.database;
  expect(
    await act(cadre, 'openElectionBallot', 'OpenElectionBallotInput', early, BALLOT),
  ).toMatchObject({ ward: null, userErrors: [{ code: 'NOMINATIONS_OPEN', path: ['wardId'] }] });
  await dataSource.query(`update election set nominations_until = now() - interval '1 hour'`);
  await dataSource.query(`update election_candidate set
    accepted_at = accepted_at - interval '3 days', nominated_at = nominated_at - interval '3 days'`);
  const ballot = lastOf(await done(cadre, 'openElectionBallot', early, BALLOT));
  const named = ballot.choices;
  expect(named).toHaveLength(4);
  const marks = (...places: number[]) => ({ marks: places.map((place) => named[place]!) });
  // The first has six votes of seven, the second and third four each, the last none.
  for (const [n, second] of [1, 1, 1, 1, 2, 2, 2].entries())
    await vote(n, ballot.id, marks(...(n === 3 ? [1, 2] : [0, second])));
  await passes(ballot.id);
  const counted = await done(cadre, 'countElectionBallot', { wardId }, COUNTED);
  const all = (counted.ward as { candidates: { edges: { node: object }[] } }).candidates.edges;
  expect(counted.ward).toMatchObject({
    state: 'TIED',
    ballots: [
      {
        count: { base: 7, turnoutNeeded: 4, tookPart: 7, votesNeeded: 4 },
        ballot: { tookPart: 7, votes: { edges: { length: 7 } } },
      },
    ],
  });
  expect(all.map((each) => each.node)).toMatchObject([
    { standing: 'ELECTED', votes: 6, rank: 1 },
    { standing: 'TIED', votes: 4 },
    { standing: 'TIED', votes: 4 },
    { standing: 'NOT_ELECTED', votes: 0 },
  ]);
  const runOff = lastOf(await done(cadre, 'openRunOff', early, BALLOT));
  expect(runOff).toMatchObject({ mostMarks: 1, choices: { length: 2 } });
  for (const n of [0, 1, 2, 3])
    await vote(n, runOff.id, { marks: [runOff.choices[n === 0 ? 0 : 1]!] });
  await passes(runOff.id);
  expect((await done(cadre, 'countElectionBallot', { wardId }, COUNTED)).ward).toMatchObject({
    state: 'FILLED',
  });
  const concluded = await done(
    ...([cadre, 'concludeElection', { electionId: election.id }] as const),
    `election { state council { isComposed seats { edges { node { id number name } } } } }`,
  );
  const { seats } = (concluded.election as { council: { seats: Seats } }).council;
  expect(concluded.election).toMatchObject({ state: 'CONCLUDED', council: { isComposed: true } });
  expect(seats.edges.map((each) => each.node.number)).toEqual([1, 2]);
  await recall(seats.edges[1]!.node.id);
  await follow(seats.edges[1]!.node.id);
  expect(await runChecks(dataSource, CHECKS)).toEqual([]);
}, 60_000);

interface Seats {
  readonly edges: readonly { readonly node: { id: string; number: number } }[];
}

/** Two of seven demand it, and all who come want it. */
async function recall(seatId: string): Promise<void> {
  const gives = 'recall { id state needed signatures }';
  const demand = { seatId, ground: 'Never comes.' };
  const { recall: demanded } = await done(voters[5]!, 'demandSeatRecall', demand, gives);
  expect(demanded).toMatchObject({ state: 'GATHERING', needed: 2, signatures: 1 });
  const recallId = (demanded as { id: string }).id;
  await done(voters[6]!, 'coSignSeatRecall', { recallId }, gives);
  const asked = { recallId, question: 'Shall the member go?' };
  const opened = await done(
    ...([cadre, 'openSeatRecallBallot', { ...asked, closesAt: later() }] as const),
    'recall { ballot { id } }',
  );
  const ballotId = (opened.recall as { ballot: { id: string } }).ballot.id;
  for (const n of [3, 4, 5, 6]) await vote(n, ballotId, { choice: '罢免' });
  await passes(ballotId);
  expect(await done(cadre, 'concludeSeatRecall', { recallId }, gives)).toMatchObject({
    recall: { state: 'RECALLED' },
  });
  const ground = '... on SeatRecall { ground }';
  const denied = await stranger.ask(`{ node(id: "${recallId}") { ${ground} } }`);
  expect(denied.errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  expect(await node(voters[4]!, recallId, ground)).toEqual({ ground: 'Never comes.' });
  expect(
    await node(
      stranger,
      seatId,
      `... on CouncilSeat { endedBecause
      recalls { edges { node { state signatures } } } }`,
    ),
  ).toEqual({
    endedBecause: 'RECALLED',
    recalls: { edges: [{ node: { state: 'RECALLED', signatures: 2 } }] },
  });
}

/** The seat goes to the substitute, and to nobody else. */
async function follow(seatId: string): Promise<void> {
  const give = (n: number) =>
    act(
      ...([cadre, 'fillSeat', 'FillSeatInput'] as const),
      { seatId, residentId: residentOf(people[n]!) },
      'seat { number name }',
    );
  const first = (await give(5)) as { userErrors: { code: string }[] };
  expect(first.userErrors).toMatchObject([{ code: 'SUBSTITUTE_FIRST', path: ['residentId'] }]);
  expect(await give(1)).toMatchObject({ seat: { number: 2 }, userErrors: [] });
}

test('elections of a place are listed with all that is told of them in few statements', async () => {
  const look = (first: number) =>
    countQueries(polling.database.dataSource, () =>
      node(
        stranger,
        polling.world.home.place.globalId,
        `... on Place { elections(first: ${first}) { edges { node { state council { name }
          wards { number place { name } candidates(first: 10) { edges { node { name supporters
            ward { id } } } }
            ballots { count { votesNeeded } ballot { result { choice votes } } } } } } } }`,
      ),
    );
  const few = await look(1);
  expect(few.result).toMatchObject({ elections: { edges: [{ node: { state: 'CONCLUDED' } }] } });
  for (const name of ['North', 'South']) {
    const row = await found(polling, 'neighbourhood_council');
    await setRule(polling, row, { minSeats: 1 });
    const asked = { councilId: councilId(row), termFrom: TODAY, voteBy: 'HOUSEHOLD' };
    const called = { ...asked, wards: [{ seats: name.length }], nominationsUntil: later() };
    await done(cadre, 'callElection', called, 'election { id }');
  }
  const many = await look(3);
  expect(many.result).toMatchObject({ elections: { edges: { length: 3 } } });
  expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
  const own = `... on Place { elections(first: 5) { edges { node { state } } } }`;
  expect(await node(stranger, placeId, own)).toMatchObject({ elections: { edges: { length: 1 } } });
});
