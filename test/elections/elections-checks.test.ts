import { ELECTION_CHECKS } from '../../src/elections/elections.checks';
import { demandSeatRecall } from '../../src/elections/demand-seat-recall';
import { openSeatRecallBallot } from '../../src/elections/open-seat-recall-ballot';
import { toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { newPolling, run, type Polling } from '../ballots/polling';
import { seatId, seatsOf } from '../councils/chamber';
import { at, call, conclude, newHustings, standUp, vote } from './hustings';

/** What somebody changed behind the commands' backs is found. */

let polling: Polling;
beforeAll(async () => {
  polling = await newPolling();
  const hustings = await newHustings(polling, 5);
  const { election, ward } = await call(hustings, 1);
  await standUp(hustings, ward, hustings.voters.slice(0, 2));
  await vote(hustings, ward, { hour: 1, papers: 5, counts: [4, 1] });
  await conclude(hustings, election, 3);
  const [seat] = await seatsOf(polling, hustings.council);
  const asked = { seatId: seatId(seat!), ground: 'Never comes.' };
  const recall = await run(
    polling,
    hustings.voters[1]!,
    (work) => demandSeatRecall(work, asked),
    at(4),
  );
  await run(
    polling,
    polling.world.home.cadre.actor,
    (work) =>
      openSeatRecallBallot(work, {
        recallId: toGlobalId('SeatRecall', recall.communityId, recall.id),
        ...{ question: 'Shall the member go?', closesAt: at(6) },
      }),
    at(5),
  );
  const open = await newHustings(polling, 5);
  const other = await call(open, 1);
  await standUp(open, other.ward, open.voters.slice(0, 2));
  await vote(open, other.ward, { hour: 1, papers: 5, counts: [4, 1] });
});
afterAll(async () => {
  await polling.database.drop();
});

/** What somebody did to the tables, and the check that finds it. */
const HARM: Readonly<Record<string, string>> = {
  'election-choices': 'delete from election_choice where choice = 1',
  'election-run-off': `update election_ballot set kind = 'run_off'`,
  'election-votes': 'update election_candidate set votes = votes + 1 where votes = 4',
  'election-elected': `update election_candidate set standing = 'elected' where votes = 1`,
  'election-turnout': 'update ballot set took_part = 2 where took_part = 5',
  'election-seated': `update election_candidate set standing = 'substitute' where votes = 4`,
  'election-term': 'update council_term set seats = seats + 1',
  'seat-recall': 'update seat_recall set needed = needed + 1',
};

test('there is a harm for every check', () => {
  expect(ELECTION_CHECKS.map(({ name }) => name)).toEqual(Object.keys(HARM));
});

test.each(Object.entries(HARM))('%s finds what is wrong', async (name, harm) => {
  const { dataSource } = polling.database;
  expect(await runChecks(dataSource, ELECTION_CHECKS)).toEqual([]);
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(harm);
    const check = ELECTION_CHECKS.find((each) => each.name === name)!;
    expect(((await runner.query(check.sql)) as unknown[]).length).toBeGreaterThan(0);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
});
