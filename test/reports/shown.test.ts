import fc from 'fast-check';
import { shown } from '../../src/reports/shown';

test('whoever may know is told exactly, at any time', () => {
  for (const people of [0, 1, 4, 5, 312])
    for (const isOver of [true, false])
      expect(shown(people, { isExact: true, isOver })).toEqual({
        ...{ count: people, suppressed: false },
      });
});

test.each([
  ...[0, 1, 4].map((people) => [people, null] as const),
  ...[[5, 5] as const, [7, 5] as const, [8, 10] as const, [12, 10] as const, [13, 15] as const],
])('of %i, everybody else is told %p', (people, count) => {
  const telling = { isExact: false, isOver: true };
  expect(shown(people, telling)).toEqual({ count, suppressed: count === null });
});

test('while a month goes on, no count tells of who came just now', () => {
  for (const people of [0, 4, 5, 7, 8, 312])
    expect(shown(people, { isExact: false, isOver: false })).toEqual({
      ...{ count: null, suppressed: true },
    });
});

test('a rest of fewer than five cannot be told by subtracting what is told', () => {
  const told = (people: number) => shown(people, { isExact: false, isOver: true }).count;
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 2000 }), fc.integer({ min: 1, max: 4 }), (part, rest) => {
      const [partTold, wholeTold] = [told(part), told(part + rest)];
      // Every rest with which some part and whole would be told as these are.
      const others = [1, 2, 3, 4].filter((other) =>
        [-4, -3, -2, -1, 0, 1, 2, 3, 4].some(
          (off) => told(part + off) === partTold && told(part + off + other) === wholeTold,
        ),
      );
      expect(others.length).toBeGreaterThan(1);
    }),
  );
});
