import type { DataSource } from 'typeorm';
import { serve, type Served } from '../../src/server/serve';
import { newId } from '../../src/kernel/id';
import { toGlobalId } from '../../src/kernel/global-id';
import { Client } from '../stories/support/client';
import { tokenOf } from '../support/world';
import { together, tracesOf, type Trace } from './attack';
import {
  blind,
  CHOICES,
  close,
  moveIn,
  newPolling,
  open,
  recordBox,
  residentOf,
  RULE,
  witness,
  type Polling,
} from './polling';
import type { KnownBallot } from '../../src/ballots/ballot.reader';

/**
 * 200 electors vote over HTTP, one after the other and each at once after taking the token: the
 * worst that voters can do to themselves. Then somebody takes the whole database and the log.
 */
const VOTERS = 200;

/**
 * Ranks that have nothing to do with each other agree by 1 / sqrt(199) = .07 on the average; one in
 * a million by more than this, in either direction.
 */
const BY_CHANCE = 0.35;

let polling: Polling;
let source: DataSource;
let served: Served;
let stranger: Client;
const log: string[] = [];
beforeAll(async () => {
  polling = await newPolling();
  source = polling.database.dataSource;
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, source, (line) => log.push(line));
  stranger = new Client(served.url);
});
afterAll(async () => {
  await served.close();
  await polling.database.drop();
});

const TAKE = `mutation ($input: TakeVotingTokenInput!) {
  takeVotingToken(input: $input) { blindSignature userErrors { code } } }`;
const CAST = `mutation ($input: CastVoteInput!) {
  castVote(input: $input) { ballot { id } userErrors { code } } }`;

interface Voted {
  readonly residentId: string;
  readonly personId: string;
  readonly token: Buffer;
}

/** One choice, or in a ballot that takes several marks none to three of them. */
const marksOf = ({ mostMarks }: KnownBallot, n: number) =>
  mostMarks === null ? { choice: CHOICES[n % 3] } : { marks: CHOICES.slice(0, n % 4) };

async function voteOverHttp(ballot: KnownBallot, residentId: string, n: number): Promise<Voted> {
  const { communityId } = ballot;
  const ballotId = toGlobalId('Ballot', communityId, ballot.id);
  const personId = newId();
  await source.query(
    `insert into person (id, name, home_community_id, resident_id) values ($1, 'Voter', $2, $3)`,
    [personId, communityId, residentId],
  );
  await source.query('update resident set person_id = $3 where community_id = $1 and id = $2', [
    ...[communityId, residentId, personId],
  ]);
  const voter = new Client(served.url, await tokenOf(source, personId));
  const { token, blindedToken, unblind } = await blind(ballot);
  const taken = await voter.ask(TAKE, { input: { ballotId, blindedToken } });
  const told = taken.data?.takeVotingToken as { blindSignature: string };
  const signature = await unblind(Buffer.from(told.blindSignature, 'base64url'));
  const vote = { ballotId, token: token.toString('base64url'), signature, ...marksOf(ballot, n) };
  const cast = await stranger.ask(CAST, { input: vote });
  expect(cast.data?.castVote).toMatchObject({ ballot: { id: ballotId }, userErrors: [] });
  return { residentId, personId, token };
}

/** The names by which voters stand on the roll and in the boxes, each with whose it is. */
function namesOf(voted: readonly Voted[]) {
  const key = (n: number) => `voter ${n}`;
  const roll = voted.flatMap(({ residentId, personId }, n): [string, string][] => [
    [residentId, key(n)],
    [personId, key(n)],
  ]);
  const box = voted.flatMap(({ token }, n): [string, string][] => [
    [token.toString('hex'), key(n)],
    [token.toString('base64url'), key(n)],
  ]);
  return { roll: new Map(roll), box: new Map(box) };
}

/** How well the two traces go together that do so best, among those of boxes that begin so. */
async function bestMatch(voted: readonly Voted[], among = '') {
  const names = namesOf(voted);
  const [roll, box] = [
    await tracesOf(source, log, names.roll),
    await tracesOf(source, log, names.box),
  ];
  const looked = box.filter((trace) => trace.where.startsWith(among));
  const by = roll.flatMap((one) => looked.map((other) => Math.abs(together(one, other))));
  return { roll, box, by: Math.max(...by) };
}

