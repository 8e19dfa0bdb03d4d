import { BALLOT_CHECKS } from '../../src/ballots/ballots.checks';
import type { KnownBallot } from '../../src/ballots/ballot.reader';
import { ROLL_CHECKS } from '../../src/ballots/rolls.checks';
import type { Actor } from '../../src/kernel/actor';
import { runChecks } from '../../src/ledger/verify';
import { serve, type Served } from '../../src/server/serve';
import { Client } from '../stories/support/client';
import { tokenOf } from '../support/world';
import { act, personFor } from './booth';
import { blind, CHOICES, close, idOf, moveIn, newPolling, open, type Polling } from './polling';

/** Fifty households come at the same moment, each from two devices, and over HTTP. */
const HOUSEHOLDS = 50;

let polling: Polling;
let served: Served;
let stranger: Client;
const logged: string[] = [];
beforeAll(async () => {
  polling = await newPolling();
  const { dataSource } = polling.database;
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, dataSource, (line) => logged.push(line));
  stranger = new Client(served.url);
});
afterAll(async () => {
  await served.close();
  await polling.database.drop();
  expect(logged).toEqual([]);
});

interface Device {
  readonly voter: Client;
  readonly blinded: Awaited<ReturnType<typeof blind>>;
  readonly choice: string;
}

async function deviceOf(who: Actor, ballot: KnownBallot, n: number): Promise<Device> {
  const personId = await personFor(polling, who);
  const voter = new Client(served.url, await tokenOf(polling.database.dataSource, personId));
  return { voter, blinded: await blind(ballot), choice: CHOICES[n % 2]! };
}

/** Takes the token and casts the vote, twice at once as by a double click; or what was refused. */
async function vote(ballot: KnownBallot, { voter, blinded, choice }: Device): Promise<string> {
  const ballotId = idOf(ballot);
  const { token, blindedToken, unblind } = blinded;
  const asked = { ballotId, blindedToken };
  const taken = await act(
    voter,
    'takeVotingToken',
    'TakeVotingTokenInput',
    asked,
    'blindSignature',
  );
  const [refused] = taken.userErrors as { code: string }[];
  if (refused) return refused.code;
  const signature = await unblind(Buffer.from(String(taken.blindSignature), 'base64url'));
  const given = { ballotId, token: token.toString('base64url'), signature, choice };
  const told = await Promise.all(
    [0, 1].map(() => act(stranger, 'castVote', 'CastVoteInput', given, 'ballot { id }')),
  );
  expect(told).toMatchObject([{ userErrors: [] }, { userErrors: [] }]);
  return choice;
}

test('of each household one device votes, once, and the other is told so', async () => {
  const people = await moveIn(polling, HOUSEHOLDS, 2);
  const ballot = await open(polling, 'household');
  const devices: Device[] = [];
  for (const [n, who] of people.entries()) devices.push(await deviceOf(who, ballot, n));
  const told = await Promise.all(devices.map((device) => vote(ballot, device)));
  // One beside the other, the two of a household.
  for (let n = 0; n < told.length; n += 2)
    expect(told.slice(n, n + 2).filter((each) => each === 'TOKEN_TAKEN')).toHaveLength(1);
  const closed = await close(polling, ballot);
  const votes = CHOICES.map((choice) => told.filter((each) => each === choice).length);
  expect(closed).toMatchObject({ votes, tookPart: HOUSEHOLDS });
  const checks = [...BALLOT_CHECKS, ...ROLL_CHECKS];
  expect(await runChecks(polling.database.dataSource, checks)).toEqual([]);
}, 60_000);
