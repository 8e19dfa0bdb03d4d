import { BALLOT_CHECKS } from '../../src/ballots/ballots.checks';
import type { PaperBoxRow } from '../../src/ballots/paper-box.entity';
import { rejectPaperBox } from '../../src/ballots/reject-paper-box';
import { ROLL_CHECKS } from '../../src/ballots/rolls.checks';
import type { Actor } from '../../src/kernel/actor';
import { runChecks } from '../../src/ledger/verify';
import { tracesOf } from './attack';
import {
  afterwards,
  boxIdOf,
  cast,
  close,
  moveIn,
  newPolling,
  open,
  openFor,
  recordBox,
  recuse,
  run,
  take,
  witness,
  type Polling,
} from './polling';

/** Votes on paper: by the box, by a clerk and a witness, and never by the person. */

let polling: Polling;
let voters: Actor[];
beforeAll(async () => {
  polling = await newPolling();
  voters = await moveIn(polling, 8, 1);
});
afterEach(async () => {
  const checks = [...BALLOT_CHECKS, ...ROLL_CHECKS];
  expect(await runChecks(polling.database.dataSource, checks)).toEqual([]);
});
afterAll(async () => {
  await polling.database.drop();
});

const code = (refused: string, ...path: string[]) => ({ code: refused, ...(path[0] && { path }) });

const reject = (box: PaperBoxRow, actor = polling.world.home.cadre.actor) =>
  run(polling, actor, (work) =>
    rejectPaperBox(work, { paperBoxId: boxIdOf(box), reason: 'Counted wrong.' }),
  );

test('a box counts once it is witnessed, and until then nothing is closed', async () => {
  const ballot = await openFor(polling, voters);
  await cast(polling, ballot, await take(polling, ballot, voters[7]!), 'Against');
  const box = await recordBox(polling, ballot, voters.slice(0, 5), [3, 1, 0]);
  expect(box).toMatchObject({ papers: 4, marked: 5, state: 'waiting' });
  const now = afterwards(ballot);
  const after = await recordBox(polling, ballot, [voters[5]!, voters[6]!], [2, 0, 0], { now }).then(
    () => 'recorded',
    (error: { code: string }) => error.code,
  );
  // Of eight, eight have voted by then: a small box tells no more than the result does.
  expect(after).toBe('recorded');
  await expect(close(polling, ballot)).rejects.toMatchObject(code('BOX_WAITING'));
  await witness(polling, box);
  await expect(close(polling, ballot)).rejects.toMatchObject(code('BOX_WAITING'));
  const [small] = await waiting();
  await witness(polling, small!);
  const closed = await close(polling, ballot);
  expect(closed).toMatchObject({ votes: [5, 2, 0], paperVotes: [5, 1, 0] });
});

const waiting = async (): Promise<PaperBoxRow[]> =>
  polling.database.dataSource.query(
    `select community_id as "communityId", id, counts from ballot_paper_box
     where state = 'waiting'`,
  );

test('a paper and a token are one vote', async () => {
  const ballot = await openFor(polling, voters);
  const three = voters.slice(0, 3);
  const box = await recordBox(polling, ballot, three, [1, 1, 1]);
  await expect(take(polling, ballot, three[0]!)).rejects.toMatchObject(code('PAPER_TAKEN'));
  await expect(recuse(polling, ballot, three[0]!)).rejects.toMatchObject(code('PAPER_TAKEN'));
  const again = recordBox(polling, ballot, voters.slice(2, 5), [3, 0, 0]);
  await expect(again).rejects.toMatchObject(code('PAPER_TAKEN', 'takers', '0'));
  await take(polling, ballot, voters[4]!);
  const online = recordBox(polling, ballot, voters.slice(3, 7), [3, 0, 0]);
  await expect(online).rejects.toMatchObject(code('TOKEN_TAKEN', 'takers', '1'));
  await recuse(polling, ballot, voters[5]!);
  const aside = recordBox(polling, ballot, [voters[3]!, ...voters.slice(5)], [3, 0, 0]);
  await expect(aside).rejects.toMatchObject(code('RECUSED_FROM_BALLOT', 'takers', '1'));
  expect(await reject(box)).toMatchObject({ state: 'rejected', rejectReason: 'Counted wrong.' });
  await cast(polling, ballot, await take(polling, ballot, three[0]!));
  expect(await close(polling, ballot)).toMatchObject({ votes: [1, 0, 0], paperVotes: [0, 0, 0] });
});