const where = (traces: readonly Trace[]) => traces.map((trace) => trace.where);

test('who has the whole database and the log links no voter to a vote', async () => {
  const [aside, ...others] = await moveIn(polling, VOTERS + 4, 1);
  const recused = [{ residentId: residentOf(aside!), ground: 'It is my own house.' }];
  const ballot = await open(polling, 'resident', { rule: RULE, recused });
  const [papers, electors] = [others.slice(VOTERS), others.slice(0, VOTERS)];
  await witness(polling, await recordBox(polling, ballot, papers, [1, 1, 1]));
  const voted: Voted[] = [];
  // In no order that anything else has: not that in which they moved in.
  const shuffled = electors
    .map((who) => ({ who, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ who }) => who.residences[0]!.residentId);
  for (const [n, residentId] of shuffled.entries())
    voted.push(await voteOverHttp(ballot, residentId, n));
  const before = await bestMatch(voted);
  // They were looked for where they are, and the order of voting is there to be found: by sessions.
  expect(where(before.box)).toContain('ballot_box.tokens by place');
  expect(where(before.roll)).toContain('ballot_roll_page.units by place');
  expect(where(before.roll)).toContain('session.person_id by created_at');
  expect(before.by).toBeLessThan(BY_CHANCE);
  await close(polling, ballot);
  expect((await bestMatch(voted)).by).toBeLessThan(BY_CHANCE);
  // Beside no vote of this ballot stands a name, also where there are papers and recusals.
  const named = await source.query(
    `select (select count(*) from roll_call_vote where ballot_id = $1)::integer as votes,
       (select count(*) from ballot_paper_mark where ballot_id = $1)::integer as marks,
       (select count(*) from ballot_recusal where ballot_id = $1)::integer as aside`,
    [ballot.id],
  );
  expect(named).toEqual([{ votes: 0, marks: 3, aside: 1 }]);
}, 240_000);

test('who marks several choices is linked to them no better', async () => {
  const electors = (await moveIn(polling, 60, 1)).sort(() => Math.random() - 0.5);
  const ballot = await open(polling, 'resident', { mostMarks: 3 });
  const voted: Voted[] = [];
  for (const [n, { residences }] of electors.entries())
    voted.push(await voteOverHttp(ballot, residences[0]!.residentId, n));
  // 1 / sqrt(59) = .13 on the average, and one in a million by more than this.
  expect((await bestMatch(voted)).by).toBeLessThan(0.61);
  const [box] = await source.query(
    `select max(pg_column_size(marks)) - 4 * sum(cardinality(marks)) as rest
     from ballot_box where ballot_id = $1`,
    [ballot.id],
  );
  // Each vote takes four bytes, whatever it marks.
  expect(Number(box.rest)).toBeLessThan(30);
  expect(await close(polling, ballot)).toMatchObject({ votes: [45, 30, 15], tookPart: 60 });
}, 120_000);

test.each([
  ['an order', 'n bigint generated always as identity', 'n'],
  ['a time', 'at timestamptz not null default clock_timestamp()', 'at'],
  ['a row for each vote', 'also boolean default true', 'xmin'],
])(
  'the same eyes find them where a box has %s',
  async (_what, column, by) => {
    await source.query(`create table told_apart (token bytea not null, ${column})`);
    await source.query(`
      create function tell_apart() returns trigger language plpgsql as $$ begin
        insert into told_apart (token) select token from unnest(new.tokens) token
          where token <> all (old.tokens);
        return new;
      end $$`);
    await source.query(`create trigger tell_apart before update on ballot_box
      for each row execute function tell_apart()`);
    const electors = await moveIn(polling, 30, 1);
    const ballot = await open(polling);
    const voted: Voted[] = [];
    for (const [n, { residences }] of electors.entries())
      voted.push(await voteOverHttp(ballot, residences[0]!.residentId, n));
    const found = await bestMatch(voted, `told_apart.token by ${by}`);
    await source.query('drop trigger tell_apart on ballot_box');
    await source.query('drop function tell_apart');
    await source.query('drop table told_apart');
    expect(found.by).toBeGreaterThan(0.99);
  },
  120_000,
);
