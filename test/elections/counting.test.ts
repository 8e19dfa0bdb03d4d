import { allot } from '../../src/elections/allot';
import { USUAL_RULE } from '../../src/elections/election-rule';
import { reckon, type CountedBallot } from '../../src/elections/reckon';

/** The arithmetic of elections, without a database: each threshold from both sides. */

const ballot = (
  base: number,
  tookPart: number,
  votes: Readonly<Record<string, number>>,
  kind: CountedBallot['kind'] = 'first',
): CountedBallot => ({
  ...{ base, tookPart, kind },
  lines: Object.entries(votes).map(([candidateId, each]) => ({ candidateId, votes: each })),
});

const count = (seats: number, ...ballots: CountedBallot[]) => reckon(seats, USUAL_RULE, ballots);

test.each([
  ['10 of 20 are not more than half', 20, 10, 'no_quorum'],
  ['11 of 20 are', 20, 11, 'filled'],
  ['10 of 19 are more than half', 19, 10, 'filled'],
])('%s', (_what, base, tookPart, state) => {
  expect(count(1, ballot(base, tookPart, { a: tookPart, b: 0 })).state).toBe(state);
});

test.each([
  ['5 of 10 votes are not more than half', 10, 5, 'short'],
  ['6 of 10 are', 10, 6, 'filled'],
  ['5 of 9 are', 9, 5, 'filled'],
])('%s', (_what, tookPart, votes, state) => {
  expect(count(1, ballot(10, tookPart, { a: votes, b: 1 })).state).toBe(state);
});

test('who has the most votes is elected first, and who finds no seat follows in order', () => {
  const told = count(2, ballot(20, 20, { a: 12, b: 18, c: 15, d: 11, e: 10 }));
  expect(told).toEqual({
    ...{
      state: 'filled',
      decided: true,
      missing: 0,
      elected: ['b', 'c'],
      tied: [],
      substitutes: ['a', 'd'],
    },
  });
});

test('as many votes for the last seat are a tie, and those behind them follow them', () => {
  const told = count(2, ballot(20, 20, { a: 12, b: 18, c: 12, d: 11 }));
  expect(told).toMatchObject({ state: 'tied', missing: 1, elected: ['b'], tied: ['a', 'c'] });
  expect(told.substitutes).toEqual(['d']);
});

test('as many votes for seats that there are for all of them are no tie', () => {
  expect(count(2, ballot(20, 20, { a: 12, b: 12 })).state).toBe('filled');
  expect(count(3, ballot(20, 20, { a: 12, b: 12, c: 12, d: 5 })).elected).toEqual(['a', 'b', 'c']);
});

test('in a run-off the order alone counts, and who loses it follows first', () => {
  const first = ballot(20, 20, { a: 12, b: 18, c: 12, d: 11 });
  const told = count(2, first, ballot(20, 11, { a: 2, c: 3 }, 'run_off'));
  expect(told).toMatchObject({ state: 'filled', elected: ['b', 'c'], substitutes: ['a', 'd'] });
});

test('a run-off may end tied again, or find too few', () => {
  const first = ballot(20, 20, { a: 12, b: 12 });
  const again = count(1, first, ballot(20, 12, { a: 6, b: 6 }, 'run_off'));
  expect(again).toMatchObject({ state: 'tied', tied: ['a', 'b'] });
  const few = count(1, first, ballot(20, 10, { a: 6, b: 4 }, 'run_off'));
  expect(few).toMatchObject({ state: 'tied', tied: ['a', 'b'], elected: [] });
});

test('what is left is voted on again, for a third of the votes at least', () => {
  const first = ballot(20, 20, { a: 15, b: 9, c: 8 });
  expect(count(2, first)).toMatchObject({ state: 'short', missing: 1, elected: ['a'] });
  const third = count(2, first, ballot(20, 15, { b: 5, c: 4 }, 'again'));
  expect(third).toMatchObject({ state: 'filled', elected: ['a', 'b'], substitutes: [] });
  expect(count(2, first, ballot(20, 16, { b: 5, c: 4 }, 'again')).state).toBe('short');
});

test('where too few took part, nothing is decided, and the first share still counts', () => {
  const few = ballot(20, 10, { a: 9, b: 1 });
  expect(count(1, few)).toMatchObject({ state: 'no_quorum', decided: false });
  expect(count(1, few, ballot(20, 12, { a: 6, b: 5 }))).toMatchObject({ state: 'short' });
});

test('who is gone since is counted as if nobody had marked them', () => {
  const first = ballot(20, 20, { a: 12, b: 18, c: 12, d: 11 });
  const without = (gone: string[], ...ballots: CountedBallot[]) =>
    reckon(2, USUAL_RULE, ballots, new Set(gone));
  expect(without(['a'], first)).toMatchObject({
    ...{ state: 'filled', elected: ['b', 'c'], tied: [], substitutes: ['d'] },
  });
  expect(without(['d'], first)).toMatchObject({ state: 'tied', tied: ['a', 'c'] });
  const runOff = ballot(20, 11, { a: 4, c: 3 }, 'run_off');
  expect(without(['a'], first, runOff)).toMatchObject({
    ...{ state: 'filled', elected: ['b', 'c'], substitutes: ['d'] },
  });
  expect(without(['b'], first, runOff)).toMatchObject({
    ...{ state: 'filled', elected: ['a', 'c'], substitutes: ['d'] },
  });
  const few = ballot(20, 3, { a: 2, c: 1 }, 'run_off');
  expect(without(['c'], first, few)).toMatchObject({ state: 'filled', elected: ['b', 'a'] });
  expect(without(['a', 'b', 'c'], first)).toMatchObject({ state: 'short', elected: ['d'] });
});

test('nobody is elected without a vote', () => {
  const rule = { ...USUAL_RULE, wins: { num: 0, den: 1, strict: false } };
  expect(reckon(1, rule, [ballot(3, 3, { a: 0 })]).state).toBe('short');
  expect(reckon(1, rule, [ballot(3, 3, { a: 1 })]).state).toBe('filled');
});

const contender = (candidateId: string, votes: number, isCadre = false, fits = true) => ({
  ...{ candidateId, votes, isCadre, fits },
});
const half = (members: number) => Math.floor(members / 2);

test('half of the members may be cadres, and not one more', () => {
  const contenders = [contender('a', 9, true), contender('b', 8, true), contender('c', 7)];
  const [two] = allot([{ seats: 2, contenders }], half);
  expect(two).toEqual({ sit: ['a', 'c'], follow: ['b'], passedOver: ['b'] });
  const four = [...contenders, contender('d', 6)];
  expect(allot([{ seats: 4, contenders: four }], half)[0]!.sit).toEqual(['a', 'b', 'c', 'd']);
});

test('the cadre with the fewest votes gives way, in whichever ward, or the seat is not given', () => {
  const one = { seats: 1, contenders: [contender('a', 5, true), contender('b', 4)] };
  const other = { seats: 1, contenders: [contender('c', 6, true), contender('d', 3, true)] };
  expect(allot([one, other], half).map(({ sit }) => sit)).toEqual([['b'], ['c']]);
  const alone = { seats: 1, contenders: [contender('a', 5, true)] };
  expect(allot([alone, other], half).map(({ sit }) => sit)).toEqual([[], []]);
});

test('who can sit no longer is passed over, and follows on nothing', () => {
  const contenders = [contender('a', 9, false, false), contender('b', 8), contender('c', 7)];
  expect(allot([{ seats: 1, contenders }], half)[0]).toEqual({
    ...{ sit: ['b'], follow: ['c'], passedOver: ['a'] },
  });
});
