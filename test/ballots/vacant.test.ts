import { BALLOT_CHECKS } from '../../src/ballots/ballots.checks';
import type { KnownBallot } from '../../src/ballots/ballot.reader';
import { ruleOf } from '../../src/ballots/ballot-rule';
import { castRollCallVote } from '../../src/ballots/cast-roll-call-vote';
import { closeBallotFor } from '../../src/ballots/close-ballot-for';
import { openBallotFor } from '../../src/ballots/open-ballot-for';
import { ROLL_CHECKS } from '../../src/ballots/rolls.checks';
import { tally } from '../../src/ballots/tally';
import type { Actor } from '../../src/kernel/actor';
import { runChecks } from '../../src/ledger/verify';
import {
  afterwards,
  CHOICES,
  HOUR_MS,
  idOf,
  moveIn,
  newPolling,
  recordBox,
  recuse,
  RULE,
  run,
  take,
  type Polling,
} from './polling';

/** Seats that nobody holds have no vote and stay in the base (C1: of the full membership). */

let polling: Polling;
let members: Actor[];
beforeAll(async () => {
  polling = await newPolling();
  members = await moveIn(polling, 19, 1);
});
afterEach(async () => {
  const checks = [...BALLOT_CHECKS, ...ROLL_CHECKS];
  expect(await runChecks(polling.database.dataSource, checks)).toEqual([]);
});
afterAll(async () => {
  await polling.database.drop();
});

const code = (refused: string) => ({ code: refused });

const openOf = (
  electors: readonly Actor[],
  vacant: number,
  kind: 'secret' | 'roll_call' = 'roll_call',
) =>
  run(polling, polling.world.home.cadre.actor, (work) =>
    openBallotFor(work, {
      ...{ communityId: polling.world.home.id, question: 'Shall we build a shed?', kind, vacant },
      ...{ choices: CHOICES, voteBy: 'resident', rule: RULE },
      ...{ closesAt: new Date(work.now.getTime() + HOUR_MS) },
      electors: electors.map(({ residences: [own] }) => own!.residentId),
    }),
  );

async function say(ballot: KnownBallot, counts: readonly number[], voters = members) {
  const choices = counts.flatMap((many, n) => Array<string>(many).fill(CHOICES[n]!));
  for (const [n, choice] of choices.entries())
    await run(polling, voters[n]!, (work) =>
      castRollCallVote(work, { ballotId: idOf(ballot), choice }),
    );
}

const closeFor = (ballot: KnownBallot, now = afterwards(ballot)) =>
  run(polling, polling.world.home.cadre.actor, (work) => closeBallotFor(work, ballot), now);

test.each([
  ['with two of 21 seats vacant, 16 are no quorum', [16, 0, 0], 'no_quorum', 17, 11],
  ['17 are, and 11 in favour are more than half of 21', [11, 6, 0], 'passed', 17, 11],
  ['10 in favour of 19 members are not', [10, 7, 2], 'rejected', 17, 11],
])('%s', async (_what, counts, outcome, quorumNeeded, passNeeded) => {
  const ballot = await openOf(members, 2);
  expect(ballot).toMatchObject({ base: 21, vacant: 2 });
  await say(ballot, counts);
  const closed = await closeFor(ballot);
  expect(tally(ruleOf(closed)!, closed.base, closed.votes!)).toMatchObject({
    ...{ base: 21, outcome, quorumNeeded, passNeeded },
  });
});

test('who stands aside leaves the base, vacant seats do not, and somebody votes', async () => {
  const [one, two] = members as [Actor, Actor];
  const ballot = await openOf([one, two], 3);
  expect(ballot.base).toBe(5);
  expect((await recuse(polling, ballot, one)).base).toBe(4);
  await expect(recuse(polling, ballot, two)).rejects.toMatchObject(code('LAST_ELECTOR'));
});

test('a vacant seat hides no small box of papers', async () => {
  const [one, two, three] = members as [Actor, Actor, Actor];
  const ballot = await openOf([one, two, three], 4, 'secret');
  await take(polling, ballot, one);
  const last = recordBox(polling, ballot, [two, three], [1, 1, 0]);
  expect(await last).toMatchObject({ papers: 2 });
});

test('who closes within another command is asked nothing, and waits for the last moment', async () => {
  const ballot = await openOf(members.slice(0, 2), 0);
  await expect(closeFor(ballot, new Date())).rejects.toMatchObject(code('BALLOT_OPEN'));
  const outsider = polling.world.outsider.actor;
  const closed = await run(
    polling,
    outsider,
    (work) => closeBallotFor(work, ballot),
    afterwards(ballot),
  );
  expect(closed.votes).toEqual([0, 0, 0]);
  await expect(closeFor(ballot)).rejects.toMatchObject(code('BALLOT_CLOSED'));
});
