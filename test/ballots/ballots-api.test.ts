import { serve, type Served } from '../../src/server/serve';
import { newId } from '../../src/kernel/id';
import { Client } from '../stories/support/client';
import { countQueries } from '../support/queries';
import { tokenOf } from '../support/world';
import { act, personFor } from './booth';
import { blind, CHOICES, close, HOUR_MS, idOf, moveIn, newPolling, type Polling } from './polling';
import { needBallot, type KnownBallot } from '../../src/ballots/ballot.reader';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';

/** A ballot as its people meet it: over HTTP. */

let polling: Polling;
let served: Served;
let stranger: Client;
let cadre: Client;
const logged: string[] = [];
beforeAll(async () => {
  polling = await newPolling();
  const { dataSource } = polling.database;
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, dataSource, (line) => logged.push(line));
  stranger = new Client(served.url);
  cadre = await clientOf(polling.world.home.cadre.id);
});
afterAll(async () => {
  await served.close();
  await polling.database.drop();
  expect(logged).toEqual([]);
});

const clientOf = async (personId: string) =>
  new Client(served.url, await tokenOf(polling.database.dataSource, personId));

const comeAlive = async (who: Actor) => await clientOf(await personFor(polling, who));

const openBallot = (who: Client, more: object = {}) =>
  act(
    who,
    'openBallot',
    'OpenBallotInput',
    {
      ...{ communityId: polling.world.home.place.globalId, question: 'Shall we plant trees?' },
      ...{
        choices: CHOICES,
        voteBy: 'RESIDENT',
        closesAt: new Date(Date.now() + 2 * HOUR_MS),
        ...more,
      },
    },
    'ballot { id base publicKey }',
  );

async function opened(): Promise<KnownBallot> {
  const { ballot } = (await openBallot(cadre)) as { ballot: { id: string } };
  return await inUnitOfWork(polling.database.dataSource, STRANGER, (work) =>
    needBallot(work, ballot.id),
  );
}

async function takeVotingToken(who: Client, ballot: KnownBallot) {
  const device = await blind(ballot);
  const input = { ballotId: idOf(ballot), blindedToken: device.blindedToken };
  const taken = await act(who, 'takeVotingToken', 'TakeVotingTokenInput', input, 'blindSignature');
  const signed = Buffer.from(String(taken.blindSignature), 'base64url');
  const token = device.token.toString('base64url');
  return { taken, token, unblind: async () => await device.unblind(signed) };
}

const castVote = (who: Client, input: object) =>
  act(who, 'castVote', 'CastVoteInput', input, 'ballot { id }');

const closeBallot = (who: Client, ballot: KnownBallot) =>
  act(who, 'closeBallot', 'CloseBallotInput', { ballotId: idOf(ballot) }, 'ballot { id }');

const BALLOT = `query ($id: ID!, $token: String!) { node(id: $id) { ... on Ballot {
  question base tokensTaken closedAt result { choice votes } vote(token: $token) { choice }
  votes(first: 2) { edges { node { token signature choice } } pageInfo { hasNextPage endCursor } }
} } }`;

test('anyone counts again what was cast, and each voter finds the own vote', async () => {
  const electors = await moveIn(polling, 3, 1);
  const ballot = await opened();
  const tokens: string[] = [];
  for (const [n, who] of electors.entries()) {
    const voter = await comeAlive(who);
    const { token, unblind } = await takeVotingToken(voter, ballot);
    const vote = { ballotId: idOf(ballot), token, signature: await unblind(), choice: CHOICES[n] };
    expect(await castVote(voter, vote)).toMatchObject({ userErrors: [{ code: 'SIGNED_IN' }] });
    expect(await castVote(stranger, vote)).toMatchObject({ userErrors: [] });
    tokens.push(token);
  }
  const look = async () => {
    const variables = { id: idOf(ballot), token: tokens[1] };
    return (await stranger.ask(BALLOT, variables)).data?.node as Record<string, unknown>;
  };
  const named = await cadre.ask(BALLOT, { id: idOf(ballot), token: tokens[1] });
  expect(named.errors[0]?.extensions).toMatchObject({ reason: 'SIGNED_IN' });
  const before = { tokensTaken: 3, closedAt: null, result: null, vote: { choice: 'Against' } };
  expect(await look()).toMatchObject({ ...before, votes: { edges: [] } });
  expect(await closeBallot(cadre, ballot)).toMatchObject({ userErrors: [{ code: 'BALLOT_OPEN' }] });
  await close(polling, ballot);
  const after = await look();
  const result = CHOICES.map((choice) => ({ choice, votes: 1 }));
  expect(after).toMatchObject({ tokensTaken: 3, result, vote: { choice: 'Against' } });
  const page = after.votes as Votes;
  const rest = await stranger.ask(
    `query ($id: ID!, $after: String!) { node(id: $id) { ... on Ballot {
      votes(first: 2, after: $after) { edges { node { token signature choice } }
        pageInfo { hasNextPage endCursor } } } } }`,
    { id: idOf(ballot), after: page.pageInfo.endCursor },
  );
  const votes = [page, (rest.data?.node as { votes: Votes }).votes].flatMap(({ edges }) => edges);
  expect(votes.map(({ node }) => node.token).sort()).toEqual([...tokens].sort());
  for (const { node } of votes) expect(await isSignedBy(ballot, node)).toBe(true);
});

