import { newId } from '../../src/kernel/id';
import { toGlobalId } from '../../src/kernel/global-id';
import type { Actor } from '../../src/kernel/actor';
import { serve, type Served } from '../../src/server/serve';
import { Client } from '../stories/support/client';
import { countQueries } from '../support/queries';
import { tokenOf } from '../support/world';
import { act, personFor } from './booth';
import { CHOICES, HOUR_MS, moveIn, newPolling, residentOf, type Polling } from './polling';

/** Ballots that decide, as their people meet them: over HTTP. */

let polling: Polling;
let served: Served;
let stranger: Client;
let cadre: Client;
let officer: Client;
let members: Actor[];
let voters: Client[];
const logged: string[] = [];
beforeAll(async () => {
  polling = await newPolling();
  const { dataSource } = polling.database;
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, dataSource, (line) => logged.push(line));
  stranger = new Client(served.url);
  cadre = await clientOf(polling.world.home.cadre.id);
  officer = await clientOf(polling.world.officer.id);
  members = await moveIn(polling, 5, 1);
  voters = [];
  for (const who of members) voters.push(await clientOf(await personFor(polling, who)));
});
afterAll(async () => {
  await served.close();
  await polling.database.drop();
  expect(logged).toEqual([]);
});

const clientOf = async (personId: string) =>
  new Client(served.url, await tokenOf(polling.database.dataSource, personId));

const RULE = {
  ...{ quorum: { num: 4, den: 5, strict: false }, passes: { num: 1, den: 2, strict: true } },
  ...{ passesOf: 'BASE', inFavour: 'For' },
};

async function openBallot(more: object = {}): Promise<string> {
  const input = {
    ...{ communityId: polling.world.home.place.globalId, question: 'Shall we build a shed?' },
    ...{ choices: CHOICES, voteBy: 'RESIDENT', closesAt: new Date(Date.now() + 2 * HOUR_MS) },
    ...{ rule: RULE, electors: members.map(residentOf), ...more },
  };
  const told = await act(cadre, 'openBallot', 'OpenBallotInput', input, 'ballot { id }');
  expect(told).toMatchObject({ userErrors: [] });
  return (told.ballot as { id: string }).id;
}

/** Lets its last moment pass, as if it had been opened two days ago, and counts it. */
async function count(ballotId: string) {
  await polling.database.dataSource.query(
    `update ballot set opened_at = opened_at - interval '2 days',
       closes_at = closes_at - interval '1 day'
     where closed_at is null`,
  );
  const input = { ballotId };
  return await act(cadre, 'closeBallot', 'CloseBallotInput', input, `ballot { ${OUTCOME} }`);
}

const OUTCOME = `kind base onRoll aside vacant rule { quorum { num den strict } passes { num den strict } passesOf
  inFavour } outcome { base quorumNeeded tookPart passNeeded inFavour outcome }
  result { choice votes onPaper }`;

const ROLL = `query ($id: ID!) { node(id: $id) { ... on Ballot { publicKey
  recusals(first: 10) { edges { node { ground resident { displayName } recordedBy { id } } } }
  rollCall(first: 10) { edges { node { choice resident { id displayName } } } } } } }`;

const say = (who: Client, ballotId: string, choice: string) =>
  act(who, 'castRollCallVote', 'CastRollCallVoteInput', { ballotId, choice }, 'ballot { base }');

const aside = (who: Client, ballotId: string) =>
  act(
    who,
    'recuseFromBallot',
    'RecuseFromBallotInput',
    { ballotId, ground: 'The shed is mine.' },
    'ballot { base outcome { outcome } }',
  );

test('a council decides by name, one stands aside, and the arithmetic is told', async () => {
  const ballotId = await openBallot({ kind: 'ROLL_CALL' });
  const opened = { base: 4, outcome: null };
  expect(await aside(voters[4]!, ballotId)).toMatchObject({ ballot: opened, userErrors: [] });
  for (const [n, choice] of ['For', 'For', 'For', 'Abstain'].entries())
    expect(await say(voters[n]!, ballotId, choice)).toMatchObject({ userErrors: [] });
  expect(await say(voters[0]!, ballotId, 'Against')).toMatchObject({
    userErrors: [{ code: 'VOTED_ALREADY', path: ['ballotId'] }],
  });
  const read = async (who: Client) => await who.ask(ROLL, { id: ballotId });
  const during = (await read(cadre)).data?.node as Roll;
  expect(during).toMatchObject({ publicKey: null, rollCall: { edges: [] } });
  expect(during.recusals.edges).toMatchObject([{ node: { ground: 'The shed is mine.' } }]);
  const own = `{ node(id: "${ballotId}") { ... on Ballot { me { recused rollCallVote } } } }`;
  expect((await voters[3]!.ask(own)).data?.node).toEqual({
    me: { recused: false, rollCallVote: 'Abstain' },
  });
  const counts = { base: 4, quorumNeeded: 4, tookPart: 4, passNeeded: 3, inFavour: 3 };
  expect(await count(ballotId)).toMatchObject({
    ballot: {
      kind: 'ROLL_CALL',
      base: 4,
      onRoll: 5,
      aside: 1,
      vacant: 0,
      rule: RULE,
      outcome: { ...counts, outcome: 'PASSED' },
    },
  });
  const after = (await read(voters[4]!)).data?.node as Roll;
  expect(after.rollCall.edges.map(({ node }) => node.choice).sort()).toEqual(
    ['For', 'For', 'For', 'Abstain'].sort(),
  );
  expect(after.rollCall.edges.map(({ node }) => node.resident.displayName)).toContain('V**');
  for (const who of [stranger, await clientOf(polling.world.outsider.id)])
    expect((await read(who)).errors[0]?.extensions?.code).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
});

