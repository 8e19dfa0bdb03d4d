import { randomBytes } from 'node:crypto';
import { Refusal } from '../kernel/refusal';

/** Crockford's digits: no I, L, O or U, so that a code can be read out and typed. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Sixteen digits of five bits: 80 bits that nobody guesses. */
const CHANCE = 16;
const CODE = /^[0-9A-HJKMNP-TV-Z]{18}$/;
const LONGEST = 100;

/** A new card's code: sixteen digits by chance, and two that check them. */
export function newCardCode(): string {
  const digits = [...randomBytes(CHANCE)].map((byte) => byte % 32);
  return [...digits, ...checksOf(digits)].map((digit) => DIGITS[digit]).join('');
}

/**
 * Reads a code as it was scanned or typed, in any case, with spaces and hyphens, O for 0, I and L
 * for 1. What is no code, or one with a slip in it, is refused: `CODE_UNREADABLE`.
 */
export function readCardCode(text: string, path: readonly string[]): string {
  const code = text
    .slice(0, LONGEST)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const digits = [...code].map((digit) => DIGITS.indexOf(digit));
  const checks = checksOf(digits.slice(0, CHANCE));
  const fits = checks.every((check, i) => check === digits[CHANCE + i]);
  if (!CODE.test(code) || !fits) throw new Refusal('CODE_UNREADABLE', {}, path);
  return code;
}

/** A code as it is printed: `7K3QF9-0ZT4MB-X2WJ8C`. */
export function cardCodeInGroups(code: string): string {
  return code.replace(/(.{6})(?=.)/g, '$1-');
}

/**
 * Two check digits, as Reed and Solomon have it, over the field of 32 elements: the rest of a
 * division by (x - 2)(x - 4) = x² + 6x + 8. Any one or two wrong digits are noticed, and any two
 * that have changed places; of anything else one in 1,024 is not.
 */
function checksOf(digits: readonly number[]): [number, number] {
  // Not from nothing: a row of zeros shall be no code.
  let high = 1;
  let low = 0;
  for (const digit of digits) {
    const fed = digit ^ high;
    [high, low] = [low ^ times(fed, 6), times(fed, 8)];
  }
  return [high, low];
}

/** A product in the field: of polynomials over two elements, modulo x⁵ + x² + 1. */
function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 4; bit >= 0; bit -= 1) {
    product <<= 1;
    if (product & 32) product ^= 37;
    if ((other >> bit) & 1) product ^= one;
  }
  return product;
}
