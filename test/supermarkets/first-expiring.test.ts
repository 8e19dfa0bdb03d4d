import fc from 'fast-check';
import { takeInOrder } from '../../src/supermarkets/first-expiring';

const lots = (...stock: number[]) => stock.map((each, n) => ({ n, stock: each }));
const parts = (stock: number[], quantity: number) => {
  const { taken, missing } = takeInOrder(lots(...stock), quantity);
  return { taken: taken.map(({ lot, quantity: of }) => [lot.n, of]), missing };
};

test('one lot is used up before the next is touched', () => {
  expect(parts([2, 5], 1)).toEqual({ taken: [[0, 1]], missing: 0 });
  expect(parts([2, 5], 2)).toEqual({ taken: [[0, 2]], missing: 0 });
  expect(parts([2, 5], 3)).toEqual({
    taken: [
      [0, 2],
      [1, 1],
    ],
    missing: 0,
  });
  expect(parts([2, 5], 8)).toEqual({
    taken: [
      [0, 2],
      [1, 5],
    ],
    missing: 1,
  });
  expect(parts([], 1)).toEqual({ taken: [], missing: 1 });
});

test('it takes what is asked for, never more than there is, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 200 }), (stock, quantity) => {
      const { taken, missing } = takeInOrder(lots(...stock), quantity);
      expect(taken.reduce((sum, part) => sum + part.quantity, 0) + missing).toBe(quantity);
      expect(taken.every(({ lot, quantity: of }) => of > 0 && of <= lot.stock)).toBe(true);
      expect(missing === 0 || taken.every(({ lot, quantity: of }) => of === lot.stock)).toBe(true);
      // Only the last lot touched may have something left.
      expect(taken.slice(0, -1).every(({ lot, quantity: of }) => of === lot.stock)).toBe(true);
    }),
  );
});
