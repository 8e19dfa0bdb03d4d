import fc from 'fast-check';
import {
  amount,
  fromDecimal,
  LARGEST_AMOUNT,
  positive,
  split,
  toDecimal,
  total,
  type Asset,
} from '../../src/kernel/amount';
import { currency, CURRENCIES, readMoney } from '../../src/kernel/currency';
import { refusalOf } from '../support/refusal-of';

const CNY = currency('CNY');
const JPY = currency('JPY');
const CREDIT: Asset = { id: 'credit', code: 'credit', kind: 'credits', scale: 0 };

const read = (text: string, asset: Asset = CNY) => fromDecimal(asset, text, ['amount']).minor;
const code = (text: string, asset: Asset = CNY) => refusalOf(() => read(text, asset));

describe('reading a decimal', () => {
  test.each([
    ['8.80', 880n],
    ['8.8', 880n],
    ['8', 800n],
    ['0.01', 1n],
    ['007.50', 750n],
    [' 1.00 ', 100n],
    ['1.000', 100n],
    ['100000000000.00', LARGEST_AMOUNT],
  ])('%s yuan', (text, minor) => expect(read(text)).toBe(minor));

  test.each([
    ['', 'AMOUNT_UNREADABLE'],
    ['.5', 'AMOUNT_UNREADABLE'],
    ['5.', 'AMOUNT_UNREADABLE'],
    ['1,000', 'AMOUNT_UNREADABLE'],
    ['1e3', 'AMOUNT_UNREADABLE'],
    ['0x10', 'AMOUNT_UNREADABLE'],
    ['+1', 'AMOUNT_UNREADABLE'],
    ['--1', 'AMOUNT_UNREADABLE'],
    ['NaN', 'AMOUNT_UNREADABLE'],
    ['١٢', 'AMOUNT_UNREADABLE'],
    ['一', 'AMOUNT_UNREADABLE'],
    ['1'.repeat(21), 'AMOUNT_UNREADABLE'],
    ['0.001', 'AMOUNT_TOO_FINE'],
    ['-0.001', 'AMOUNT_TOO_FINE'],
    ['0', 'AMOUNT_NOT_POSITIVE'],
    ['0.00', 'AMOUNT_NOT_POSITIVE'],
    ['-0', 'AMOUNT_NOT_POSITIVE'],
    ['-1', 'AMOUNT_NOT_POSITIVE'],
    ['100000000000.01', 'AMOUNT_TOO_LARGE'],
    ['9'.repeat(20), 'AMOUNT_TOO_LARGE'],
  ])('%s is refused: %s', (text, says) => {
    expect(code(text)).toMatchObject({ code: says, path: ['amount'] });
  });

  test('a yen has no part', () => {
    expect(read('5', JPY)).toBe(5n);
    expect(read('5.0', JPY)).toBe(5n);
    expect(code('5.5', JPY)).toMatchObject({ code: 'AMOUNT_TOO_FINE', facts: { places: 0 } });
  });

  test('a refusal repeats no more than forty characters of what was given', () => {
    expect(code('x'.repeat(5000))?.facts.given).toHaveLength(40);
  });
});

test('what is written is read again, to the last minor unit', () => {
  const scales = fc.integer({ min: 0, max: 4 });
  const minors = fc.bigInt({ min: 1n, max: LARGEST_AMOUNT });
  fc.assert(
    fc.property(scales, minors, (scale, minor) => {
      const asset: Asset = { ...CREDIT, scale };
      const text = toDecimal({ asset, minor });
      expect(text.split('.')[1]?.length ?? 0).toBe(scale);
      expect(fromDecimal(asset, text, []).minor).toBe(minor);
      expect(toDecimal({ asset, minor: -minor })).toBe(`-${text}`);
    }),
  );
});

test('amounts are written with all places', () => {
  expect([880n, 5n, 0n, -5n, -880n].map((minor) => toDecimal(amount(CNY, minor)))).toEqual([
    '8.80',
    '0.05',
    '0.00',
    '-0.05',
    '-8.80',
  ]);
  expect(toDecimal(amount(JPY, 12))).toBe('12');
});

