import { COUNCIL_CHECKS } from '../../src/councils/councils.checks';
import { BALLOT_CHECKS } from '../../src/ballots/ballots.checks';
import { ROLL_CHECKS } from '../../src/ballots/rolls.checks';
import { ballotById, type KnownBallot } from '../../src/ballots/ballot.reader';
import type { CouncilSeatRow } from '../../src/councils/council-seat.entity';
import { coSignSeatRecall } from '../../src/elections/co-sign-seat-recall';
import { concludeSeatRecall } from '../../src/elections/conclude-seat-recall';
import { demandSeatRecall } from '../../src/elections/demand-seat-recall';
import { ELECTION_CHECKS } from '../../src/elections/elections.checks';
import { openSeatRecallBallot } from '../../src/elections/open-seat-recall-ballot';
import type { SeatRecallRow } from '../../src/elections/seat-recall.entity';
import type { Actor } from '../../src/kernel/actor';
import { addDays, addMonths, startOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { moveIn, newPolling, run, type Polling } from '../ballots/polling';
import { fill, group, seatId, seatsOf, TODAY, vacate, ZONE } from '../councils/chamber';
import { at, call, conclude, newHustings, standUp, vote, type Hustings } from './hustings';
import { recordPaperBox } from '../../src/ballots/record-paper-box';
import { witnessPaperBox } from '../../src/ballots/witness-paper-box';
import { boxIdOf, residentOf } from '../ballots/polling';

/** Those who elected somebody take the seat back, or let it be. */

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

/** A grid of so many voters whose first one was elected. */
async function elected(people: number, perHousehold = 1) {
  const hustings = await newHustings(polling, people, perHousehold);
  const voteBy = perHousehold > 1 ? ('household' as const) : ('resident' as const);
  const rule = { moreCandidates: false };
  const { election, ward } = await call(hustings, 1, { rule, voteBy });
  await standUp(hustings, ward, hustings.voters.slice(0, 1));
  const units = people / perHousehold;
  const takers = hustings.voters.filter((_, n) => n % perHousehold === 0);
  const voting: Hustings = { ...hustings, voters: takers };
  await vote(voting, ward, { hour: 1, papers: units, counts: [units] });
  await conclude(hustings, election, 3);
  const [seat] = await seatsOf(polling, hustings.council);
  return { ...hustings, seat: seat!, takers };
}

const demand = (seat: CouncilSeatRow, who: Actor, now = at(4)) =>
  run(
    polling,
    who,
    (work) => demandSeatRecall(work, { seatId: seatId(seat), ground: 'Never comes.' }),
    now,
  );

const recallId = ({ communityId, id }: SeatRecallRow) => toGlobalId('SeatRecall', communityId, id);

const sign = (recall: SeatRecallRow, who: Actor, now = at(4)) =>
  run(polling, who, (work) => coSignSeatRecall(work, { recallId: recallId(recall) }), now);

async function openBallot(recall: SeatRecallRow, hour = 5): Promise<KnownBallot> {
  const { cadre } = polling.world.home;
  const opened = await run(
    polling,
    cadre.actor,
    (work) =>
      openSeatRecallBallot(work, {
        ...{ recallId: recallId(recall), question: 'Shall the member be recalled?' },
        closesAt: at(hour + 1),
      }),
    at(hour),
  );
  const { manager } = polling.database.dataSource;
  const [ballot] = await ballotById.read(manager, opened.communityId, [opened.ballotId!]);
  return ballot!;
}

async function papers(ballot: KnownBallot, takers: readonly Actor[], counts: readonly number[]) {
  const { home, officer } = polling.world;
  const ballotId = toGlobalId('Ballot', ballot.communityId, ballot.id);
  const asked = { ballotId, place: 'Gate 1', counts, takers: takers.map(residentOf) };
  const box = await run(polling, home.cadre.actor, (work) => recordPaperBox(work, asked));
  const again = { paperBoxId: boxIdOf(box), counts };
  await run(polling, officer.actor, (work) => witnessPaperBox(work, again));
}

const end = (recall: SeatRecallRow, hour = 6) =>
  run(
    polling,
    polling.world.home.cadre.actor,
    (work) => concludeSeatRecall(work, { recallId: recallId(recall) }),
    at(hour),
  );

test('a fifth of the electors demands it, and more than half of the votes decides', async () => {
  const { seat, voters, council } = await elected(11);
  const recall = await demand(seat, voters[1]!);
  // A fifth of eleven is more than two.
  expect(recall.needed).toBe(3);
  await expect(sign(recall, voters[1]!)).rejects.toMatchObject(code('SIGNED_ALREADY', 'recallId'));
  await sign(recall, voters[2]!);
  await expect(openBallot(recall)).rejects.toMatchObject({
    ...code('SIGNATURES_TOO_FEW', 'recallId'),
    facts: { needed: 3, signatures: 2 },
  });
  await expect(end(recall)).rejects.toMatchObject(code('RECALL_VOTES_NOT'));
  await sign(recall, voters[3]!);
  await expect(demand(seat, voters[4]!)).rejects.toMatchObject(code('RECALL_UNDER_WAY', 'seatId'));
  const ballot = await openBallot(recall);
  expect(ballot).toMatchObject({ base: 11, kind: 'secret' });
  await expect(sign(recall, voters[4]!)).rejects.toMatchObject(code('RECALL_VOTES'));
  await expect(openBallot(recall)).rejects.toMatchObject(code('RECALL_VOTES'));
  await papers(ballot, voters.slice(0, 6), [4, 2, 0]);
  await expect(end(recall, 5.9)).rejects.toMatchObject(code('BALLOT_OPEN', 'recallId'));
  expect(await end(recall)).toMatchObject({ state: 'recalled' });
  await expect(end(recall)).rejects.toMatchObject(code('RECALL_ENDED'));
  const [after] = await seatsOf(polling, council);
  expect(after).toMatchObject({ endedBecause: 'recalled', validUntil: addDays(TODAY, 1) });
  await expect(demand(seat, voters[5]!, at(7))).rejects.toMatchObject(code('SEAT_VACANT'));
});

test.each([
  ['half of the votes keep the seat', 8, [3, 3, 0], 'kept'],
  ['an abstention is a vote', 8, [3, 1, 2], 'kept'],
  ['too few decide nothing', 8, [4, 0, 0], 'no_quorum'],
])('%s', async (_what, people, counts, state) => {
  const { seat, voters, council } = await elected(people);
  const recall = await demand(seat, voters[1]!);
  await sign(recall, voters[2]!);
  const ballot = await openBallot(recall);
  await papers(
    ballot,
    voters.slice(
      0,
      counts.reduce((a, b) => a + b),
    ),
    counts,
  );
  expect(await end(recall)).toMatchObject({ state });
  const [after] = await seatsOf(polling, council);
  expect(after!.endedBecause).toBeNull();
  // It may be demanded once more: at once where nothing was decided, else after half a year.
  if (state === 'kept') {
    const until = addMonths(TODAY, 6);
    const soon = demand(seat, voters[1]!, new Date(startOf(until, ZONE).getTime() - 1));
    await expect(soon).rejects.toMatchObject({
      ...code('RECALL_TOO_SOON', 'seatId'),
      facts: { until },
    });
    await demand(seat, voters[1]!, startOf(until, ZONE));
  } else expect(await demand(seat, voters[1]!, at(7))).toMatchObject({ state: 'gathering' });
});

test('a demand that enough have signed is not ended by demanding the same again', async () => {
  const { seat, voters } = await elected(5);
  const recall = await demand(seat, voters[1]!);
  const late = 4 + 31 * 24;
  await expect(demand(seat, voters[0]!, at(late))).rejects.toMatchObject(code('RECALL_UNDER_WAY'));
  await openBallot(recall, late);
});

test('whom the electors recalled does not come back on a seat of that term', async () => {
  const { seat, voters, council } = await elected(5);
  const recall = await demand(seat, voters[1]!);
  await papers(await openBallot(recall), voters, [5, 0, 0]);
  await end(recall);
  const back = fill(polling, seat, residentOf(voters[0]!), at(48));
  await expect(back).rejects.toMatchObject(code('RECALLED_FROM_TERM', 'residentId'));
  await fill(polling, seat, residentOf(voters[2]!), at(48));
  expect(await seatsOf(polling, council)).toHaveLength(2);
});

test('where households elect, a household signs once', async () => {
  const { seat, voters } = await elected(12, 2);
  const recall = await demand(seat, voters[2]!);
  // A fifth of six households.
  expect(recall.needed).toBe(2);
  await expect(sign(recall, voters[3]!)).rejects.toMatchObject(code('SIGNED_ALREADY'));
  await sign(recall, voters[4]!);
  expect(await openBallot(recall)).toMatchObject({ base: 6, voteBy: 'household' });
});

test('a demand that finds too few in its time lapses, and makes room for another', async () => {
  const { seat, voters } = await elected(11);
  const recall = await demand(seat, voters[1]!);
  const late = at(4 + 30 * 24);
  await expect(sign(recall, voters[2]!, late)).rejects.toMatchObject(code('RECALL_LAPSED'));
  await demand(seat, voters[2]!, late);
  await expect(sign(recall, voters[3]!, late)).rejects.toMatchObject(code('RECALL_ENDED'));
});

test('who did not elect the member, or a seat that nobody elected, is not asked', async () => {
  const { seat, voters } = await elected(5);
  const [outside] = await moveIn(polling, 1, 1);
  await expect(demand(seat, outside!)).rejects.toMatchObject(code('NOT_ELECTOR', 'seatId'));
  const recall = await demand(seat, voters[1]!);
  await expect(sign(recall, outside!)).rejects.toMatchObject(code('NOT_ELECTOR', 'recallId'));
  const given = await group(polling, 5);
  const [one] = await seatsOf(polling, given.council);
  await expect(demand(one!, voters[1]!)).rejects.toMatchObject(code('SEAT_NOT_ELECTED', 'seatId'));
});

test('who resigns while it is voted on is not recalled as well', async () => {
  const { seat, voters, council } = await elected(5);
  const recall = await demand(seat, voters[1]!);
  const ballot = await openBallot(recall);
  await vacate(polling, seat, { validUntil: TODAY, now: at(5.5) });
  await papers(ballot, voters, [5, 0, 0]);
  expect(await end(recall)).toMatchObject({ state: 'recalled' });
  expect((await seatsOf(polling, council))[0]).toMatchObject({ endedBecause: 'resigned' });
});