interface Votes {
  readonly edges: readonly { readonly node: Record<'token' | 'signature' | 'choice', string> }[];
  readonly pageInfo: { readonly endCursor: string };
}

/** As any browser checks it. */
async function isSignedBy({ publicKey }: KnownBallot, vote: { token: string; signature: string }) {
  const pss = { name: 'RSA-PSS', hash: 'SHA-384' };
  const key = await crypto.subtle.importKey('spki', publicKey!, pss, false, ['verify']);
  const [signature, token] = [vote.signature, vote.token].map((each) =>
    Buffer.from(each, 'base64url'),
  ) as [Buffer, Buffer];
  return await crypto.subtle.verify({ ...pss, saltLength: 48 }, key, signature, token);
}

test('the roll tells whoever asks of themselves, and of nobody else', async () => {
  const [one, other] = await moveIn(polling, 2, 1);
  const ballot = await opened();
  const [voter, silent] = [await comeAlive(one!), await comeAlive(other!)];
  await takeVotingToken(voter, ballot);
  const ask = async (who: Client) => {
    const query = `{ node(id: "${idOf(ballot)}") { ... on Ballot { me { tokenTaken } } } }`;
    const answer = await who.ask(query);
    return answer.data?.node ?? answer.errors[0]?.extensions?.code;
  };
  expect(await ask(voter)).toEqual({ me: { tokenTaken: true } });
  expect(await ask(silent)).toEqual({ me: { tokenTaken: false } });
  expect(await ask(await clientOf(polling.world.outsider.id))).toEqual({ me: null });
});

test('a community’s ballots with what they came to are read in a few statements', async () => {
  await opened();
  await opened();
  const { dataSource } = polling.database;
  const { statements } = await countQueries(dataSource, async () => {
    const answer = await stranger.ask(`{ node(id: "${polling.world.home.place.globalId}") {
      ... on Place { ballots(first: 50) { edges { node { question tokensTaken openedBy { id }
        votes(first: 5) { edges { node { token } } } } } } } } }`);
    expect(answer.errors).toEqual([]);
  });
  expect(statements).toHaveLength(5);
});

test('what does not belong there is refused where it stands', async () => {
  const [who] = await moveIn(polling, 1, 1);
  const [ballot, voter] = [await opened(), await comeAlive(who!)];
  const refused = (code: string, ...path: string[]) => ({ userErrors: [{ code, path }] });
  const nothing = { ...ballot, id: newId() };
  expect(await openBallot(voter)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await openBallot(cadre, { question: '' })).toMatchObject(
    refused('TEXT_LENGTH', 'question'),
  );
  expect(await openBallot(cadre, { choices: ['For', ' '] })).toMatchObject(
    refused('TEXT_LENGTH', 'choices', '1'),
  );
  expect((await takeVotingToken(voter, nothing)).taken).toMatchObject(
    refused('ID_UNKNOWN', 'ballotId'),
  );
  expect(await closeBallot(cadre, nothing)).toMatchObject(refused('ID_UNKNOWN', 'ballotId'));
  const { token, unblind } = await takeVotingToken(voter, ballot);
  const vote = { ballotId: idOf(ballot), token, signature: await unblind(), choice: 'For' };
  const cast = async (more: object) => await castVote(stranger, { ...vote, ...more });
  expect(await cast({ choice: 'Perhaps' })).toMatchObject(refused('CHOICE_UNKNOWN', 'choice'));
  expect(await cast({ token: 'é' })).toMatchObject(refused('TOKEN_FORGED', 'token'));
  expect(await cast({ signature: 'A'.repeat(90_000) })).toMatchObject(
    refused('TOKEN_FORGED', 'signature'),
  );
  expect(await cast({ ballotId: polling.world.home.place.globalId })).toMatchObject(
    refused('ID_UNKNOWN', 'ballotId'),
  );
  expect(await cast({})).toMatchObject({ userErrors: [] });
});
