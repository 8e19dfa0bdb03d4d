import { cardCodeInGroups, newCardCode, readCardCode } from '../../src/society/card-code';
import { refusalOf } from '../support/refusal-of';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const isCode = (text: string) => {
  try {
    return readCardCode(text, ['code']) === text;
  } catch {
    return false;
  }
};

test('codes are chance: none comes twice, and every digit comes about', () => {
  const codes = Array.from({ length: 500 }, newCardCode);
  expect(new Set(codes).size).toBe(500);
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{18}$/);
  const used = new Set(codes.flatMap((code) => [...code.slice(0, 16)]));
  expect(used.size).toBe(32);
});

test('a code is read as it was scanned, typed or read out', () => {
  const code = newCardCode();
  const grouped = cardCodeInGroups(code);
  expect(grouped).toMatch(/^.{6}-.{6}-.{6}$/);
  const wide = [...code].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
  for (const text of [code, grouped, grouped.toLowerCase(), ` ${code} `, wide])
    expect(readCardCode(text, [])).toBe(code);
  const withLetters = code.replaceAll('0', 'o').replaceAll('1', 'l');
  expect(readCardCode(withLetters, [])).toBe(code);
});

test('any one or two wrong digits are noticed, and any two that changed places', () => {
  const code = newCardCode();
  const at = (place: number, digit: string) =>
    `${code.slice(0, place)}${digit}${code.slice(place + 1)}`;
  for (let place = 0; place < 18; place += 1)
    for (const digit of DIGITS) expect(isCode(at(place, digit))).toBe(digit === code[place]);
  for (let one = 0; one < 18; one += 1)
    for (let other = one + 1; other < 18; other += 1) {
      const swapped = [...code];
      [swapped[one], swapped[other]] = [code[other]!, code[one]!];
      expect(isCode(swapped.join(''))).toBe(code[one] === code[other]);
      for (const digit of DIGITS) {
        const twice = [...at(one, DIGITS[(DIGITS.indexOf(code[one]!) + 7) % 32]!)];
        if (digit === code[other]) continue;
        twice[other] = digit;
        expect(isCode(twice.join(''))).toBe(false);
      }
    }
});

test('what is no code is refused, where it was given', () => {
  const zeros = '0'.repeat(18);
  const long = '7'.repeat(10_000);
  for (const text of ['', '李秀英', '4006381333931', zeros, long, `${newCardCode()}7`])
    expect(refusalOf(() => readCardCode(text, ['by', 'cardCode']))).toMatchObject({
      code: 'CODE_UNREADABLE',
      path: ['by', 'cardCode'],
    });
});
