import fc from 'fast-check';
import { capitalNumerals } from '../../src/papers/capital-numerals';

test.each<[bigint, string]>([
  [0n, '零元整'],
  [1n, '壹分'],
  [5n, '伍分'],
  [50n, '伍角整'],
  [12n, '壹角贰分'],
  [100n, '壹元整'],
  [1_000n, '壹拾元整'],
  [1_100n, '壹拾壹元整'],
  [123_450n, '壹仟贰佰叁拾肆元伍角整'],
  // The examples of the rules for filling in bills, without the zeros that they leave open.
  [140_950n, '壹仟肆佰零玖元伍角整'],
  [600_714n, '陆仟零柒元壹角肆分'],
  [168_032n, '壹仟陆佰捌拾元叁角贰分'],
  [10_700_053n, '壹拾万柒仟元伍角叁分'],
  [1_640_902n, '壹万陆仟肆佰零玖元零贰分'],
  [32_504n, '叁佰贰拾伍元零肆分'],
  [1_000_000n, '壹万元整'],
  [1_000_100n, '壹万零壹元整'],
  [1_050_000n, '壹万零伍佰元整'],
  [1_010_000n, '壹万零壹佰元整'],
  [10_000_000_000n, '壹亿元整'],
  [10_000_000_100n, '壹亿零壹元整'],
  [10_000_500_000n, '壹亿零伍仟元整'],
  [10_010_000_000n, '壹亿零壹拾万元整'],
  [10_100_050_000n, '壹亿零壹佰万零伍佰元整'],
  [100_000_000_001n, '壹拾亿元零壹分'],
  [10_000_000_000_000n, '壹仟亿元整'],
  [999_999_999_999n, '玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
])('%s fen are %s', (fen, capitals) => expect(capitalNumerals(fen)).toBe(capitals));

const DIGITS = '零壹贰叁肆伍陆柒捌玖';

/** Reads capitals as a person would: each digit with the unit after it, each group with its own. */
function fenOf(capitals: string): bigint {
  const [, whole = '', part = ''] = /^(?:(.*)元)?(.*)$/.exec(capitals)!;
  let [all, group, digit] = [0n, 0n, 0n];
  for (const character of whole) {
    const unit = { 拾: 10n, 佰: 100n, 仟: 1000n }[character];
    const name = { 万: 10_000n, 亿: 100_000_000n }[character];
    if (unit) [group, digit] = [group + digit * unit, 0n];
    else if (name) [all, group, digit] = [all + (group + digit) * name, 0n, 0n];
    else digit = BigInt(DIGITS.indexOf(character));
  }
  const of = (unit: string) =>
    BigInt(DIGITS.indexOf(new RegExp(`(.)${unit}`).exec(part)?.[1] ?? '零'));
  return (all + group + digit) * 100n + of('角') * 10n + of('分');
}

/** Amounts as they come, and amounts that are mostly zeros. */
const FEN = fc.oneof(
  fc.bigInt({ min: 0n, max: 10n ** 13n }),
  fc.bigInt({ min: 0n, max: 1_000_000n }),
  fc
    .array(fc.constantFrom('0', '0', '0', '1', '9'), { minLength: 1, maxLength: 13 })
    .map((digits) => BigInt(digits.join(''))),
);

test('whatever is written in capitals can be read back', () => {
  fc.assert(
    fc.property(FEN, (fen) => fenOf(capitalNumerals(fen)) === fen),
    { numRuns: 5_000 },
  );
});

test('zeros stand once, between digits; 整 ends what ends before fen', () => {
  fc.assert(
    fc.property(FEN, (fen) => {
      const capitals = capitalNumerals(fen);
      expect(capitals).not.toMatch(/零零|零[拾佰仟万亿角分整]|^零(?!元整$)/);
      if (fen > 0n) expect(capitals).not.toContain('零元');
      expect(capitals).not.toMatch(/亿万|[万亿元]{3}|^[元拾佰仟万亿角分]/);
      expect(capitals.endsWith('整')).toBe(fen % 10n === 0n);
      expect(capitals.endsWith('分')).toBe(fen % 10n !== 0n);
      expect(capitals).not.toMatch(/整.|分./);
      // Where a place between digits is skipped, a zero says so.
      expect(capitals).not.toMatch(/仟[零]?[壹贰叁肆伍陆柒捌玖]拾(?<!零.拾)/);
      expect(capitals).not.toMatch(/[仟佰][壹贰叁肆伍陆柒捌玖](?![拾佰仟])(?<!零.)/);
    }),
    { numRuns: 5_000 },
  );
});

test('what is less than nothing, or beyond the names of numbers, is refused', () => {
  expect(() => capitalNumerals(-1n)).toThrow();
  expect(capitalNumerals(10n ** 14n - 1n)).toContain('玖仟玖佰玖拾玖亿');
  expect(() => capitalNumerals(10n ** 14n)).toThrow();
});
