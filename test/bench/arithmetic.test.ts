import { median, percentile, ratioOf, speedOf, type Round } from '../../bench/arithmetic';
import { ALSO_IN_CITY, inCity, IN_CITY } from '../../bench/city-metrics';
import { METRICS } from '../../bench/metrics';
import { asJson, verdict, written, type Report } from '../../bench/report';
import { withWholes } from '../../bench/wholes';

test('the median is the one in the middle, or lies between the two', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([10, 9])).toBe(9.5);
  expect(() => median([])).toThrow();
});

test('a percentile is a value that was seen', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(percentile(hundred, 0.99)).toBe(99);
  expect(percentile(hundred, 1)).toBe(100);
  expect(percentile([7], 0.99)).toBe(7);
  expect(() => percentile([], 0.5)).toThrow();
});

test('speed is what came within the slice; where nothing came, a call takes all of it', () => {
  expect(speedOf([1, 2, 3, 10], 500)).toEqual({ perSecond: 8, meanMs: 4, p99Ms: 10 });
  expect(speedOf([], 500)).toEqual({ perSecond: 0, meanMs: 500, p99Ms: 500 });
});

const rounds = (...speeds: [ours: number, theirs: number][]): Round[] =>
  speeds.map(([ours, theirs]) => ({
    ours: { perSecond: ours },
    theirs: { perSecond: theirs },
  }));
const ratio = (given: Round[]) =>
  ratioOf(
    given,
    (round) => round.ours?.perSecond ?? NaN,
    (round) => round.theirs?.perSecond ?? NaN,
  );

test('a ratio is taken round by round, so that what slows both changes nothing', () => {
  expect(ratio(rounds([100, 10], [50, 5], [240, 20]))).toEqual({
    median: 10,
    min: 10,
    max: 12,
    inconclusive: true,
  });
  expect(ratio(rounds([100, 10], [50, 5])).inconclusive).toBe(false);
});

test('nothing is concluded where the reference varied more than threefold', () => {
  expect(ratio(rounds([1, 10], [1, 30])).inconclusive).toBe(false);
  expect(ratio(rounds([1, 10], [1, 30.1])).inconclusive).toBe(true);
  expect(ratio(rounds([1, 10], [1, 0])).inconclusive).toBe(true);
  expect(ratio(rounds([1, 10], [1, NaN])).inconclusive).toBe(true);
});

const [hot] = METRICS;
if (!hot) throw new Error('There are no metrics');

test('the best of pgbench is what we are compared with', () => {
  const round: Round = {
    'hot pgbench 1': { perSecond: 1000 },
    'hot pgbench 16': { perSecond: 2000 },
    'hot pgbench 64': { perSecond: 500 },
    'hot record 64': { perSecond: 30_000 },
  };
  expect(hot.ours(round) / hot.reference(round)).toBe(15);
  expect(() => hot.reference({ 'hot record 64': { perSecond: 1 } })).toThrow();
});

test('every arm that a metric names is told apart, and ids are those of the table', () => {
  expect(METRICS.map(({ id }) => id)).toEqual([
    1, 2, 3.1, 3.2, 4, 5, 6.1, 6.2, 7, 9.1, 9.2, 9.3, 10,
  ]);
});

const steady = (value: number) => ({
  ...{ median: value, min: value, max: value, inconclusive: false },
});

test('a verdict knows which way is better', () => {
  const growth = METRICS.find(({ id }) => id === 9.2);
  if (!growth) throw new Error('9.2 is gone');
  expect(verdict({ metric: hot, ratio: steady(15) })).toBe('goal');
  expect(verdict({ metric: hot, ratio: steady(8) })).toBe('floor');
  expect(verdict({ metric: hot, ratio: steady(7.9) })).toBe('below the floor');
  expect(verdict({ metric: growth, ratio: steady(1.5) })).toBe('goal');
  expect(verdict({ metric: growth, ratio: steady(3) })).toBe('floor');
  expect(verdict({ metric: growth, ratio: steady(3.1) })).toBe('below the floor');
  expect(verdict({ metric: hot, ratio: { ...steady(15), inconclusive: true } })).toBe(
    'inconclusive',
  );
  expect(written(steady(1.234))).toBe('1.23 [1.23..1.23]');
});

const report = (broken: string[], ...commits: string[]): Report => ({
  figures: [{ metric: hot, ratio: steady(9) }],
  sessions: commits.map((synchronous_commit) => ({ fsync: 'on', synchronous_commit })),
  broken,
  machine: {
    ...{ cores: 2, processor: 'any', memoryGiB: 4, system: 'any', node: '20', postgres: '18' },
    fsyncMs: 1,
  },
  against: 'pgbench',
  settings: {},
  seconds: 1,
});

test('the line of --json has what was agreed on, on one line', () => {
  const line = asJson(report([], 'on', 'on'));
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toEqual({
    metrics: [{ id: 1, name: hot.name, median: 9, min: 9, max: 9, floor: 8, goal: 15 }],
    valid: true,
    fsync: 'on',
    synchronous_commit: 'on',
  });
});

test('one session that waits for nothing is not hidden by the others', () => {
  expect(JSON.parse(asJson(report(['Broken'], 'on', 'off', 'on')))).toMatchObject({
    valid: false,
    synchronous_commit: 'off, on',
  });
});

test('a row of parts is its worst one, whichever way is better', () => {
  const figures = [
    ...IN_CITY.slice(0, 2).map((part, i) => ({
      metric: inCity(part, i),
      ratio: steady(1 - i / 2),
    })),
    ...ALSO_IN_CITY.slice(0, 3).map((metric, i) => ({ metric, ratio: steady(1 + i) })),
  ];
  const rows = withWholes(figures).map(({ metric, ratio: { median: value } }) => [
    metric.id,
    value,
    metric.partOf === undefined,
  ]);
  expect(rows).toEqual([
    ...[
      [8, 0.5, true],
      [8.1, 1, false],
      [8.2, 0.5, false],
    ],
    ...[
      [9.1, 2, true],
      [9.11, 1, false],
      [9.12, 2, false],
      [9.2, 3, true],
    ],
  ]);
});
