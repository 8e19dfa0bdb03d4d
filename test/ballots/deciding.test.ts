import { BALLOT_CHECKS } from '../../src/ballots/ballots.checks';
import { ruleOf } from '../../src/ballots/ballot-rule';
import { castRollCallVote } from '../../src/ballots/cast-roll-call-vote';
import type { KnownBallot } from '../../src/ballots/ballot.reader';
import type { OpenBallot } from '../../src/ballots/open-ballot';
import { ROLL_CHECKS } from '../../src/ballots/rolls.checks';
import { tally } from '../../src/ballots/tally';
import type { Actor } from '../../src/kernel/actor';
import { runChecks } from '../../src/ledger/verify';
import {
  afterwards,
  cast,
  close,
  idOf,
  moveIn,
  newPolling,
  open,
  openFor,
  recuse,
  residentOf,
  RULE,
  run,
  take,
  type Polling,
} from './polling';

/** Ballots that decide: by a rule, without those who stand aside, in secret or by name. */

let polling: Polling;
let members: Actor[];
beforeAll(async () => {
  polling = await newPolling();
  members = await moveIn(polling, 7, 3);
});
afterEach(async () => {
  const checks = [...BALLOT_CHECKS, ...ROLL_CHECKS];
  expect(await runChecks(polling.database.dataSource, checks)).toEqual([]);
});
afterAll(async () => {
  await polling.database.drop();
});

const code = (refused: string) => ({ code: refused });
const BY_NAME = { kind: 'roll_call' } as const;

const say = (ballot: KnownBallot, who: Actor, choice: string, now?: Date) =>
  run(polling, who, (work) => castRollCallVote(work, { ballotId: idOf(ballot), choice }), now);

const outcomeOf = (ballot: KnownBallot) =>
  tally(ruleOf(ballot)!, ballot.base, ballot.votes!).outcome;

/** Some say yes, some no, some abstain, and it is counted. */
async function decide(ballot: KnownBallot, voters: readonly Actor[], counts: readonly number[]) {
  const choices = counts.flatMap((many, n) => Array<string>(many).fill(ballot.choices[n]!));
  for (const [n, choice] of choices.entries()) await say(ballot, voters[n]!, choice);
  return await close(polling, ballot);
}

test.each([
  ['16 of 21 are no quorum', [16, 0, 0], 'no_quorum'],
  ['of 17, 11 in favour pass', [11, 4, 2], 'passed'],
  ['of 21, 10 in favour do not', [10, 0, 11], 'rejected'],
])('%s', async (_what, counts, outcome) => {
  const ballot = await openFor(polling, members, BY_NAME);
  expect(ballot.base).toBe(21);
  expect(outcomeOf(await decide(ballot, members, counts))).toBe(outcome);
});

test('who stands aside leaves the base, before and during the vote', async () => {
  const [first, second, third] = members;
  const recused = [{ residentId: residentOf(first!), ground: 'My own house.' }];
  const ballot = await openFor(polling, members.slice(0, 6), { recused });
  expect(ballot.base).toBe(5);
  await expect(take(polling, ballot, first!)).rejects.toMatchObject(code('RECUSED_FROM_BALLOT'));
  const signed = await take(polling, ballot, third!);
  expect((await recuse(polling, ballot, second!)).base).toBe(4);
  await expect(recuse(polling, ballot, second!)).rejects.toMatchObject(code('RECUSED_FROM_BALLOT'));
  await expect(recuse(polling, ballot, third!)).rejects.toMatchObject(code('TOKEN_TAKEN'));
  await expect(take(polling, ballot, second!)).rejects.toMatchObject(code('RECUSED_FROM_BALLOT'));
  await cast(polling, ballot, signed);
  for (const who of members.slice(3, 6))
    await cast(polling, ballot, await take(polling, ballot, who));
  const closed = await close(polling, ballot);
  const tallied = tally(ruleOf(closed)!, closed.base, closed.votes!);
  const figures = { base: 4, quorumNeeded: 4, tookPart: 4, passNeeded: 3, inFavour: 4 };
  expect(tallied).toEqual({ ...figures, outcome: 'passed' });
});

