import fc from 'fast-check';
import { readEan } from '../../src/supermarkets/ean';

const read = (text: string) => readEan(text, ['ean']);

test.each(['4006381333931', '6901234567892', '73513537', '96385074', ' 4006381333931 '])(
  'reads %j',
  (ean) => {
    expect(read(ean)).toBe(ean.trim());
  },
);

test.each([
  '',
  '123',
  '400638133393',
  '40063813339310',
  '400638133393X',
  '４００６３８１３３３９３１',
])('%j is no EAN', (text) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code: 'EAN_DIGITS', path: ['ean'] }));
});

test('a slip in one digit is always found', () => {
  const digits = fc.integer({ min: 0, max: 12 });
  fc.assert(
    fc.property(digits, fc.integer({ min: 1, max: 9 }), (at, by) => {
      const right = [...'4006381333931'];
      right[at] = String((Number(right[at]) + by) % 10);
      expect(() => read(right.join(''))).toThrow(
        expect.objectContaining({ code: 'EAN_CHECK_DIGIT' }),
      );
    }),
  );
});