interface Roll {
  readonly recusals: { readonly edges: readonly { readonly node: { ground: string } }[] };
  readonly rollCall: {
    readonly edges: readonly {
      readonly node: { choice: string; resident: { id: string; displayName: string } };
    }[];
  };
}

const BOX = `paperBox { id state papers marked result { choice votes onPaper } }`;

test('papers are merged by clerk and witness, and shown by the box', async () => {
  const ballotId = await openBallot();
  const counts = [2, 1, 1];
  const takers = members.slice(0, 4).map(residentOf);
  const box = { ballotId, place: 'Gate 1', counts, takers };
  const record = (more: object = {}) =>
    act(cadre, 'recordPaperBox', 'RecordPaperBoxInput', { ...box, ...more }, BOX);
  const refused = (code: string, ...path: string[]) => ({ userErrors: [{ code, path }] });
  expect(await record({ counts: [1, 0, 1] })).toMatchObject(refused('BOX_TOO_SMALL', 'counts'));
  expect(await record({ place: ' ' })).toMatchObject(refused('TEXT_LENGTH', 'place'));
  expect(await record({ takers: ['x'] })).toMatchObject(refused('ID_UNKNOWN', 'takers', '0'));
  const recorded = await record();
  const waits = { state: 'WAITING', papers: 4, marked: 4, result: null };
  expect(recorded).toMatchObject({ paperBox: waits, userErrors: [] });
  const paperBoxId = (recorded.paperBox as { id: string }).id;
  const witness = (who: Client, more: object = {}) =>
    act(who, 'witnessPaperBox', 'WitnessPaperBoxInput', { paperBoxId, counts, ...more }, BOX);
  expect(await witness(cadre)).toMatchObject(refused('SECOND_PERSON_NEEDED', 'paperBoxId'));
  expect(await witness(officer, { counts: [1, 2, 1] })).toMatchObject(
    refused('COUNTS_DIFFER', 'counts'),
  );
  const nothing = { paperBoxId: toGlobalId('PaperBox', polling.world.home.id, newId()) };
  expect(await witness(officer, nothing)).toMatchObject(refused('ID_UNKNOWN', 'paperBoxId'));
  expect(await count(ballotId)).toMatchObject(refused('BOX_WAITING', 'ballotId'));
  expect(await witness(officer)).toMatchObject({ paperBox: { state: 'WITNESSED', result: null } });
  const reject = { paperBoxId, reason: 'Too late.' };
  expect(await act(cadre, 'rejectPaperBox', 'RejectPaperBoxInput', reject, BOX)).toMatchObject(
    refused('BOX_DECIDED', 'paperBoxId'),
  );
  const figures = { base: 5, quorumNeeded: 4, tookPart: 4, passNeeded: 3, inFavour: 2 };
  expect(await count(ballotId)).toMatchObject({
    ballot: { kind: 'SECRET', outcome: { ...figures, outcome: 'REJECTED' } },
  });
  const answer = await stranger.ask(`{ node(id: "${paperBoxId}") { ... on PaperBox {
    place result { choice votes onPaper } recordedBy { id } decidedBy { id } ballot { id } } } }`);
  const result = CHOICES.map((choice, n) => ({ choice, votes: counts[n], onPaper: counts[n] }));
  expect(answer.data?.node).toMatchObject({ result, ballot: { id: ballotId } });
});

test('who has voted and what is left are read for many ballots in a few statements', async () => {
  for (let n = 0; n < 3; n += 1) await aside(voters[n]!, await openBallot());
  const { statements } = await countQueries(polling.database.dataSource, async () => {
    const answer = await cadre.ask(`{ node(id: "${polling.world.home.place.globalId}") {
      ... on Place { ballots(first: 10) { edges { node { onRoll aside outcome { outcome } me { recused }
        recusals(first: 5) { edges { node { ground resident { displayName } } } }
        rollCall(first: 5) { edges { node { choice resident { displayName } } } }
        paperBoxes(first: 5) { edges { node { place result { votes } recordedBy { id } } } }
      } } } } } }`);
    expect(answer.errors).toEqual([]);
  });
  expect(statements.length).toBeLessThan(15);
});