test('one at least remains, also when the last two stand aside at the same moment', async () => {
  const two = members.slice(0, 2);
  const ballot = await openFor(polling, two);
  const told = await Promise.allSettled(two.map((who) => recuse(polling, ballot, who)));
  expect(told.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = told.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(refused.reason).toMatchObject(code('LAST_ELECTOR'));
});

test('a token and a recusal at the same moment: one of them', async () => {
  for (const who of members.slice(0, 6)) {
    const ballot = await openFor(polling, members.slice(0, 8));
    const told = await Promise.allSettled([
      take(polling, ballot, who),
      recuse(polling, ballot, who),
    ]);
    expect(told.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  }
});

test('an opinion is recused from by nobody, and decides nothing', async () => {
  const ballot = await open(polling);
  await expect(recuse(polling, ballot, members[0]!)).rejects.toMatchObject(code('NOT_DECIDING'));
  expect(ruleOf(await close(polling, ballot))).toBeNull();
});

test('a named vote is cast once, by who stands on the roll and does not stand aside', async () => {
  const ballot = await openFor(polling, members.slice(0, 3), BY_NAME);
  const [one, two] = members;
  await say(ballot, one!, 'For');
  await say(ballot, one!, 'For');
  await expect(say(ballot, one!, 'Against')).rejects.toMatchObject(code('VOTED_ALREADY'));
  await expect(recuse(polling, ballot, one!)).rejects.toMatchObject(code('VOTED_ALREADY'));
  await expect(say(ballot, two!, 'Yes')).rejects.toMatchObject(code('CHOICE_UNKNOWN'));
  await expect(say(ballot, members[5]!, 'For')).rejects.toMatchObject(code('NOT_ON_ROLL'));
  await recuse(polling, ballot, two!);
  await expect(say(ballot, two!, 'For')).rejects.toMatchObject(code('RECUSED_FROM_BALLOT'));
  await expect(
    take(polling, { ...ballot, publicKey: (await secret()).publicKey }, one!),
  ).rejects.toMatchObject(code('BALLOT_ROLL_CALL'));
  const late = say(ballot, members[2]!, 'For', afterwards(ballot));
  await expect(late).rejects.toMatchObject(code('BALLOT_CLOSED'));
  expect(await close(polling, ballot)).toMatchObject({ base: 2, votes: [1, 0, 0] });
  await expect(say(await secret(), one!, 'For')).rejects.toMatchObject(code('BALLOT_SECRET'));
});

const secret = () => openFor(polling, members.slice(0, 3));

test('two named votes at the same moment are one', async () => {
  const ballot = await openFor(polling, members.slice(0, 3), BY_NAME);
  const told = await Promise.allSettled(
    ['For', 'Against'].map((choice) => say(ballot, members[0]!, choice)),
  );
  expect(told.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await close(polling, ballot)).votes?.reduce((a, b) => a + b)).toBe(1);
});

test('who counts and who votes by name at the same moment agree on what was counted', async () => {
  const ballot = await openFor(polling, members, BY_NAME);
  const [closed, ...told] = await Promise.all([
    close(polling, ballot),
    ...members.map((who) =>
      say(ballot, who, 'For').then(
        () => 'in',
        (error: { code: string }) => error.code,
      ),
    ),
  ]);
  expect(new Set(told.filter((each) => each !== 'in'))).not.toContain(undefined);
  expect(closed.votes?.[0]).toBe(told.filter((each) => each === 'in').length);
});

test('rules, rolls and recusals that cannot be are refused where they stand', async () => {
  const [one, two] = members;
  const [child] = await moveIn(polling, 1, 1, '2015-01-01');
  const refused = async (more: Partial<OpenBallot>, as: string, ...path: string[]) =>
    expect(openFor(polling, [one!, two!], more)).rejects.toMatchObject({ code: as, path });
  const share = (num: number, den: number, strict = false) => ({ num, den, strict });
  for (const quorum of [share(2, 1), share(-1, 2), share(1, 0), share(1, 101), share(1, 1, true)])
    await refused({ rule: { ...RULE, quorum } }, 'SHARE_OUT_OF_RANGE', 'rule', 'quorum');
  const passes = share(3, 2);
  await refused({ rule: { ...RULE, passes } }, 'SHARE_OUT_OF_RANGE', 'rule', 'passes');
  await refused({ rule: { ...RULE, inFavour: 'Yes' } }, 'CHOICE_UNKNOWN', 'rule', 'inFavour');
  await refused({ electors: [] }, 'ELECTORS_COUNT', 'electors');
  const twice = [residentOf(one!), residentOf(one!)];
  await refused({ electors: twice }, 'ELECTOR_TWICE', 'electors', '1');
  const young = [residentOf(one!), residentOf(child!)];
  await refused({ electors: young }, 'NOT_ELIGIBLE', 'electors', '1');
  const elsewhere = polling.world.other.members[0].resident.globalId;
  await refused({ electors: [elsewhere] }, 'OTHER_COMMUNITY', 'electors', '0');
  const aside = (...who: Actor[]) => ({
    recused: who.map((each) => ({ residentId: residentOf(each), ground: 'Mine.' })),
  });
  const at = ['recused', '0', 'residentId'];
  await refused(aside(members[4]!), 'ELECTOR_UNKNOWN', ...at);
  await refused(aside(one!, one!), 'RECUSED_FROM_BALLOT', 'recused', '1', 'residentId');
  await refused(aside(one!, two!), 'LAST_ELECTOR', 'recused');
  await refused({ ...aside(one!), rule: null }, 'NOT_DECIDING', 'recused');
  const nothing = { recused: [{ residentId: residentOf(one!), ground: ' ' }] };
  await refused(nothing, 'TEXT_LENGTH', 'recused', '0', 'ground');
});
