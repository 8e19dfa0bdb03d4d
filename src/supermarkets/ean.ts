import { Refusal } from '../kernel/refusal';

/**
 * Reads an EAN-13 or EAN-8. Refuses what is not 13 or 8 digits (`EAN_DIGITS`) and a wrong last
 * digit (`EAN_CHECK_DIGIT`): counted from the right, the digits weigh 1, 3, 1, 3 … and add up to
 * tens.
 */
export function readEan(text: string, path: readonly string[]): string {
  const ean = text.trim();
  if (!/^(\d{8}|\d{13})$/.test(ean)) throw new Refusal('EAN_DIGITS', {}, path);
  const sum = [...ean].reverse().reduce((a, digit, i) => a + Number(digit) * (i % 2 ? 3 : 1), 0);
  if (sum % 10 !== 0) throw new Refusal('EAN_CHECK_DIGIT', { ean }, path);
  return ean;
}