test('the witness is another person and counts the same', async () => {
  const ballot = await openFor(polling, voters);
  const box = await recordBox(polling, ballot, voters.slice(0, 4), [2, 1, 0]);
  const { cadre } = polling.world.home;
  const own = witness(polling, box, box.counts, cadre.actor);
  await expect(own).rejects.toMatchObject(code('SECOND_PERSON_NEEDED'));
  const otherwise = witness(polling, box, [1, 2, 0]);
  await expect(otherwise).rejects.toMatchObject(code('COUNTS_DIFFER', 'counts'));
  const short = witness(polling, box, [2, 1]);
  await expect(short).rejects.toMatchObject(code('COUNTS_UNLIKE_CHOICES', 'counts'));
  for (const actor of [polling.world.outsider.actor, polling.world.other.cadre.actor])
    await expect(witness(polling, box, box.counts, actor)).rejects.toMatchObject(code('FORBIDDEN'));
  const { members } = polling.world.home;
  const stranger = witness(polling, box, box.counts, members[0].actor);
  await expect(stranger).rejects.toMatchObject(code('FORBIDDEN'));
  const elector = { ...voters[6]!, personId: polling.world.outsider.id };
  expect(await witness(polling, box, box.counts, elector)).toMatchObject({ state: 'witnessed' });
  await expect(witness(polling, box)).rejects.toMatchObject(code('BOX_DECIDED'));
  await expect(reject(box)).rejects.toMatchObject(code('BOX_DECIDED'));
  expect((await close(polling, ballot)).votes).toEqual([2, 1, 0]);
});

test('a small box is refused while others may still vote', async () => {
  const ballot = await openFor(polling, voters);
  const small = recordBox(polling, ballot, voters.slice(0, 4), [1, 1, 0]);
  const said = code('BOX_TOO_SMALL', 'counts');
  await expect(small).rejects.toMatchObject(said);
  for (const who of voters.slice(2)) await take(polling, ballot, who);
  await expect(recordBox(polling, ballot, voters.slice(0, 1), [1, 0, 0])).rejects.toMatchObject(
    said,
  );
  await expect(recordBox(polling, ballot, voters.slice(0, 2), [0, 0, 0])).rejects.toMatchObject(
    said,
  );
  const box = await recordBox(polling, ballot, voters.slice(0, 2), [1, 1, 0]);
  expect(await witness(polling, box)).toMatchObject({ papers: 2, state: 'witnessed' });
});

