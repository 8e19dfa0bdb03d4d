import { readName, readReason, readText } from '../../src/kernel/text';
import { refusalOf } from '../support/refusal-of';

test('a line is trimmed and written in one way', () => {
  expect(readText('  Yongle  ', 10, [])).toBe('Yongle');
  expect(readText('e\u0301', 1, [])).toBe('\u00e9');
});

test('its length is counted in characters as people see them, to the last', () => {
  expect(readName('社'.repeat(100), [])).toHaveLength(100);
  expect(readText('𠮷'.repeat(3), 3, [])).toBe('𠮷𠮷𠮷');
  expect(readReason('x'.repeat(2000), [])).toHaveLength(2000);
  for (const text of ['', '   ', '社'.repeat(101)])
    expect(refusalOf(() => readName(text, ['name']))).toMatchObject({
      code: 'TEXT_LENGTH',
      facts: { longest: 100 },
      path: ['name'],
    });
  expect(refusalOf(() => readReason('x'.repeat(2001), []))?.code).toBe('TEXT_LENGTH');
});

test('what cannot be typed is left out: PostgreSQL would refuse it', () => {
  expect(readName('Yong\u0000le\u001b\u007f', [])).toBe('Yongle');
  expect(readReason('one\ntwo\tthree', [])).toBe('one\ntwo\tthree');
  expect(refusalOf(() => readName('\u0000', []))?.code).toBe('TEXT_LENGTH');
  expect(readName('Yong\ud800le\udfff 𠮷', [])).toBe('Yongle 𠮷');
  expect(refusalOf(() => readName('\ud800', []))?.code).toBe('TEXT_LENGTH');
});
