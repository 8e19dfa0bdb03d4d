import { inboxOf } from '../../src/inbox/inbox.reader';
import type { KnownBallot } from '../../src/ballots/ballot.reader';
import type { Actor } from '../../src/kernel/actor';
import { serve, type Served } from '../../src/server/serve';
import { personFor } from '../ballots/booth';
import {
  afterwards,
  close,
  idOf,
  moveIn,
  newPolling,
  open,
  openFor,
  recordBox,
  recuse,
  take,
  type Polling,
} from '../ballots/polling';
import { Client } from '../stories/support/client';
import { countQueries } from '../support/queries';
import { tokenOf } from '../support/world';
import { waitsFor } from './waiting';

/** A vote waits in the inbox of whoever has not cast it, though they hold no role anywhere. */

let polling: Polling;
beforeEach(async () => {
  polling = await newPolling();
});
afterEach(() => polling.database.drop());

/** The ballots that wait for somebody. */
const waits = async (who: Actor, now = new Date()) =>
  (await waitsFor(polling.database.dataSource, who, now)).map(([, id]) => id);

test('in secret it waits until the token is taken, for oneself alone', async () => {
  const [first, second, elsewhere] = (await moveIn(polling, 3, 1)) as [Actor, Actor, Actor];
  const ballot = await openFor(polling, [first, second]);
  expect(await waits(first)).toEqual([ballot.id]);
  expect(await waits(elsewhere)).toEqual([]);
  for (const { actor } of [polling.world.home.cadre, polling.world.other.leader])
    expect(await waits(actor)).toEqual([]);
  await take(polling, ballot, first);
  expect(await waits(first)).toEqual([]);
  expect(await waits(second)).toEqual([ballot.id]);
});

test('one household, one vote: who takes the token takes the item of all of them', async () => {
  const [wife, husband, neighbour] = (await moveIn(polling, 2, 2)) as [Actor, Actor, Actor];
  const ballot = await open(polling, 'household');
  for (const each of [wife, husband, neighbour]) expect(await waits(each)).toEqual([ballot.id]);
  await take(polling, ballot, husband);
  for (const each of [wife, husband]) expect(await waits(each)).toEqual([]);
  expect(await waits(neighbour)).toEqual([ballot.id]);
});

test('it waits no longer than it takes votes, nor for who stands aside', async () => {
  const [first, second] = (await moveIn(polling, 2, 1)) as [Actor, Actor];
  const ballot = await openFor(polling, [first, second]);
  await recuse(polling, ballot, first);
  expect(await waits(first)).toEqual([]);
  expect(await waits(second, new Date(afterwards(ballot).getTime() - 1))).toEqual([ballot.id]);
  expect(await waits(second, afterwards(ballot))).toEqual([]);
  await close(polling, ballot);
  expect(await waits(second)).toEqual([]);
});

test('who took a paper finds it no more, even before the papers are counted again', async () => {
  const voters = await moveIn(polling, 4, 1);
  const ballot = await openFor(polling, voters);
  await recordBox(polling, ballot, voters.slice(0, 3), [2, 1, 0]);
  for (const each of voters.slice(0, 3)) expect(await waits(each)).toEqual([]);
  expect(await waits(voters[3]!)).toEqual([ballot.id]);
});

describe('over HTTP', () => {
  let served: Served;
  const logged: string[] = [];
  beforeEach(async () => {
    const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
    served = await serve(settings, polling.database.dataSource, (line) => logged.push(line));
  });
  afterEach(async () => {
    await served.close();
    expect(logged).toEqual([]);
  });

  const INBOX = `query ($after: String) { me { inbox(first: 2, after: $after) {
    edges { cursor node { __typename ... on BallotToCast { ballot { id question } } } }
    pageInfo { hasNextPage endCursor } } } }`;

  test('a resident reads it page by page, with what is asked, and votes it away', async () => {
    const [voter, other] = (await moveIn(polling, 2, 1)) as [Actor, Actor];
    const ballots: KnownBallot[] = [];
    for (let n = 0; n < 3; n += 1)
      ballots.push(await openFor(polling, [voter, other], { question: `Question ${n}?` }));
    const personId = await personFor(polling, voter);
    const client = new Client(served.url, await tokenOf(polling.database.dataSource, personId));
    const first = await client.ask(INBOX, {});
    const item = (n: number) => ({
      __typename: 'BallotToCast',
      ballot: { id: idOf(ballots[n]!), question: `Question ${n}?` },
    });
    type Page = { edges: { node: unknown }[]; pageInfo: { endCursor: string } };
    const page = ({ data }: typeof first) => (data as { me: { inbox: Page } }).me.inbox;
    expect(page(first).edges.map(({ node }) => node)).toEqual([item(0), item(1)]);
    const after = page(first).pageInfo.endCursor;
    const rest = await client.ask(INBOX, { after });
    expect(page(rest).edges.map(({ node }) => node)).toEqual([item(2)]);
    await take(polling, ballots[0]!, voter);
    expect(page(await client.ask(INBOX, {})).edges.map(({ node }) => node)).toEqual([
      ...[item(1), item(2)],
    ]);
    const stranger = await new Client(served.url).ask(INBOX, {});
    expect(stranger.data?.me ?? null).toBeNull();
  });
});

test('an inbox without a role is one statement; with neither role nor home it is none', async () => {
  const [voter] = (await moveIn(polling, 1, 1)) as [Actor];
  const { dataSource } = polling.database;
  const ask = (actor: Actor) =>
    countQueries(dataSource, () => inboxOf(dataSource.manager, actor, { first: 5, after: null }));
  expect((await ask(voter)).statements).toHaveLength(1);
  expect((await ask(polling.world.outsider.actor)).statements).toEqual([]);
});