test('after the last moment one small box is taken, so that no vote is lost, and no second', async () => {
  const ballot = await openFor(polling, voters);
  await take(polling, ballot, voters[5]!);
  const now = afterwards(ballot);
  const few = (n: number, how = {}) =>
    recordBox(polling, ballot, voters.slice(n, n + 1), [1, 0, 0], how);
  const said = code('BOX_TOO_SMALL', 'counts');
  await expect(few(0)).rejects.toMatchObject(said);
  const both = await Promise.allSettled([few(0, { now }), few(1, { now })]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(refused.reason).toMatchObject(said);
  const [box] = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  await reject(box!);
  await witness(polling, await recordBox(polling, ballot, voters.slice(0, 2), [1, 1, 0], { now }));
  expect(await close(polling, ballot)).toMatchObject({ votes: [1, 1, 0], tookPart: 2 });
});

test('what no box can hold is refused where it stands', async () => {
  const ballot = await openFor(polling, voters.slice(0, 6));
  const recorded = (takers: readonly Actor[], counts: readonly number[], actor?: Actor) =>
    recordBox(polling, ballot, takers, counts, actor ? { actor } : {});
  const four = voters.slice(0, 4);
  await expect(recorded(four, [5, 0, 0])).rejects.toMatchObject(code('PAPERS_TOO_MANY', 'counts'));
  await expect(recorded(four, [4, -1, 0])).rejects.toMatchObject(
    code('PAPERS_RANGE', 'counts', '1'),
  );
  await expect(recorded(four, [4])).rejects.toMatchObject(code('COUNTS_UNLIKE_CHOICES', 'counts'));
  await expect(recorded([], [3, 0, 0])).rejects.toMatchObject(code('ELECTORS_COUNT', 'takers'));
  const twice = recorded([...four, four[0]!], [3, 0, 0]);
  await expect(twice).rejects.toMatchObject(code('ELECTOR_TWICE', 'takers', '4'));
  const others = recorded([...four, voters[7]!], [3, 0, 0]);
  await expect(others).rejects.toMatchObject(code('ELECTOR_UNKNOWN', 'takers', '4'));
  for (const actor of [voters[0]!, polling.world.other.cadre.actor])
    await expect(recorded(four, [4, 0, 0], actor)).rejects.toMatchObject(code('FORBIDDEN'));
  const byName = await openFor(polling, voters, { kind: 'roll_call' });
  const named = recordBox(polling, byName, four, [4, 0, 0]);
  await expect(named).rejects.toMatchObject(code('BALLOT_ROLL_CALL'));
  await close(polling, ballot);
  await expect(recorded(four, [4, 0, 0])).rejects.toMatchObject(code('BALLOT_CLOSED'));
});

test('of a household, whoever it was who took the paper', async () => {
  const homes = await moveIn(polling, 3, 2);
  const ballot = await open(polling, 'household');
  const first = homes.filter((_, n) => n % 2 === 0);
  const twice = recordBox(polling, ballot, [...first, homes[1]!], [3, 0, 0]);
  await expect(twice).rejects.toMatchObject(code('ELECTOR_TWICE', 'takers', '3'));
  await recordBox(polling, ballot, first, [3, 0, 0]);
  await expect(take(polling, ballot, homes[1]!)).rejects.toMatchObject(code('PAPER_TAKEN'));
});

test('a token is taken while the same household is marked on paper: one of them', async () => {
  for (let n = 0; n < 6; n += 1) {
    const homes = await moveIn(polling, 3, 2);
    const ballot = await open(polling, 'household');
    const marked = homes.filter((_, each) => each % 2 === 0);
    const told = await Promise.allSettled([
      recordBox(polling, ballot, marked, [1, 1, 1]),
      take(polling, ballot, homes[1]!),
    ]);
    expect(told.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  }
});

test('who counts and who witnesses at the same moment agree on what was counted', async () => {
  for (let n = 0; n < 4; n += 1) {
    const ballot = await openFor(polling, voters);
    const box = await recordBox(polling, ballot, voters.slice(0, 3), [3, 0, 0]);
    const [closed] = await Promise.allSettled([close(polling, ballot), witness(polling, box)]);
    if (closed.status === 'fulfilled') expect(closed.value.votes).toEqual([3, 0, 0]);
    else expect(closed.reason).toMatchObject(code('BOX_WAITING'));
  }
});

test('nothing of a box tells one of its voters from another', async () => {
  const many = await moveIn(polling, 30, 1);
  const ballot = await openFor(polling, many);
  const shuffled = many.map((who) => ({ who, at: Math.random() })).sort((a, b) => a.at - b.at);
  const box = await recordBox(
    polling,
    ballot,
    shuffled.map(({ who }) => who),
    [10, 10, 10],
  );
  await witness(polling, box);
  await close(polling, ballot);
  const names = new Map(many.map(({ residences: [own] }) => [own!.residentId, own!.residentId]));
  const traces = await tracesOf(polling.database.dataSource, [], names);
  const marks = traces.filter(({ where }) => where.startsWith('ballot_paper_'));
  expect(marks.map(({ where }) => where)).toContain('ballot_paper_mark.unit_id by ctid');
  for (const { where, ranks } of marks.filter((each) => !/by (ctid|unit_id)$/.test(each.where)))
    expect([where, new Set(ranks.values()).size]).toEqual([where, 1]);
  const [lie] = marks.filter(({ where }) => where === 'ballot_paper_mark.unit_id by ctid');
  const ordered = [...lie!.ranks].sort(([, a], [, b]) => a - b).map(([who]) => who);
  expect(ordered).toEqual([...names.keys()].sort());
});
