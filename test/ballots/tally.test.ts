import fc from 'fast-check';
import { neededOf, tally, type BallotRule, type Outcome } from '../../src/ballots/tally';

const half = { num: 1, den: 2, strict: true };
const rule = (more: Partial<BallotRule> = {}): BallotRule => ({
  quorum: { num: 4, den: 5, strict: false },
  passes: half,
  ...{ passesOf: 'base', favoured: 0, ...more },
});

test.each([
  [21, 17],
  [20, 16],
  [19, 16],
  [5, 4],
  [1, 1],
])('4/5 of %i are %i', (base, needed) => {
  expect(neededOf({ num: 4, den: 5, strict: false }, base)).toBe(needed);
});

test.each([
  [21, 11],
  [20, 11],
  [2, 2],
  [1, 1],
  [0, 1],
])('more than half of %i are %i', (base, needed) => {
  expect(neededOf(half, base)).toBe(needed);
});

test.each<[string, Partial<BallotRule>, number, number[], Outcome]>([
  ['one is missing at the quorum', {}, 21, [16, 0, 0], 'no_quorum'],
  ['just enough take part', {}, 21, [11, 6, 0], 'passed'],
  ['abstentions are presence', {}, 21, [11, 0, 6], 'passed'],
  ['one is missing in favour', {}, 21, [10, 0, 7], 'rejected'],
  ['half is not more than half', {}, 20, [10, 10, 0], 'rejected'],
  ['half is at least half', { passes: { ...half, strict: false } }, 20, [10, 10, 0], 'passed'],
  ['more than half of the votes', { passesOf: 'votes' }, 21, [9, 8, 0], 'passed'],
  ['abstentions are votes, too', { passesOf: 'votes' }, 21, [9, 0, 9], 'rejected'],
  ['the favoured choice need not be the first', { favoured: 1 }, 21, [6, 11, 0], 'passed'],
  [
    'nobody came, and nobody had to',
    { quorum: { num: 0, den: 1, strict: false }, passesOf: 'votes', passes: { ...half, num: 0 } },
    21,
    [0, 0, 0],
    'rejected',
  ],
])('%s', (_what, more, base, votes, outcome) => {
  expect(tally(rule(more), base, votes).outcome).toBe(outcome);
});

test('the arithmetic is told', () => {
  expect(tally(rule(), 21, [11, 4, 2])).toEqual({
    ...{ base: 21, quorumNeeded: 17, tookPart: 17, passNeeded: 11, inFavour: 11 },
    outcome: 'passed',
  });
});

const share = fc
  .record({ den: fc.integer({ min: 1, max: 100 }), part: fc.nat(100), strict: fc.boolean() })
  .map(({ den, part, strict }) => ({ num: Math.min(part, strict ? den - 1 : den), den, strict }));
const whole = fc.integer({ min: 0, max: 2_000_000 });

test('what is needed is the smallest number that is the share', () => {
  fc.assert(
    fc.property(share, whole, (each, of) => {
      const is = (n: number) =>
        each.strict ? n * each.den > each.num * of : n * each.den >= each.num * of;
      const needed = neededOf(each, of);
      expect(is(needed)).toBe(true);
      expect(needed > 0 && is(needed - 1)).toBe(false);
    }),
  );
});

test('a share can be reached: all are enough', () => {
  fc.assert(
    fc.property(share, fc.integer({ min: 1, max: 2_000_000 }), (each, of) => {
      expect(neededOf(each, of)).toBeLessThanOrEqual(of);
    }),
  );
});

test('one more in favour never turns what passed', () => {
  const votes = fc.array(fc.nat(50), { minLength: 3, maxLength: 3 });
  const rules = fc.record({
    quorum: share,
    passes: share,
    passesOf: fc.constantFrom('base' as const, 'votes' as const),
    favoured: fc.constant(0),
  });
  fc.assert(
    fc.property(rules, votes, (by, [yes = 0, ...others]) => {
      const base = 200;
      if (tally(by, base, [yes, ...others]).outcome !== 'passed') return;
      expect(tally(by, base, [yes + 1, ...others]).outcome).toBe('passed');
    }),
  );
});