test('money is in the currency expected, and says which where it is not', () => {
  const given = { amount: '1.00', currency: 'USD' } as const;
  expect(readMoney({ ...given, currency: 'CNY' }, CNY, ['amount']).minor).toBe(100n);
  expect(refusalOf(() => readMoney(given, CNY, ['amount']))).toMatchObject({
    code: 'WRONG_CURRENCY',
    facts: { expected: 'CNY' },
    path: ['amount', 'currency'],
  });
});

test('every currency is an asset of its own, the same at every asking', () => {
  const ids = CURRENCIES.map((each) => currency(each).id);
  expect(new Set(ids).size).toBe(CURRENCIES.length);
  expect(currency('CNY')).toEqual(CNY);
  // The migration wrote these ids down: they can never change.
  expect(CNY.id).toBe('8175ea63-d5d0-519e-a9bb-3a4c53fd8a08');
});

test('totals are of one asset', () => {
  expect(total([amount(CNY, 1), amount(CNY, 2)])).toEqual(amount(CNY, 3));
  expect(total([], CNY)).toEqual(amount(CNY, 0));
  expect(() => total([])).toThrow('needs its asset');
  expect(() => total([amount(CNY, 1), amount(JPY, 1)])).toThrow('Cannot add JPY to CNY');
});

test('an amount is between one minor unit and the largest', () => {
  expect(positive(amount(CNY, 1), []).minor).toBe(1n);
  expect(positive(amount(CNY, LARGEST_AMOUNT), []).minor).toBe(LARGEST_AMOUNT);
  expect(refusalOf(() => positive(amount(CNY, 0), []))?.code).toBe('AMOUNT_NOT_POSITIVE');
  expect(refusalOf(() => positive(amount(CNY, LARGEST_AMOUNT + 1n), []))?.code).toBe(
    'AMOUNT_TOO_LARGE',
  );
});

describe('splitting', () => {
  const parts = (minor: bigint, ...weights: bigint[]) =>
    split(amount(CNY, minor), weights).map((part) => part.minor);

  test('gives the largest remainders what is left, the earlier of equals first', () => {
    expect(parts(103n, 1n, 1n)).toEqual([52n, 51n]);
    expect(parts(100n, 1n, 1n, 1n)).toEqual([34n, 33n, 33n]);
    expect(parts(100n, 1n, 2n, 3n)).toEqual([17n, 33n, 50n]);
    expect(parts(1n, 1n, 99n)).toEqual([0n, 1n]);
    expect(parts(0n, 1n, 1n)).toEqual([0n, 0n]);
    expect(parts(10n, 0n, 5n)).toEqual([0n, 10n]);
  });

  test('refuses weights of nothing, and less than nothing', () => {
    expect(() => parts(1n)).toThrow('positive');
    expect(() => parts(1n, 0n, 0n)).toThrow('positive');
    expect(() => parts(1n, 2n, -1n)).toThrow('positive');
  });

  test('loses nothing, gives nobody more than a unit too much, and more to the heavier', () => {
    const weights = fc
      .array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 12 })
      .filter((each) => each.some((weight) => weight > 0n));
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: LARGEST_AMOUNT }), weights, (minor, shares) => {
        const given = parts(minor, ...shares);
        const sum = shares.reduce((a, b) => a + b, 0n);
        expect(given.reduce((a, b) => a + b, 0n)).toBe(minor);
        shares.forEach((weight, i) => {
          const exact = minor * weight;
          const part = given[i]! * sum;
          expect(part > exact - sum && part < exact + sum).toBe(true);
          if (weight === 0n) expect(given[i]).toBe(0n);
          shares.forEach((other, j) => {
            if (other > weight) expect(given[j]! >= given[i]!).toBe(true);
          });
        });
      }),
    );
  });
});
