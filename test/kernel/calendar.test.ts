import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dayOf,
  monthOf,
  monthPeriod,
  readDay,
  readPeriod,
  startOf,
} from '../../src/kernel/calendar';
import { refusalOf } from '../support/refusal-of';

const SHANGHAI = 'Asia/Shanghai';

describe('where the community is', () => {
  test('a month ends at its own midnight, not at that of London', () => {
    const last = new Date('2026-11-30T15:59:59.999Z');
    const next = new Date('2026-11-30T16:00:00.000Z');
    expect([dayOf(last, SHANGHAI), monthOf(last, SHANGHAI)]).toEqual(['2026-11-30', '2026-11']);
    expect([dayOf(next, SHANGHAI), monthOf(next, SHANGHAI)]).toEqual(['2026-12-01', '2026-12']);
    expect(monthOf(next, 'UTC')).toBe('2026-11');
    expect(startOf('2026-12-01', SHANGHAI)).toEqual(next);
  });

  test('every moment lies in its own day', () => {
    const zones = fc.constantFrom(SHANGHAI, 'UTC', 'America/New_York', 'Pacific/Kiritimati');
    const moments = fc.date({
      min: new Date('2000-01-01Z'),
      max: new Date('2100-01-01Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, zones, (moment, zone) => {
        const day = dayOf(moment, zone);
        expect(startOf(day, zone).getTime()).toBeLessThanOrEqual(moment.getTime());
        expect(startOf(addDays(day, 1), zone).getTime()).toBeGreaterThan(moment.getTime());
      }),
    );
  });
});

describe('a period', () => {
  test('of a month is half-open', () => {
    expect(monthPeriod('2026-11', [])).toEqual({ from: '2026-11-01', until: '2026-12-01' });
    expect(monthPeriod('2026-12', [])).toEqual({ from: '2026-12-01', until: '2027-01-01' });
    expect(monthPeriod('2028-02', [])).toEqual({ from: '2028-02-01', until: '2028-03-01' });
  });

  const NO_MONTHS = ['', '2026', '2026-13', '2026-00', '2026-1', '26-11', '2026-11-01', ' 2026-11'];
  test.each([...NO_MONTHS, '0000-01', 'x'])('%j is no month: MONTH_UNREADABLE', (month) => {
    expect(refusalOf(() => monthPeriod(month, ['month']))).toMatchObject({
      code: 'MONTH_UNREADABLE',
      path: ['month'],
    });
  });

  test('holds a day at least', () => {
    const period = { from: '2026-11-01', until: '2026-11-02' };
    expect(readPeriod(period, ['period'])).toEqual(period);
    for (const until of ['2026-11-01', '2026-10-31'])
      expect(refusalOf(() => readPeriod({ ...period, until }, ['period']))).toMatchObject({
        code: 'PERIOD_EMPTY',
        path: ['period', 'until'],
      });
  });

  test('begins and ends on days of the calendar', () => {
    const bad = { from: '2026-02-30', until: '2026-03-01' };
    expect(refusalOf(() => readPeriod(bad, ['p']))).toMatchObject({
      code: 'DAY_UNREADABLE',
      path: ['p', 'from'],
    });
  });
});

describe('a day', () => {
  test.each(['2026-11-22', '2028-02-29', '1949-10-01'])('%s exists', (day) => {
    expect(readDay(day, [])).toBe(day);
  });

  test.each([
    '2026-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-1-1',
    '20261122',
    '2026-W10-1',
    '2026-326',
    '2026-11-22T00:00:00Z',
    '0000-01-01',
    '２０２６-11-22',
    '',
  ])('%j does not: DAY_UNREADABLE', (day) => {
    expect(refusalOf(() => readDay(day, ['day']))).toMatchObject({
      code: 'DAY_UNREADABLE',
      path: ['day'],
    });
  });

  test('is counted on by days and months, to the last of a shorter month', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-11-22', 36)).toBe('2029-11-22');
  });
});
