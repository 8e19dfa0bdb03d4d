import { readAmount } from '../../web/public/give/amounts';
import { minorOf } from '../../web/kit/sums';
import { becomes, shareOf } from '../../web/public/give/becomes';
import { dayBefore, daysUntil } from '../../web/public/give/days';
import type { Step } from '../../web/public/give/way-step';
import { layOut, STREAM, WIDE } from '../../web/public/give/way-layout';
import { wrap } from '../../web/public/give/way-lines';

const cny = (amount: string) => ({ amount, currency: 'CNY' });

describe('what a gift becomes by a match', () => {
  test.each([
    ['100', 100, '2000.00', '100.00', '200.00', false],
    ['0.01', 50, '2000.00', '0.00', '0.01', false],
    ['33.33', 50, '2000.00', '16.66', '49.99', false],
    ['100', 100, '20.50', '20.50', '120.50', true],
    ['100', 100, '0.00', '0.00', '100.00', true],
  ])('%s at %d%% with %s left', (given, percent, left, added, whole, isLess) => {
    const shown = { added: cny(added), whole: cny(whole), isLess };
    expect(becomes(given, { percent, left: cny(left) })).toMatchObject(shown);
  });

  test('currencies without small change have none here either', () => {
    const left = { amount: '5000', currency: 'JPY' };
    expect(becomes('999', { percent: 50, left })?.added.amount).toBe('499');
    expect(becomes('1.5', { percent: 50, left })).toBeNull();
  });

  test.each(['', '0', 'x', '-1', '1.234', '1e3', '.5'])('%p becomes nothing', (typed) => {
    expect(becomes(typed, { percent: 100, left: cny('2000.00') })).toBeNull();
  });

  test('a currency has the places that it has', () => {
    expect(minorOf('12.5', 'CNY')).toBe(1250n);
    expect(minorOf('1250', 'JPY')).toBe(1250n);
    expect(minorOf('12.5', 'JPY')).toBeNull();
  });

  test('a goal that is passed is full, and no more', () => {
    expect(shareOf(cny('12.00'), cny('48.00'))).toBe(0.25);
    expect(shareOf(cny('60.00'), cny('48.00'))).toBe(1);
    expect(shareOf(cny('0.00'), cny('48.00'))).toBe(0);
  });
});

test.each([
  ['1,000', '1000'],
  ['￥１００．５０', '100.50'],
  ['100 元', '100'],
  ['1，000', '1000'],
  ['abc', 'abc'],
])('%s is read as %s', (typed, read) => {
  expect(readAmount(typed)).toBe(read);
});

test('days are counted on the clocks of the place, the last one included', () => {
  const evening = new Date('2026-11-26T16:30:00Z');
  expect(daysUntil('2026-11-28', 'Asia/Shanghai', evening)).toBe(1);
  expect(daysUntil('2026-11-28', 'Europe/London', evening)).toBe(2);
  expect(daysUntil('2026-11-01', 'Asia/Shanghai', evening)).toBe(0);
  expect(dayBefore('2026-03-01')).toBe('2026-02-28');
});

describe('the picture of a way', () => {
  const step = (minor: bigint, ...onward: Step[]): Step => ({
    ...{ label: '邻里', says: null, when: null, look: 'through', minor, onward },
  });

  test('there is a stream for each end; they lie side by side and add up', () => {
    const way = step(100n, step(75n, step(50n), step(25n)), step(25n));
    const { placed, streams, height } = layOut(way, () => '¥1');
    expect(placed.map(({ depth }) => depth)).toEqual([0, 1, 2, 2, 1]);
    expect(placed.map(({ width }) => width / STREAM)).toEqual([1, 0.75, 0.5, 0.25, 0.25]);
    expect(streams.map(({ width }) => width / STREAM)).toEqual([0.5, 0.25, 0.25]);
    // They begin at the top beside each other, what leaves first on the right.
    const begins = streams.map(({ path }) => Number(/^M([\d.]+)/.exec(path)?.[1]));
    expect(begins.map((x) => (placed[0]!.x + STREAM - x) / STREAM)).toEqual([0.25, 0.625, 0.875]);
    // Each ends beside its own words.
    const ends = [placed[2], placed[3], placed[4]].map((each) => each?.y);
    expect(streams.map(({ y }) => y)).toEqual(ends);
    const ys = placed.map(({ y }) => y);
    expect(ys).toEqual([...ys].sort((one, other) => one - other));
    expect(height).toBeGreaterThan(ys.at(-1)!);
    expect(Math.max(...placed.map(({ textX }) => textX))).toBeLessThan(WIDE / 2);
  });

  test('a part that is nearly nothing is still seen, and many of them stay in the stream', () => {
    const thin = layOut(step(1_000_000n, step(1n), step(999_999n)), () => '¥1');
    expect(thin.streams[0]?.width).toBeGreaterThan(1);
    const months = Array.from({ length: 60 }, () => step(1n));
    const { placed } = layOut(step(60n, ...months), () => '¥1');
    expect(placed[0]?.width).toBeCloseTo(STREAM);
  });

  test('long names take two lines, and what is left out is marked', () => {
    expect(wrap('启动并完成首批服务', 100, 2)).toEqual(['启动并完成首批', '服务']);
    expect(wrap('Repair the handrails of five courtyards', 160, 2)).toEqual([
      'Repair the',
      'handrails of five…',
    ]);
    // A day is not torn apart.
    expect(wrap('2026年11月26日付款 · 2026年11月26日验收', 230, 2)).toEqual([
      '2026年11月26日付款 ·',
      '2026年11月26日验收',
    ]);
  });
});
