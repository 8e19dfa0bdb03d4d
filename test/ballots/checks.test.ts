import { BALLOT_CHECKS } from '../../src/ballots/ballots.checks';
import type { KnownBallot } from '../../src/ballots/ballot.reader';
import { ROLL_CHECKS } from '../../src/ballots/rolls.checks';
import { newId } from '../../src/kernel/id';
import { runChecks } from '../../src/ledger/verify';
import {
  close,
  moveIn,
  newPolling,
  openFor,
  recordBox,
  recuse,
  witness,
  type Polling,
} from './polling';

/** What somebody changed behind the commands' backs is found. */

let polling: Polling;
let ballot: KnownBallot;
beforeAll(async () => {
  polling = await newPolling();
  const voters = await moveIn(polling, 6, 1);
  ballot = await openFor(polling, voters);
  await recuse(polling, ballot, voters[5]!);
  await witness(polling, await recordBox(polling, ballot, voters.slice(0, 4), [2, 1, 0]));
  await close(polling, ballot);
});
afterAll(async () => {
  await polling.database.drop();
});

const found = async () => {
  const checks = [...BALLOT_CHECKS, ...ROLL_CHECKS];
  const told = await runChecks(polling.database.dataSource, checks);
  return told.map(({ check }) => check);
};

const MARK = `insert into ballot_paper_mark
  select community_id, ballot_id, $2, id from ballot_paper_box where ballot_id = $1`;
const NAME = `insert into roll_call_vote
  select community_id, ballot_id, unit_id, resident_id, 1 from ballot_elector
  where ballot_id = $1 order by unit_id limit 1`;

test.each([
  ['ballot-base', 'update ballot set base = base + 1 where id = $1'],
  ['ballot-count', 'update ballot set votes[1] = votes[1] + 1 where id = $1'],
  ['ballot-took-part', 'update ballot set took_part = took_part + 1 where id = $1'],
  ['ballot-marks-count', NAME.replace(', 1 from', ', 3 from')],
  ['ballot-marks-count', NAME.replace(', 1 from', ', 8 from')],
  ['ballot-marks-count', NAME.replace(', 1 from', ', 0 from')],
  ['ballot-paper-votes', 'update ballot set paper_votes[2] = 0 where id = $1'],
  ['ballot-paper-box', 'update ballot_paper_box set papers = 4 where ballot_id = $1'],
  ['ballot-marks', MARK],
  ['ballot-one-way', NAME],
  ['ballot-kind', NAME],
])('%s', async (name, statement) => {
  const { dataSource } = polling.database;
  expect(await found()).toEqual([]);
  const keep = ['ballot', 'ballot_paper_box', 'ballot_paper_mark', 'roll_call_vote'];
  for (const table of keep)
    await dataSource.query(`create table kept_${table} as select * from ${table}`);
  await dataSource.query(statement, statement.includes('$2') ? [ballot.id, newId()] : [ballot.id]);
  expect(await found()).toContain(name);
  await dataSource.query('truncate roll_call_vote');
  await dataSource.query('delete from ballot_paper_mark');
  await dataSource.query('insert into ballot_paper_mark select * from kept_ballot_paper_mark');
  await dataSource.query(`update ballot set base = kept.base, votes = kept.votes,
    took_part = kept.took_part,
    paper_votes = kept.paper_votes from kept_ballot kept where kept.id = ballot.id`);
  await dataSource.query(`update ballot_paper_box set papers = kept.papers
    from kept_ballot_paper_box kept where kept.id = ballot_paper_box.id`);
  for (const table of keep) await dataSource.query(`drop table kept_${table}`);
});
